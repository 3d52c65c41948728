/** Reports of models for tests, in all languages. */
import { readFileSync } from 'node:fs';
import type { MLModelPerformanceInput } from '../../../src/domains/ml-model-performance/input.js';
import { MLModelPerformanceFormatter } from '../../../src/formatters/ml-model-performance.js';
import { ar } from '../../../src/generated/locales/ar.js';
import { arReports } from '../../../src/generated/locales/ar-reports.js';
import { en } from '../../../src/generated/locales/en.js';
import { enReports } from '../../../src/generated/locales/en-reports.js';
import { fr } from '../../../src/generated/locales/fr.js';
import { frReports } from '../../../src/generated/locales/fr-reports.js';
import type { Insight } from '../../../src/report/model.js';
import type { ReportOptions } from '../../../src/report/produce.js';
import type { TenantConfig } from '../../../src/tenant/config.js';

/** The smallest input. */
export const minimal: MLModelPerformanceInput = {
  model: { name: 'genre-tagger' },
  task: 'binary',
  dataset: { name: 'held-out' },
  metrics: [],
};

/** Reads a JSON file of the repository. */
export const readInput = (path: string): MLModelPerformanceInput =>
  JSON.parse(readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8')) as MLModelPerformanceInput;

export const createReports = (config: Partial<TenantConfig> = {}): MLModelPerformanceFormatter =>
  new MLModelPerformanceFormatter({
    tenantId: 'label_42',
    locales: [en, enReports, fr, frReports, ar, arReports],
    ...config,
  });

/** Formats an input with all that the minimal one lacks. */
export const reportOf = (
  input: Partial<MLModelPerformanceInput>,
  options: ReportOptions = {},
  config: Partial<TenantConfig> = {},
) => createReports(config).format({ ...minimal, ...input }, options);

/** The sentences, by their codes. */
export const insightsBy = (insights: readonly Insight[]): Readonly<Record<string, Insight | undefined>> =>
  Object.fromEntries(insights.map((insight) => [insight.code, insight]));

/** Predictions for breast_cancer as scikit-learn counted them. */
export const cancer = {
  labels: ['malignant', 'benign'],
  matrix: [
    [57, 6],
    [4, 104],
  ],
};
