/** The schema of what is known of a model. What is only inconsistent passes, and the report says so. */
import { toEpochMs } from '../../kernel/instant.js';
import type { Schema } from '../../kernel/schema.js';
import * as z from '../../kernel/zod.js';
import { amountSchema, countSchema, numberSchema, ratioSchema } from '../../report/figure.js';
import { daySchema, windowSchema } from '../../report/period.js';
import type { MLModelPerformanceInput } from './input.js';
import { checkConfusion, checkInterval, checkLatency, checkMetric, checkOnce, checkOrder, checkPr } from './rules.js';

const name = () => z.string().check(z.minLength(1, 'at least one character'));
const text = () => z.optional(z.string());
const optionalRatio = () => z.optional(ratioSchema());
const optionalNumber = () => z.optional(numberSchema());
/** An infinite threshold is no JSON: it comes as `null`. */
const threshold = () =>
  z.optional(
    z.custom<number | null>(
      (value) => value === null || Number.isFinite(value),
      'a finite number, or null for infinity',
    ),
  );
const notNegative = () =>
  z.custom<number>((value) => typeof value === 'number' && Number.isFinite(value) && value >= 0, 'a number from 0');

const modelSchema = () =>
  z.strictObject({
    name: name(),
    version: text(),
    stage: text(),
    trainedAt: z.optional(
      z.custom<NonNullable<MLModelPerformanceInput['model']['trainedAt']>>(
        (value) => toEpochMs(value) !== undefined,
        'a Date, epoch milliseconds, or an ISO 8601 time with offset or Z',
      ),
    ),
    data: text(),
  });

const datasetSchema = () =>
  z.strictObject({
    name: name(),
    split: text(),
    n: z.optional(countSchema()),
    window: z.optional(
      z
        .strictObject({ from: daySchema(), to: daySchema() })
        .check(z.refine(({ from, to }) => from <= to, { path: ['to'], error: 'a day that is not before `from`' })),
    ),
  });

const metricsSchema = () =>
  z
    .array(
      z
        .strictObject({
          name: name(),
          value: numberSchema(),
          ci: z.optional(z.strictObject({ low: numberSchema(), high: numberSchema() }).check(z.check(checkInterval))),
          polarity: z.optional(z.enum(['higher', 'lower', 'neutral'])),
          baseline: optionalNumber(),
          threshold: optionalNumber(),
          slice: text(),
          n: z.optional(countSchema()),
          previous: optionalNumber(),
        })
        .check(z.check(checkMetric)),
    )
    .check(z.check(checkOnce(({ name: metric, slice = '' }) => JSON.stringify([metric, slice]), 'name')));

const curvesSchema = () =>
  z.strictObject({
    roc: z.optional(
      z
        .array(z.strictObject({ fpr: ratioSchema(), tpr: ratioSchema(), threshold: threshold() }))
        .check(z.check(checkOrder(['fpr', 'tpr'], 'not-below'))),
    ),
    pr: z.optional(
      z
        .array(z.strictObject({ precision: ratioSchema(), recall: ratioSchema(), threshold: threshold() }))
        .check(z.check(checkPr)),
    ),
    calibration: z.optional(
      z
        .array(z.strictObject({ predicted: ratioSchema(), observed: ratioSchema(), n: countSchema() }))
        .check(z.check(checkOrder(['predicted'], 'not-below'))),
    ),
    threshold: z.optional(
      z
        .array(
          z.strictObject({
            threshold: numberSchema(),
            precision: optionalRatio(),
            recall: optionalRatio(),
            f1: optionalRatio(),
          }),
        )
        .check(z.check(checkOrder(['threshold'], 'above'))),
    ),
  });

const rankingSchema = () =>
  z
    .strictObject({
      k: z.int().check(z.refine((value) => value >= 1, 'a whole number from 1')),
      ndcg: optionalRatio(),
      gain: z.optional(z.enum(['linear', 'exponential'])),
      map: optionalRatio(),
      mrr: optionalRatio(),
      recall: optionalRatio(),
      coverage: optionalRatio(),
      diversity: optionalRatio(),
    })
    .check(
      z.refine(({ ndcg, gain }) => ndcg === undefined || gain !== undefined, {
        path: ['gain'],
        error: '`linear` or `exponential`, since both give other figures',
      }),
    );

const driftSchema = () =>
  z.array(
    z.strictObject({
      feature: name(),
      test: z.enum(['psi', 'ks', 'chi2', 'js', 'wasserstein']),
      score: notNegative(),
      pValue: optionalRatio(),
      threshold: z.optional(notNegative()),
      drifted: z.optional(z.boolean()),
    }),
  );

const latencySchema = () => {
  const span = () => z.optional(notNegative());
  return z
    .strictObject({
      p50: span(),
      p90: span(),
      p95: span(),
      p99: span(),
      max: span(),
      n: z.optional(countSchema()),
      unit: z.enum(['us', 'ms', 's']),
    })
    .check(z.check(checkLatency));
};

const championSchema = () =>
  z.strictObject({
    name: name(),
    version: text(),
    metrics: z.optional(z.array(z.strictObject({ name: name(), value: numberSchema() }).check(z.check(checkMetric)))),
    pairs: z.optional(
      z.strictObject({
        both: countSchema(),
        onlyThis: countSchema(),
        onlyOther: countSchema(),
        neither: countSchema(),
      }),
    ),
  });

const confusionSchema = () =>
  z
    .strictObject({
      labels: z.array(z.string()).check(z.minLength(2, 'at least two labels')),
      matrix: z.array(z.array(countSchema())),
    })
    .check(z.check(checkConfusion));

const perClassSchema = () =>
  z
    .array(
      z.strictObject({
        label: z.string(),
        precision: optionalRatio(),
        recall: optionalRatio(),
        f1: optionalRatio(),
        support: countSchema(),
      }),
    )
    .check(z.check(checkOnce(({ label }) => label, 'label')));

const fairnessSchema = () =>
  z.array(
    z
      .strictObject({ attribute: name(), group: name(), n: countSchema(), metric: name(), value: numberSchema() })
      .check(
        z.check(({ value, issues }) => checkMetric({ value: { name: value.metric, value: value.value }, issues })),
      ),
  );

const gatesSchema = () =>
  z
    .array(
      z.strictObject({
        name: name(),
        metric: name(),
        op: z.enum(['>=', '>', '<=', '<', '==']),
        limit: numberSchema(),
      }),
    )
    .check(z.check(checkOnce((gate) => gate.name, 'name')));

const costSchema = () =>
  z.strictObject({
    amount: amountSchema(),
    currency: z.string().check(z.regex(/^[A-Z]{3}$/, 'an ISO 4217 currency code')),
    per: text(),
    previous: z.optional(amountSchema()),
  });

/** Builds the schema of {@link MLModelPerformanceInput}. Unknown members are errors: a misspelt one would be lost without a word. */
export function mlModelPerformanceSchema(): Schema<MLModelPerformanceInput> {
  return z.strictObject({
    model: modelSchema(),
    task: z.enum(['binary', 'multiclass', 'multilabel', 'regression', 'ranking', 'forecast', 'asr', 'generation']),
    dataset: datasetSchema(),
    metrics: metricsSchema(),
    window: z.optional(windowSchema()),
    confusion: z.optional(confusionSchema()),
    perClass: z.optional(perClassSchema()),
    curves: z.optional(curvesSchema()),
    ranking: z.optional(rankingSchema()),
    drift: z.optional(driftSchema()),
    latency: z.optional(latencySchema()),
    fairness: z.optional(fairnessSchema()),
    cost: z.optional(costSchema()),
    gates: z.optional(gatesSchema()),
    champion: z.optional(championSchema()),
  }) as Schema<MLModelPerformanceInput>;
}
