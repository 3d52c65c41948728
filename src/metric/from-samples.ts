/** Puts the samples of an exposition back together: the buckets, sums and counts of one series are one point. */
import type { Attributes, Exemplar, Metric } from './model.js';

/** One line of an exposition. */
export type Sample = {
  /** The whole name: `latency_seconds_bucket`. */
  readonly name: string;
  readonly labels: Attributes;
  readonly value: number;
  /** Epoch milliseconds. */
  readonly timestamp?: number;
  readonly exemplar?: Exemplar;
};

/** What an exposition says of a family. `counter` names end in `_total` here, or not, as they were given. */
export type SampleFamily = {
  readonly name: string;
  readonly kind: Metric['kind'];
  readonly help?: string;
  readonly unit?: string;
  readonly samples: readonly Sample[];
};

type Draft = {
  attributes: Attributes;
  timestamp?: number;
  count?: number;
  sum?: number;
  createdAt?: number;
  value?: number;
  exemplar?: Exemplar;
  buckets: { le: number; count: number; exemplar?: Exemplar }[];
  quantiles: { quantile: number; value: number }[];
  states: Record<string, boolean>;
};

/** The label that tells the samples of one point apart, by kind. */
const partLabels: Readonly<Partial<Record<Metric['kind'], string>>> = { histogram: 'le', summary: 'quantile' };

/** Bounds are written as `+Inf`, which JavaScript reads otherwise. */
export const readNumber = (text: string): number => {
  const word = text.toLowerCase().replace(/^\+/, '');
  if (word === 'inf' || word === 'infinity') return Number.POSITIVE_INFINITY;
  if (word === '-inf' || word === '-infinity') return Number.NEGATIVE_INFINITY;
  return text.trim() === '' ? Number.NaN : Number(text);
};

function without(labels: Attributes, name: string | undefined): Attributes {
  if (name === undefined || !Object.hasOwn(labels, name)) return labels;
  return Object.fromEntries(Object.entries(labels).filter(([key]) => key !== name));
}

function add(
  draft: Draft,
  { name: family, kind }: SampleFamily,
  { name, labels, value, exemplar }: Sample,
  part: string | undefined,
): void {
  const suffix = name.slice(family.length);
  if (suffix === '_created' && kind !== 'gauge') draft.createdAt = Math.round(value * 1000);
  else if (suffix === '_sum' && part !== undefined && kind !== 'stateset') draft.sum = value;
  else if (suffix === '_count' && part !== undefined && kind !== 'stateset') draft.count = value;
  else if (kind === 'histogram') {
    draft.buckets.push({ le: readNumber(labels.le ?? ''), count: value, ...(exemplar && { exemplar }) });
  } else if (kind === 'summary') draft.quantiles.push({ quantile: readNumber(labels.quantile ?? ''), value });
  else if (kind === 'stateset') draft.states = { ...draft.states, [labels[part ?? ''] ?? '']: value === 1 };
  else {
    draft.value = value;
    if (exemplar !== undefined) draft.exemplar = exemplar;
  }
}

function toPoint(kind: Metric['kind'], draft: Draft): object {
  const { attributes, timestamp, createdAt, value = Number.NaN, exemplar, buckets, quantiles, states, sum } = draft;
  const base = {
    ...(Object.keys(attributes).length > 0 && { attributes }),
    ...(timestamp !== undefined && { timestamp }),
  };
  const accumulated = { ...base, ...(createdAt !== undefined && { createdAt }) };
  if (kind === 'gauge') return { ...base, value };
  if (kind === 'info') return base;
  if (kind === 'stateset') return { ...base, states };
  if (kind === 'counter') return { ...accumulated, value, ...(exemplar && { exemplar }) };
  if (kind === 'summary') return { ...accumulated, count: draft.count ?? 0, sum: sum ?? 0, quantiles };
  const last = buckets.find(({ le }) => le === Number.POSITIVE_INFINITY);
  return { ...accumulated, count: draft.count ?? last?.count ?? 0, ...(sum !== undefined && { sum }), buckets };
}

/** Makes a metric of a family. Samples of one series and time are one point, in the order in which they first come. */
export function fromSamples(family: SampleFamily): Metric {
  const { name, kind, help, unit, samples } = family;
  const part = kind === 'stateset' ? name : partLabels[kind];
  const drafts = new Map<string, Draft>();
  for (const sample of samples) {
    const attributes = without(sample.labels, part);
    const key = JSON.stringify([sample.timestamp, ...Object.entries(attributes).sort(([a], [b]) => (a < b ? -1 : 1))]);
    let draft = drafts.get(key);
    if (draft === undefined) {
      draft = { attributes, buckets: [], quantiles: [], states: {} };
      if (sample.timestamp !== undefined) draft.timestamp = sample.timestamp;
      drafts.set(key, draft);
    }
    add(draft, family, sample, part);
  }
  const points = [...drafts.values()].map((draft) => toPoint(kind, draft));
  return { kind, name, ...(unit && { unit }), ...(help && { help }), points } as unknown as Metric;
}
