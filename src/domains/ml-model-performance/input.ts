/** What is known of how well a model does: the type of the input of `MLModelPerformanceFormatter`. */
import type { Instant } from '../../kernel/instant.js';
import type { ReportWindow } from '../../report/period.js';
import type { Polarity } from '../../tenant/report-options.js';

export type MLTask =
  | 'binary'
  | 'multiclass'
  | 'multilabel'
  | 'regression'
  | 'ranking'
  | 'forecast'
  | 'asr'
  | 'generation';

export type MLModel = {
  name: string;
  version?: string;
  /** As a registry calls it: `Production`, `canary`. */
  stage?: string;
  trainedAt?: Instant;
  /** What it was trained on. */
  data?: string;
};

export type MLDataset = {
  name: string;
  /** `test`, `validation`. */
  split?: string;
  /** Observations. Below 30 nothing is said of differences. */
  n?: number;
  /** The days that the observations are of. */
  window?: { from: string; to: string };
};

/** A figure by its usual name: `accuracy`, `f1_score`, `roc_auc`. Names that nobody knows are shown as they are. */
export type MLMetric = {
  name: string;
  value: number;
  /** The ends of its 95 % interval. */
  ci?: { low: number; high: number };
  /** @default by the name */
  polarity?: Polarity;
  /** What something simple reaches: the mean, the majority class, the rule that came before the model. */
  baseline?: number;
  /** What it has to reach, or has to stay below where lower is better. */
  threshold?: number;
  /** The part of the data that it is of: `country=FR`. @default all of them */
  slice?: string;
  /** Observations, where they are not those of the dataset. */
  n?: number;
  /** Of the version or window before. */
  previous?: number;
};

/** Rows are what is true, columns what was predicted, as scikit-learn has it. */
export type MLConfusion = { labels: string[]; matrix: number[][] };

/** Ratios from 0 to 1; what is undefined for a class is left out. */
export type MLClass = { label: string; precision?: number; recall?: number; f1?: number; support: number };

export type MLCurves = {
  /** Both rates grow from point to point. A threshold is `null` where it is infinite, as the first of scikit-learn is. */
  roc?: { fpr: number; tpr: number; threshold?: number | null }[];
  /** Ordered by recall, up or down. */
  pr?: { precision: number; recall: number; threshold?: number | null }[];
  /** Bins: their mean score, how often it came true, how many observations. */
  calibration?: { predicted: number; observed: number; n: number }[];
  /** What would hold at other thresholds, in order. */
  threshold?: { threshold: number; precision?: number; recall?: number; f1?: number }[];
};

/** Figures of lists of `k` items, 0 to 1. */
export type MLRanking = {
  k: number;
  ndcg?: number;
  /** How relevance counts in `ndcg`: as it is, or as 2^relevance - 1. Needed with it: both give other figures. */
  gain?: 'linear' | 'exponential';
  map?: number;
  mrr?: number;
  recall?: number;
  coverage?: number;
  diversity?: number;
};

export type MLDriftTest = 'psi' | 'ks' | 'chi2' | 'js' | 'wasserstein';

export type MLDrift = {
  feature: string;
  test: MLDriftTest;
  score: number;
  pValue?: number;
  /** Of the score for `psi`, `js`, `wasserstein`; of the p-value where there is one. */
  threshold?: number;
  /** @default by score or p-value and threshold; nothing is said without one */
  drifted?: boolean;
};

export type MLLatency = {
  p50?: number;
  p90?: number;
  p95?: number;
  p99?: number;
  max?: number;
  /** Requests. */
  n?: number;
  unit: 'us' | 'ms' | 's';
};

/** A metric of a group of people. */
export type MLGroup = { attribute: string; group: string; n: number; metric: string; value: number };

/** A decimal text in major units. `per`: what it pays for, as `1,000 predictions`. */
export type MLCost = { amount: string; currency: string; per?: string; previous?: string };

export type MLGateOp = '>=' | '>' | '<=' | '<' | '==';

/** What a metric must be for a model to pass. `metric` may also be `latency.p95` and its like, `driftShare`, `ece`. */
export type MLGate = { name: string; metric: string; op: MLGateOp; limit: number };

/** Observations by who was right: both models, this one only, the other only, none. */
export type MLPairs = { both: number; onlyThis: number; onlyOther: number; neither: number };

/** The model that this one would replace, on the same observations. */
export type MLChampion = {
  name: string;
  version?: string;
  metrics?: { name: string; value: number }[];
  /** What McNemar's test needs. */
  pairs?: MLPairs;
};

/** How well a model does. All ratios are from 0 to 1. */
export type MLModelPerformanceInput = {
  model: MLModel;
  task: MLTask;
  dataset: MLDataset;
  metrics: MLMetric[];
  /** The days that this report is of, and those of `previous`. */
  window?: ReportWindow;
  confusion?: MLConfusion;
  perClass?: MLClass[];
  curves?: MLCurves;
  ranking?: MLRanking;
  drift?: MLDrift[];
  latency?: MLLatency;
  fairness?: MLGroup[];
  cost?: MLCost;
  gates?: MLGate[];
  champion?: MLChampion;
};
