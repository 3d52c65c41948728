/** The metrics that are known by name: what they are called, between which values they lie, how they are printed. */
import type { MessageId } from '../../generated/messages.js';
import type { FigureUnit } from '../../report/model.js';

type Label = Extract<MessageId, `metric.${string}`>;

/** What is known of a metric. */
export type KnownMetric = {
  /** As polarity and programs name it. */
  readonly key: string;
  readonly label: Label;
  readonly unit: FigureUnit;
  readonly min?: number;
  readonly max?: number;
};

/** How the figures of classes were put together. */
export type Average = 'macro' | 'weighted' | 'micro' | 'samples';

/** A metric by its name, and the average that the name says. */
export type NamedMetric = KnownMetric & { readonly average?: Average };

type Row = readonly [
  key: string,
  label: Label,
  unit: FigureUnit,
  min: number | undefined,
  max: number | undefined,
  names: string,
];

/**
 * Names are those of scikit-learn, MLflow, Hugging Face and Evidently, in lower case without what separates words. Ranges are
 * those of https://scikit-learn.org/stable/modules/model_evaluation.html. MAPE and word error rates are ratios with some and
 * percentages with others, so they are plain numbers here.
 */
const rows: readonly Row[] = [
  ['accuracy', 'metric.accuracy', 'ratio', 0, 1, 'accuracy accuracyscore acc'],
  ['balancedAccuracy', 'metric.balancedAccuracy', 'ratio', 0, 1, 'balancedaccuracy balancedaccuracyscore'],
  ['precision', 'metric.precision', 'ratio', 0, 1, 'precision precisionscore'],
  ['recall', 'metric.recall', 'ratio', 0, 1, 'recall recallscore sensitivity tpr'],
  ['specificity', 'metric.specificity', 'ratio', 0, 1, 'specificity tnr'],
  ['f1', 'metric.f1', 'ratio', 0, 1, 'f1 f1score'],
  ['rocAuc', 'metric.rocAuc', 'score', 0, 1, 'rocauc rocaucscore auc auroc'],
  [
    'averagePrecision',
    'metric.averagePrecision',
    'score',
    0,
    1,
    'averageprecision averageprecisionscore prauc auprc precisionrecallauc',
  ],
  ['mcc', 'metric.mcc', 'score', -1, 1, 'mcc matthewscorrcoef matthewscorrelation'],
  ['kappa', 'metric.kappa', 'score', -1, 1, 'kappa cohenkappa cohenkappascore'],
  ['brier', 'metric.brier', 'score', 0, 1, 'brier brierscore brierscoreloss'],
  ['logLoss', 'metric.logLoss', 'score', 0, undefined, 'logloss crossentropy'],
  ['ece', 'metric.ece', 'score', 0, 1, 'ece expectedcalibrationerror calibrationerror'],
  ['r2', 'metric.r2', 'score', undefined, 1, 'r2 r2score'],
  ['explainedVariance', 'metric.explainedVariance', 'score', undefined, 1, 'explainedvariance explainedvariancescore'],
  ['rmse', 'metric.rmse', 'decimal', 0, undefined, 'rmse rootmeansquarederror'],
  ['mse', 'metric.mse', 'decimal', 0, undefined, 'mse meansquarederror'],
  ['mae', 'metric.mae', 'decimal', 0, undefined, 'mae meanabsoluteerror'],
  ['mape', 'metric.mape', 'score', 0, undefined, 'mape meanabsolutepercentageerror'],
  ['medianAbsoluteError', 'metric.medianAbsoluteError', 'decimal', 0, undefined, 'medianabsoluteerror'],
  ['maxError', 'metric.maxError', 'decimal', 0, undefined, 'maxerror'],
  ['ndcg', 'metric.ndcg', 'score', 0, 1, 'ndcg ndcgscore'],
  ['map', 'metric.map', 'score', 0, 1, 'map meanaverageprecision'],
  ['mrr', 'metric.mrr', 'score', 0, 1, 'mrr meanreciprocalrank'],
  ['coverage', 'metric.coverage', 'ratio', 0, 1, 'coverage'],
  ['diversity', 'metric.diversity', 'ratio', 0, 1, 'diversity'],
  ['wer', 'metric.wer', 'score', 0, undefined, 'wer worderrorrate'],
  ['cer', 'metric.cer', 'score', 0, undefined, 'cer charactererrorrate'],
  ['perplexity', 'metric.perplexity', 'decimal', 1, undefined, 'perplexity'],
  ['psi', 'metric.psi', 'score', 0, undefined, 'psi populationstabilityindex'],
  ['driftShare', 'metric.driftShare', 'ratio', 0, 1, 'driftshare shareofdriftedcolumns'],
];

const averages: readonly Average[] = ['macro', 'weighted', 'micro', 'samples'];

const metricOf = ([key, label, unit, min, max]: Row): KnownMetric => ({
  key,
  label,
  unit,
  ...(min !== undefined && { min }),
  ...(max !== undefined && { max }),
});

/** All names of a metric, those of its averages too: `f1macro`, `macrof1`, `macroavgf1`. */
function namesOf(row: Row): [string, NamedMetric][] {
  const metric = metricOf(row);
  return row[5].split(' ').flatMap((name) => [
    [name, metric] as [string, NamedMetric],
    ...averages.flatMap((average): [string, NamedMetric][] => {
      const averaged: NamedMetric = { ...metric, average };
      return [`${name}${average}`, `${average}${name}`, `${average}avg${name}`].map((each) => [each, averaged]);
    }),
  ]);
}

const byName: ReadonlyMap<string, NamedMetric> = /* @__PURE__ */ new Map(rows.flatMap(namesOf));

const isPlain = /^[a-z0-9]*$/;
const separators = /[^a-z0-9]+/g;

/** Finds what is known of a metric: `roc_auc`, `ROC AUC`, `f1_macro`, `macro f1`; `undefined` for names that nobody knows. */
export const knownMetric = (name: string): NamedMetric | undefined =>
  byName.get(isPlain.test(name) ? name : name.toLowerCase().replace(separators, ''));

/** One name for all names of a metric: `f1_score`, `F1` and `f1` are `f1`, its macro average is `f1.macro`. */
export const keyOf = (name: string): string => {
  const known = knownMetric(name);
  if (known === undefined) return name;
  return known.average === undefined ? known.key : `${known.key}.${known.average}`;
};
