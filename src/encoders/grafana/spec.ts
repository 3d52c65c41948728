/** What a dashboard is made of: a batch of metrics, and, where that is not enough, what to show of them and when to ring. */
import type { RawIssue } from '../../kernel/issues.js';
import type { Schema } from '../../kernel/schema.js';
import * as z from '../../kernel/zod.js';
import type { Attributes, Metric, MetricKind } from '../../metric/model.js';
import { metricBatchSchema } from '../../metric/schema.js';
import { gridColumns } from './grid.js';

export type ThresholdSeverity = 'info' | 'warning' | 'error' | 'critical';

/** From which value on something is of a severity. */
export type GrafanaThreshold = { value: number; severity: ThresholdSeverity };

export type GrafanaPanelSpec = {
  /** The name of a metric, of the batch or of none. */
  metric: string;
  /** @default that of the metric in the batch, else `gauge` */
  kind?: MetricKind;
  /** @default that of the metric in the batch */
  unit?: string;
  /** @default what the panel shows of the metric, in the reader's language */
  title?: string;
  /** @default the metric's help text */
  description?: string;
  /** How a value or a rate is shown; other kinds of metrics have panels of their own. @default by its points */
  panel?: 'timeseries' | 'stat' | 'gauge' | 'bargauge';
  /** Attributes to tell series apart by. @default those of the points, as far as the lines can be counted */
  by?: readonly string[];
  thresholds?: readonly GrafanaThreshold[];
  /** Columns, of 24. */
  width?: number;
  height?: number;
};

/** When to ring: either `above` or `below`. */
export type GrafanaAlertSpec = {
  /** The name of a metric of the batch or of a panel. A counter is judged by its rate, a histogram by its percentile. */
  metric: string;
  above?: number;
  below?: number;
  /** @default what is the case, in the reader's language */
  title?: string;
  description?: string;
  /** @default 'warning' */
  severity?: ThresholdSeverity;
  /** How long it has to be so. @default 300 */
  forSeconds?: number;
  /** Which share of a histogram or summary has to be below, from 0 to 1. @default 0.95 */
  quantile?: number;
  by?: readonly string[];
};

/** A `MetricBatch` is one. */
export type GrafanaInput = {
  readonly resource?: Attributes;
  /** Metrics to show; may be left out where there are panels. */
  readonly metrics?: readonly Metric[];
  /** @default 'Metrics', in the reader's language */
  readonly title?: string;
  readonly description?: string;
  readonly tags?: readonly string[];
  /** @default one or two for each metric */
  readonly panels?: readonly GrafanaPanelSpec[];
  readonly alerts?: readonly GrafanaAlertSpec[];
};

const severities = ['info', 'warning', 'error', 'critical'] as const;
const kinds = ['counter', 'gauge', 'histogram', 'summary', 'info', 'stateset'] as const;
const panelTypes = ['timeseries', 'stat', 'gauge', 'bargauge'] as const;

/** Taller than any screen. */
const maxHeight = 100;
/** A year. */
const maxForSeconds = 31_536_000;

function createExtrasSchema() {
  const text = z.string();
  const name = z.string().check(z.minLength(1, 'at least one character'));
  const finite = z.number();
  const whole = (least: number, most: number) =>
    z.int().check(z.refine((value) => value >= least && value <= most, `a whole number from ${least} to ${most}`));
  const threshold = z.strictObject({ value: finite, severity: z.enum(severities) });
  const by = z.optional(z.array(name));
  const panel = z.strictObject({
    metric: name,
    kind: z.optional(z.enum(kinds)),
    unit: z.optional(text),
    title: z.optional(text),
    description: z.optional(text),
    panel: z.optional(z.enum(panelTypes)),
    by,
    thresholds: z.optional(z.array(threshold)),
    width: z.optional(whole(1, gridColumns)),
    height: z.optional(whole(1, maxHeight)),
  });
  const alert = z.strictObject({
    metric: name,
    above: z.optional(finite),
    below: z.optional(finite),
    title: z.optional(text),
    description: z.optional(text),
    severity: z.optional(z.enum(severities)),
    forSeconds: z.optional(whole(0, maxForSeconds)),
    quantile: z.optional(finite.check(z.refine((value) => value > 0 && value < 1, 'a number between 0 and 1'))),
    by,
  });
  return z.strictObject({
    title: z.optional(text),
    description: z.optional(text),
    tags: z.optional(z.array(text)),
    panels: z.optional(z.array(panel)),
    alerts: z.optional(z.array(alert)),
  });
}

const extrasSchema = /* @__PURE__ */ createExtrasSchema();

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const issue = (message: string, ...path: (string | number)[]): RawIssue => ({ code: 'custom', message, path });

/** Kinds that have no number to compare with. */
const unmeasured: readonly MetricKind[] = ['info', 'stateset'];
/** Kinds that can be shown in more than one way. */
const plain: readonly MetricKind[] = ['gauge', 'counter'];

/** Finds references that lead nowhere, and wishes that a kind of metric cannot fulfil. */
function crossCheck({ metrics = [], panels = [], alerts = [] }: GrafanaInput): RawIssue[] {
  const known = new Map<string, MetricKind>(panels.map(({ metric, kind }) => [metric, kind ?? 'gauge']));
  for (const { name, kind } of metrics) known.set(name, kind);
  const issues: RawIssue[] = [];
  for (const [index, { metric, kind, panel, by, thresholds = [] }] of panels.entries()) {
    const own = known.get(metric) ?? 'gauge';
    if (kind !== undefined && kind !== own)
      issues.push(issue(`\`${own}\`, as it is elsewhere`, 'panels', index, 'kind'));
    if (panel !== undefined && !plain.includes(own)) {
      issues.push(issue('none for a metric of this kind', 'panels', index, 'panel'));
    }
    if (thresholds.length !== new Set(thresholds.map(({ value }) => value)).size) {
      issues.push(issue('values that differ', 'panels', index, 'thresholds'));
    }
    if (by !== undefined && !plain.includes(own) && own !== 'histogram') {
      issues.push(issue('none for a metric of this kind', 'panels', index, 'by'));
    }
  }
  for (const [index, { metric, above, below }] of alerts.entries()) {
    const kind = known.get(metric);
    if (kind === undefined || unmeasured.includes(kind)) {
      issues.push(issue('the name of a metric with values, of the batch or of a panel', 'alerts', index, 'metric'));
    }
    if ((above === undefined) === (below === undefined)) {
      issues.push(issue('either `above` or `below`', 'alerts', index, 'above'));
    }
  }
  return issues;
}

/** Accepts batches and specs. What it returns of a batch is what it was given, not a copy. */
export const grafanaInputSchema: Schema<GrafanaInput> = {
  safeParse: (given) => {
    if (!isRecord(given)) return metricBatchSchema.safeParse(given) as ReturnType<Schema<GrafanaInput>['safeParse']>;
    const { metrics, resource, ...extras } = given;
    const hasPanels = extras.panels !== undefined;
    const batch = metricBatchSchema.safeParse({
      metrics: metrics === undefined && hasPanels ? [] : metrics,
      ...(resource !== undefined && { resource }),
    });
    const rest = Object.keys(extras).length === 0 ? undefined : extrasSchema.safeParse(extras);
    const issues: RawIssue[] = [
      ...(batch.success ? [] : batch.error.issues),
      ...(rest === undefined || rest.success ? [] : (rest.error.issues as readonly RawIssue[])),
    ];
    if (!batch.success || rest?.success === false) return { success: false, error: { issues } };
    const data = { ...batch.data, ...rest?.data } as GrafanaInput;
    const found = rest === undefined ? [] : crossCheck(data);
    return found.length === 0 ? { success: true, data } : { success: false, error: { issues: found } };
  },
};
