import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDocumentSchemas } from '../../../src/document/schema.js';
import { toGateReport, toJUnit, toMetricBatch, toModelIndex } from '../../../src/formatters/ml-model-performance.js';
import { checkReport } from '../../../src/report/check.js';
import { deepFreeze } from '../../support/deep-freeze.js';
import { tries } from '../../support/runs.js';
import { anyInput } from './arbitrary.js';
import { createReports } from './make-report.js';

const formatters = ['en', 'fr', 'ar'].map((locale) => createReports({ locale }));
const { document: documentSchema } = createDocumentSchemas();

const unprintable = /\bNaN\b|undefined|Infinity|\[object/;

describe('any valid input of a model', () => {
  it('becomes a report all of whose numbers follow from it', () => {
    fc.assert(
      fc.property(anyInput, fc.constantFrom(...formatters), (input, formatter) => {
        const { payload } = formatter.format(deepFreeze(structuredClone(input)));
        expect(checkReport(payload, input)).toEqual([]);
      }),
      tries(120),
    );
  });

  it('becomes a document that every channel takes, without a number that is none', () => {
    fc.assert(
      fc.property(anyInput, fc.constantFrom(...formatters), (input, formatter) => {
        const { payload } = formatter.format(input);
        expect(documentSchema.safeParse(payload.document).success).toBe(true);
        expect(structuredClone(payload)).toEqual(payload);
        const own = unprintable.test(JSON.stringify(input));
        if (!own) expect(JSON.stringify(payload)).not.toMatch(unprintable);
      }),
      tries(60),
    );
  });

  it('has a verdict, an index and metrics', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const frozen = deepFreeze(structuredClone(input));
        const { gates, verdict } = toGateReport(frozen);
        if (verdict === 'passed') expect(gates.every(({ status }) => status === 'passed')).toBe(true);
        expect(toJUnit(frozen).match(/<testcase /g)?.length ?? 0).toBe(gates.length);
        expect(toModelIndex(frozen)).not.toMatch(/value: (?:NaN|null|undefined)/);
        for (const { points } of toMetricBatch(frozen).metrics) expect(points.length).toBeGreaterThan(0);
      }),
      tries(60),
    );
  });
});
