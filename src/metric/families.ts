/**
 * Metrics as families of Prometheus with names of their own: what a family claims, no other one is written as. Here, and not
 * with the encoder, because whoever asks for a series has to name it as it was written.
 */
import type { Metric, MetricBatch, MetricKind } from './model.js';
import { type EscapingScheme, escapeName, losslessName, metricNames } from './names.js';
import type { Report } from './report.js';
import { unitWord } from './units.js';

/** Metrics of one name and kind, from one or several sources. */
export type Family = {
  readonly kind: MetricKind;
  /** With `_total` or `_info` where the kind has it. */
  readonly name: string;
  /** Without: OpenMetrics 1.0 names families so, and samples the other way. */
  readonly stem: string;
  readonly unit: string | undefined;
  readonly help: string | undefined;
  readonly members: readonly Member[];
};

export type Member = { readonly metric: Metric; readonly index: number };

/** The end of every sample name of a kind. */
const ends: Readonly<Partial<Record<MetricKind, string>>> = { counter: '_total', info: '_info' };

/** What OpenMetrics 1.0 puts at the end of sample names ("Suffixes"). A family has the right to all of them. */
const suffixes: Readonly<Record<MetricKind, readonly string[]>> = {
  counter: ['', '_total', '_created'],
  gauge: [''],
  histogram: ['', '_bucket', '_count', '_sum', '_created'],
  summary: ['', '_count', '_sum', '_created'],
  info: ['', '_info'],
  stateset: [''],
};

const endings: Readonly<Partial<Record<MetricKind, RegExp>>> = {
  counter: /(?!^)[^A-Za-z0-9]total$/,
  info: /(?!^)[^A-Za-z0-9]info$/,
};

type Draft = {
  readonly raw: string;
  readonly unit: string | undefined;
  readonly kind: MetricKind;
  readonly members: Member[];
};

const endsWithWord = (name: string, word: string): boolean =>
  name.endsWith(word) && /[^A-Za-z0-9]$/.test(name.slice(0, -word.length));

/** The name with its unit and the end of its kind, before any escaping. */
function completeName({ name, kind, unit }: Metric): { raw: string; unit: string | undefined } {
  const ending = endings[kind];
  const stem = ending === undefined ? name : name.replace(ending, '');
  const end = ends[kind] ?? '';
  // Facts and states have no unit (OpenMetrics 1.0, "Info", "StateSet").
  const word = kind === 'info' || kind === 'stateset' ? undefined : unitWord(unit, kind === 'gauge');
  if (word === undefined || endsWithWord(stem, word)) return { raw: stem + end, unit: word };
  // `latency_ms` in `ms` says so already.
  if (unit !== undefined && /^[a-zA-Z]+$/.test(unit) && endsWithWord(stem, unit)) return { raw: stem + end, unit };
  return { raw: `${stem}_${word}${end}`, unit: word };
}

function draftFamilies(batch: MetricBatch): Draft[] {
  const drafts = new Map<string, Draft>();
  for (const [index, metric] of batch.metrics.entries()) {
    const { raw, unit } = completeName(metric);
    const key = `${metric.kind} ${unit ?? ''} ${raw}`;
    const known = drafts.get(key);
    if (known === undefined) drafts.set(key, { raw, unit, kind: metric.kind, members: [{ metric, index }] });
    else known.members.push({ metric, index });
  }
  return [...drafts.values()];
}

const stemOf = (name: string, kind: MetricKind): string => name.slice(0, name.length - (ends[kind] ?? '').length);

/** All sample names that a family may have, in any format. */
const claimsOf = (name: string, kind: MetricKind): string[] => {
  const stem = stemOf(name, kind);
  return suffixes[kind].map((suffix) => stem + suffix);
};

/** Gives every family a name that no other one claims; `undefined` where there is none. */
function nameFamilies(
  drafts: readonly Draft[],
  scheme: EscapingScheme,
  tenantLabel: string | undefined,
): (string | undefined)[] {
  const escaped = drafts.map(({ raw }) => escapeName(raw, scheme, metricNames));
  const uses = new Map<string, number>();
  for (const name of escaped) uses.set(name, (uses.get(name) ?? 0) + 1);
  const isExact = (at: number): boolean => escaped[at] === drafts[at]?.raw;
  const claimed = new Set<string>();
  const names: (string | undefined)[] = drafts.map(() => undefined);
  const claim = (at: number): void => {
    const { raw, kind } = drafts[at] as Draft;
    const name = escaped[at] as string;
    // The name of a state set is a label, too: it can be neither the tenant's nor a reserved one.
    const isTaken = kind === 'stateset' && (name === tenantLabel || name.startsWith('_'));
    const isShared = isTaken || (!isExact(at) && (uses.get(name) ?? 0) > 1);
    // The lossless name is only written where the other is taken.
    for (const isLossless of isShared ? [true] : [false, true]) {
      const candidate = isLossless ? losslessName(raw, metricNames) : name;
      const claims = claimsOf(candidate, kind);
      if (claims.some((each) => claimed.has(each))) continue;
      for (const each of claims) claimed.add(each);
      names[at] = candidate;
      return;
    }
  };
  const all = drafts.map((_draft, at) => at);
  // Names that are written as they are go first, so that the order of the metrics makes no difference to them.
  for (const at of [...all.filter(isExact), ...all.filter((each) => !isExact(each))]) claim(at);
  return names;
}

function helpOf(members: readonly Member[], report: Report): string | undefined {
  let help: string | undefined;
  for (const { metric, index } of members) {
    if (metric.help === undefined || metric.help === '' || metric.help === help) continue;
    if (help === undefined) help = metric.help;
    else report.note('dropped', `metrics.${index}.help`, 'Left out, the family has another help text already');
  }
  return help;
}

/** Plans the families of a batch, in its order. What has no name of its own left is refused. */
export function planFamilies(
  batch: MetricBatch,
  scheme: EscapingScheme,
  report: Report,
  tenantLabel?: string,
): Family[] {
  const drafts = draftFamilies(batch);
  const names = nameFamilies(drafts, scheme, tenantLabel);
  return drafts.flatMap(({ kind, raw, unit, members }, at) => {
    const name = names[at];
    if (name === undefined) {
      for (const { index } of members) report.refuse(`metrics.${index}`, 'a name that no other kind or unit has');
      return [];
    }
    const collides = name !== escapeName(raw, scheme, metricNames);
    for (const { metric, index } of members) {
      if (collides) {
        const message = `Written as \`${name}\`, the other name is taken or reserved`;
        report.note('collision', `metrics.${index}.name`, message, 'warning');
      } else if (metric.name !== name) report.note('normalized', `metrics.${index}.name`, `Written as \`${name}\``);
    }
    const stem = stemOf(name, kind);
    // OpenMetrics refuses a unit that is not at the end of the name; escaping may have changed either.
    const shown = unit !== undefined && stem.endsWith(`_${unit}`) ? unit : undefined;
    return { kind, name, stem, unit: shown, help: helpOf(members, report), members };
  });
}

/** Kinds that need a label name for themselves; the name of a state set is its label. */
export function reservedLabel({ kind, name }: Pick<Family, 'kind' | 'name'>): string {
  if (kind === 'histogram') return 'le';
  if (kind === 'summary') return 'quantile';
  return kind === 'stateset' ? name : '';
}
