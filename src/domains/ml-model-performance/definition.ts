/** What a report of a model is about. */
import type { ReportDefinition } from '../../report/produce.js';
import { composeMlModelPerformance } from './compose.js';
import type { MLModelPerformanceInput } from './input.js';
import { mlModelPerformanceSchema } from './schema.js';

/**
 * Lenient calls leave out rows of these lists. Classes and gates are not among them: sums would no longer add up, and a gate
 * that is left out would read as met.
 */
export const mlModelPerformanceReport: ReportDefinition<MLModelPerformanceInput> = {
  id: 'mlModelPerformance',
  schema: mlModelPerformanceSchema,
  rows: [
    'metrics',
    'drift',
    'fairness',
    'curves.roc',
    'curves.pr',
    'curves.calibration',
    'curves.threshold',
    'champion.metrics',
  ],
  compose: composeMlModelPerformance,
};
