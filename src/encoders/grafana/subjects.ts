/** What panels and alerts are about: metrics, as a store of metrics holds them. */
import type { Attributes, Metric, MetricBatch, MetricKind, Point } from '../../metric/model.js';
import { collectNames } from '../../metric/names.js';
import type { Report } from '../../metric/report.js';
import type { DataSourceType, JsonObject, Query } from './model.js';

/** A metric in a store. */
export type Subject = {
  /** As it was given. */
  readonly raw: string;
  readonly kind: MetricKind;
  readonly unit: string | undefined;
  readonly help: string | undefined;
  /** As the store has it. */
  readonly name: string;
  /** Attributes that tell its series apart, as the store has them, as far as that makes a readable panel. */
  readonly dimensions: readonly string[];
  /** Whether the dimensions are all there are. */
  readonly isWhole: boolean;
  /** One series, or none known. */
  readonly isSingle: boolean;
  readonly path: string;
};

/** How a metric is asked for: a value as it is, how fast it grows, or the distribution of what it observed. */
export type View = 'value' | 'rate' | 'heatmap' | 'quantiles' | 'mean' | 'states' | 'facts';

export type Ask = {
  readonly view: View;
  /** Written names of attributes to group by. */
  readonly by: readonly string[];
  /** Shares of a distribution. */
  readonly quantiles: readonly number[];
  /** `alert`: without anything that a dashboard fills in. */
  readonly place: 'panel' | 'alert';
};

/** An attribute of the resource as a variable of the dashboard. */
export type Filter = { readonly variable: string; readonly name: string; readonly label: string };

export type Tenant = { readonly name: string; readonly value: string };

export type StoreInput = {
  readonly batch: MetricBatch;
  readonly tenant: Tenant | undefined;
  /** Whether the attributes of the resource are attributes of every series. */
  readonly hasResource: boolean;
  readonly report: Report;
};

/** The metrics of a batch in a kind of store, and how they are asked for there. */
export type Store = {
  readonly type: DataSourceType;
  readonly subjects: readonly Subject[];
  readonly filters: readonly Filter[];
  /** Writes any attribute as the store has it; `undefined` where a query cannot say it. */
  readonly attribute: (raw: string) => string | undefined;
  /** Whether a rate is right for single series only. */
  readonly isPerSeries: boolean;
  /** Views that the store has no query for, with what is asked instead. */
  readonly substitutes: Readonly<Partial<Record<View, View>>>;
  /** The queries of a view, made anew, each with `refId: 'A'`. */
  readonly queries: (subject: Subject, ask: Ask) => Query[];
  /** Lists the values that an attribute has. */
  readonly values: (filter: Filter) => { readonly text: string; readonly query: JsonObject };
};

/** More lines cannot be told apart. */
export const maxLines = 20;

export type Dimensions = { readonly names: readonly string[]; readonly isWhole: boolean };

/**
 * Chooses the attributes to tell series apart by, those with the fewest values first, as long as they make no more than
 * {@link maxLines} lines.
 */
export function chooseDimensions(points: readonly Point[]): Dimensions {
  if (points.length === 1) return { names: Object.keys(points[0]?.attributes ?? {}).sort(), isWhole: true };
  if (points.length <= maxLines) return { names: [...collectNames([points], [])].sort(), isWhole: true };
  const values = new Map<string, Set<string>>();
  for (const { attributes } of points) {
    if (attributes === undefined) continue;
    for (const key of Object.keys(attributes)) {
      const known = values.get(key);
      if (known === undefined) values.set(key, new Set([attributes[key] as string]));
      else if (known.size <= maxLines) known.add(attributes[key] as string);
    }
  }
  const all = [...values].sort(([a, { size: one }], [b, { size: other }]) => one - other || (a < b ? -1 : 1));
  const names: string[] = [];
  let lines = 1;
  for (const [name, { size }] of all) {
    lines *= size;
    if (lines > maxLines) break;
    names.push(name);
  }
  return { names: names.sort(), isWhole: names.length === all.length };
}

/** Points of several metrics of one name, without a copy where there is one. */
export const pointsOf = (metrics: readonly Metric[]): readonly Point[] =>
  metrics.length === 1 ? (metrics[0]?.points ?? []) : metrics.flatMap(({ points }): readonly Point[] => points);

const variablePattern = /^[A-Za-z_]\w*$/;

/** Gives each attribute of the resource a variable. Names that a variable cannot have, or another one has, are numbered. */
export function toFilters(
  resource: Attributes,
  attribute: (raw: string) => string | undefined,
  onDropped: (raw: string) => void,
): Filter[] {
  const taken = new Set(['datasource']);
  const filters: Filter[] = [];
  for (const [index, [raw, value]] of Object.entries(resource).entries()) {
    if (value === '') continue;
    const name = attribute(raw);
    if (name === undefined) {
      onDropped(raw);
      continue;
    }
    const canBe = variablePattern.test(name) && !name.startsWith('__') && !taken.has(name);
    const variable = canBe ? name : `attribute_${index + 1}`;
    taken.add(variable);
    filters.push({ variable, name, label: raw });
  }
  return filters;
}

/** The share of a distribution as people write it: `p95`, `p99.9`. */
export const quantileName = (quantile: number): string => `p${Number((quantile * 100).toPrecision(12))}`;
