/** Key figures: how they moved, whether that can be said at all, and whether it is welcome. */
import type { Inline, Kpi } from '../document/nodes.js';
import type { ReportContext } from './context.js';
import { copyDerivation } from './evidence.js';
import { difference, type Figure, readingOf, toNumber } from './figure.js';
import type { Change, Derivation, FigureUnit, Period, Polarity, ReportKpi, Withheld } from './model.js';
import { isComparable } from './period.js';
import { polarityOf } from './polarity.js';
import { minSample } from './statistics.js';

/** What a key figure is made of. */
export type KpiSpec = {
  /** Names the figure for polarity and for programs. */
  readonly key: string;
  readonly label: string;
  /** Where in the input the figure stands. */
  readonly path: string;
  readonly unit: FigureUnit;
  readonly currency?: string;
  readonly figure: Figure<number | string>;
  /** How a figure that stands nowhere in the input follows from it. @default the value at `path` */
  readonly evidence?: ReportKpi['evidence'];
  /** @default by `key` */
  readonly polarity?: Polarity;
  /** For amounts below the minor unit. @default those of the unit */
  readonly maxFractionDigits?: number;
};

/** A movement that rounds to 0.0 % is none. */
const flatRatio = 0.0005;
const flatPoints = 0.05;

const maxPercentDecimals = 6;

/** What is nearly all or nearly nothing gets the decimals that tell it from 100 % and 0 %. */
function ratioInline(value: number | string): Inline {
  const number = toNumber(value);
  const rest = Math.min(number, 1 - number);
  if (!(rest > 0 && rest < flatRatio)) return { type: 'number', value, style: 'percent' };
  const decimals = Math.min(maxPercentDecimals, Math.ceil(-Math.log10(rest * 200)));
  return { type: 'number', value, style: 'percent', maxFractionDigits: decimals };
}

/** Prints a value of a unit. */
export function figureInline(
  { unit, currency = 'XXX', maxFractionDigits }: Pick<ReportKpi, 'unit' | 'currency' | 'maxFractionDigits'>,
  value: number | string,
): Inline {
  if (unit === 'currency') {
    const amount = String(value);
    return maxFractionDigits === undefined
      ? { type: 'money', amount, currency }
      : { type: 'money', amount, currency, maxFractionDigits };
  }
  if (unit === 'durationMs') return { type: 'duration', durationMs: toNumber(value) };
  if (unit === 'ratio') return ratioInline(value);
  if (unit === 'count') return { type: 'number', value, maxFractionDigits: 0 };
  return unit === 'score' ? { type: 'number', value, maxFractionDigits: 3 } : { type: 'number', value };
}

function withheldReason(
  { n, interval }: { readonly n?: number; readonly interval?: { readonly low: number; readonly high: number } },
  previous: number,
  period: Period | undefined,
): Withheld | undefined {
  if (period?.complete === false) return 'incomplete';
  if (period !== undefined && !isComparable(period)) return 'unequal-periods';
  if (n !== undefined && n < minSample) return 'small-sample';
  return interval !== undefined && interval.low <= previous && previous <= interval.high ? 'within-noise' : undefined;
}

function changeOf(unit: FigureUnit, value: number, previous: number): Change {
  if (unit === 'ratio') return { kind: 'points', points: (value - previous) * 100 };
  if (previous === 0) return value === 0 ? { kind: 'percent', ratio: 0 } : { kind: 'new' };
  if (value !== 0 && Math.sign(value) !== Math.sign(previous)) return { kind: 'absolute' };
  const ratio = (value - previous) / Math.abs(previous);
  return Number.isFinite(ratio) ? { kind: 'percent', ratio } : { kind: 'absolute' };
}

function directionOf(change: Change, value: number, previous: number): ReportKpi['direction'] {
  if (change.kind === 'none' || change.kind === 'withheld') return undefined;
  const isFlat =
    (change.kind === 'percent' && Math.abs(change.ratio) < flatRatio) ||
    (change.kind === 'points' && Math.abs(change.points) < flatPoints);
  if (isFlat) return 'flat';
  return value > previous ? 'up' : 'down';
}

const signs = { higher: 1, lower: -1, neutral: 0 } as const;

function verdictOf(
  polarity: Polarity,
  direction: ReportKpi['direction'],
  versusTarget: number | undefined,
): ReportKpi['verdict'] {
  const sign = signs[polarity];
  const moved = direction === 'up' ? 1 : direction === 'down' ? -1 : 0;
  // What is measured against a target is judged by it where nothing can be said of a movement.
  const towards =
    moved === 0 && direction === undefined && versusTarget !== undefined ? Math.sign(versusTarget) : moved;
  const judged = towards * sign;
  if (judged === 0) return 'neutral';
  return judged > 0 ? 'good' : 'bad';
}

function ownEvidence(path: string, figure: Figure<number | string>): ReportKpi['evidence'] {
  if (typeof figure !== 'object') return { value: { op: 'value', from: [path] } };
  const value: Derivation = { op: 'value', from: [`${path}.value`] };
  return figure.previous === undefined ? { value } : { value, previous: { op: 'value', from: [`${path}.previous`] } };
}

const copyOf = ({ value, previous }: ReportKpi['evidence']): ReportKpi['evidence'] =>
  previous === undefined
    ? { value: copyDerivation(value) }
    : { value: copyDerivation(value), previous: copyDerivation(previous) };

/** Makes a key figure. */
export function makeKpi({ period, options }: ReportContext, spec: KpiSpec): ReportKpi {
  const { key, label, path, unit, currency, figure, maxFractionDigits } = spec;
  const { value, previous, target, n, interval } = readingOf(figure);
  const polarity = spec.polarity ?? polarityOf(key, options.polarity);
  const [now, before] = [toNumber(value), previous === undefined ? undefined : toNumber(previous)];
  const known = { ...(n !== undefined && { n }), ...(interval !== undefined && { interval }) };
  let change: Change = { kind: 'none' };
  if (before !== undefined) {
    const reason = withheldReason(known, before, period);
    change = reason === undefined ? changeOf(unit, now, before) : { kind: 'withheld', reason };
  }
  const direction = before === undefined ? undefined : directionOf(change, now, before);
  const versusTarget = target === undefined ? undefined : difference(value, target);
  return {
    key,
    label,
    path,
    unit,
    ...(currency !== undefined && { currency }),
    ...(maxFractionDigits !== undefined && { maxFractionDigits }),
    value,
    ...(previous !== undefined && { previous }),
    ...(target !== undefined && { target }),
    ...known,
    polarity,
    ...(period !== undefined && { window: period }),
    ...(previous !== undefined && { deltaAbs: difference(value, previous) }),
    change,
    ...(direction !== undefined && { direction }),
    verdict: verdictOf(polarity, direction, versusTarget === undefined ? undefined : toNumber(versusTarget)),
    ...(before !== undefined &&
      interval !== undefined && { confident: before < interval.low || before > interval.high }),
    ...(versusTarget !== undefined && { versusTarget }),
    evidence: spec.evidence === undefined ? ownEvidence(path, figure) : copyOf(spec.evidence),
  };
}

const withheldWords = {
  incomplete: 'kpi.withheld.incomplete',
  'small-sample': 'kpi.withheld.smallSample',
  'within-noise': 'kpi.withheld.withinNoise',
  'unequal-periods': 'kpi.withheld.unequalPeriods',
} as const satisfies Record<Withheld, string>;

/** Prints a number of percentage points, signed. */
const pointsText = ({ localizer }: ReportContext, points: number, sign: 'auto' | 'always' = 'always'): string =>
  localizer.t('kpi.points', { value: localizer.number(points, { sign, maxFractionDigits: 1 }) });

/** What is shown of a change: percent, points, an amount, or that there was nothing before. */
function deltaOf(context: ReportContext, kpi: ReportKpi): Inline | undefined {
  const { change, deltaAbs } = kpi;
  if (change.kind === 'percent') return { type: 'number', value: change.ratio, style: 'percent', sign: 'always' };
  if (change.kind === 'points') return { type: 'text', value: pointsText(context, change.points) };
  if (change.kind === 'new') return { type: 'text', value: context.localizer.t('kpi.new') };
  if (change.kind !== 'absolute' || deltaAbs === undefined) return undefined;
  const delta = figureInline(kpi, deltaAbs);
  return delta.type === 'number' ? { ...delta, sign: 'always' } : delta;
}

/** Makes the node of a key figure. */
export function kpiNode(context: ReportContext, kpi: ReportKpi): Kpi {
  const { label, path, value, previous, target, change, direction, verdict } = kpi;
  const print = (figure: number | string): Inline => figureInline(kpi, figure);
  const delta = deltaOf(context, kpi);
  return {
    path,
    label,
    value: print(value),
    ...(previous !== undefined && { previous: print(previous) }),
    ...(target !== undefined && { target: print(target) }),
    ...(delta !== undefined && { delta }),
    ...(direction !== undefined && { direction }),
    assessment: verdict,
    ...(change.kind === 'withheld' && { note: context.localizer.t(withheldWords[change.reason]) }),
  };
}
