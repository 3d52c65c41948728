/** What a report formatter returns: a document for people, and beside it everything it says as data. */
import type { Chart, Document, Inline, Table } from '../document/nodes.js';
import type { Polarity } from '../tenant/report-options.js';

export type { Polarity } from '../tenant/report-options.js';

/** A span of calendar days and what is known of it. Days are their midnights in UTC, both ends included. */
export type Period = {
  readonly fromMs: number;
  readonly toMs: number;
  /** The zone whose days they are. */
  readonly timeZone: string;
  readonly grain: Grain;
  /** `false`: the last days are still coming in, so that a lower figure is no drop. */
  readonly complete: boolean;
  /** What figures of before are of. */
  readonly previous?: { readonly fromMs: number; readonly toMs: number };
};

export type Grain = 'hour' | 'day' | 'week' | 'month' | 'quarter' | 'year';

/** What a figure counts. `ratio`: 0 to 1, printed in percent; `currency`: a decimal text in major units. */
export type FigureUnit = 'count' | 'decimal' | 'ratio' | 'currency' | 'durationMs' | 'score';

/** Why nothing is said of a change although there is a figure of before. */
export type Withheld = 'incomplete' | 'small-sample' | 'within-noise' | 'unequal-periods';

/**
 * How a figure moved. Ratios move in percentage points, all else in percent of what was before; from nothing to something is
 * `new`, and where the sign turned no percentage makes sense.
 */
export type Change =
  | { readonly kind: 'percent'; readonly ratio: number }
  | { readonly kind: 'points'; readonly points: number }
  | { readonly kind: 'absolute' }
  | { readonly kind: 'new' }
  | { readonly kind: 'none' }
  | { readonly kind: 'withheld'; readonly reason: Withheld };

/** A key figure with all that follows from it. */
export type ReportKpi = {
  readonly key: string;
  /** In the reader's language. */
  readonly label: string;
  /** Where in the input it stands. */
  readonly path: string;
  readonly unit: FigureUnit;
  /** ISO 4217, for amounts. */
  readonly currency?: string;
  /** For amounts below the minor unit. */
  readonly maxFractionDigits?: number;
  /** An amount is a decimal text. */
  readonly value: number | string;
  readonly previous?: number | string;
  readonly target?: number | string;
  /** How many observations it rests on. */
  readonly n?: number;
  /** The ends of its 95 % interval. */
  readonly interval?: { readonly low: number; readonly high: number };
  readonly polarity: Polarity;
  readonly window?: Period;
  readonly deltaAbs?: number | string;
  readonly change: Change;
  readonly direction?: 'up' | 'down' | 'flat';
  /** Direction times polarity; `neutral` where nothing is said of a change. */
  readonly verdict: 'good' | 'bad' | 'neutral';
  /** Whether the interval leaves out the figure of before; absent where there is no interval. */
  readonly confident?: boolean;
  /** What is beyond the target, negative below it. */
  readonly versusTarget?: number | string;
  /** How value and figure of before follow from the input. */
  readonly evidence: { readonly value: Derivation; readonly previous?: Derivation };
};

/**
 * Where values of an input stand: a dotted path, `*` for all members of a list; `where` chooses among these by what they have,
 * `absent` by what they lack. A literal is no part of the input: a rate of the tenant's, say, with where it is from.
 */
export type Source =
  | string
  | {
      readonly path: string;
      readonly where?: Readonly<Record<string, string | number | boolean>>;
      readonly absent?: readonly string[];
    }
  | { readonly literal: number | string; readonly because: string };

/** How a number follows from an input; what it follows from may be derived itself. `op` is a rule of `derivations`. */
export type Derivation = { readonly op: DerivationOp; readonly from: readonly (Source | Derivation)[] };

/** The rules by which numbers follow from others. What each does is in `evidence.ts`. */
export type DerivationOp =
  | 'value'
  | 'text'
  | 'label'
  | 'sum'
  | 'count'
  | 'mean'
  /** Half to even, to as many decimals as the second source says. */
  | 'round'
  | 'median'
  | 'min'
  | 'max'
  | 'difference'
  | 'change'
  | 'points'
  | 'ratio'
  | 'complement'
  | 'product'
  /** Minus one, whatever the input: turns a fall into its size. */
  | 'minusOne'
  | 'contribution'
  | 'concentration'
  | 'growth'
  | 'weightedMean'
  /** Where a line through two points falls to one half: both distances, then both ratios. */
  | 'halfLife'
  | 'wilsonLow'
  | 'wilsonHigh'
  | 'ratePoints'
  | 'mixPoints'
  | 'priceEffect'
  | 'volumeEffect'
  | 'calibrationError'
  | 'mcnemarP';

/** How a parameter of a sentence follows from an input. */
export type Evidence = Derivation & { readonly param: string };

/** A sentence that follows from the input, and how. */
export type Insight = {
  /** Stable: the message without its prefix. */
  readonly code: string;
  readonly severity: 'info' | 'notice' | 'warning';
  /** What stands in the sentence: values, not texts. */
  readonly params: Readonly<Record<string, Inline>>;
  readonly evidence: readonly Evidence[];
  /** The sentence in the reader's language. */
  readonly text: string;
};

/** A contradiction in the input: said, and never repeated as if it were right. */
export type Finding = {
  /** Stable: the message without its prefix. */
  readonly code: string;
  readonly severity: 'warning' | 'info';
  /** Where in the input. */
  readonly paths: readonly string[];
  readonly params: Readonly<Record<string, Inline>>;
  readonly text: string;
};

/** Rows that were left out because something in them was wrong. */
export type Omitted = { readonly rows: number; readonly of: number };

export type Report = {
  /** The formatter that made it. */
  kind: string;
  /** Goes into any channel. */
  document: Document;
  /** Absent where an input names no days. */
  period?: Period;
  kpis: ReportKpi[];
  insights: Insight[];
  /** Contradictions in the input. */
  findings: Finding[];
  charts: Chart[];
  /** Whole, where the document shows the first rows. `path` tells them apart. */
  tables: Table[];
  omitted: Omitted;
  /** schema.org, where the subject has a type there. */
  jsonLd?: Record<string, unknown>;
};
