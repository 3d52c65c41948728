import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkReport } from '../../../src/report/check.js';
import { deepFreeze } from '../../support/deep-freeze.js';
import { tries } from '../../support/runs.js';
import { anyEngagement } from './arbitrary.js';
import { engagement } from './make-report.js';

const formatters = ['en', 'fr', 'ar'].map((locale) => engagement({ locale }));

describe('any valid input', () => {
  it('formats, says nothing that does not follow, and holds no leftover of a program', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(anyEngagement, fc.nat(2), (input, which) => {
        const formatter = formatters[which];
        const result = formatter?.tryFormat(deepFreeze(input));
        if (result === undefined || !result.ok) throw result?.error ?? new Error('expected a formatter');
        const { payload } = result.value;
        expect(checkReport(payload, input)).toEqual([]);
        expect(structuredClone(payload)).toEqual(payload);
        const numbers: number[] = [];
        const json = JSON.stringify(payload, (_key, value: unknown) => {
          if (typeof value === 'number') numbers.push(value);
          if (value === undefined) throw new Error('expected no member without a value');
          return value;
        });
        expect(numbers.every(Number.isFinite)).toBe(true);
        expect(json).not.toContain('[object');
        expect(payload.insights.length).toBeLessThanOrEqual(7);
        for (const { rows, columns } of payload.tables) {
          for (const row of rows) expect(row).toHaveLength(columns.length);
        }
        for (const { series, categories } of payload.charts) {
          for (const { values } of series) expect(values).toHaveLength(categories.length);
        }
      }),
      tries(60),
    );
  });

  it('says of nobody in a group of few who they are', () => {
    fc.assert(
      fc.property(anyEngagement, (input) => {
        const result = formatters[0]?.tryFormat(input);
        if (result?.ok !== true) throw new Error('expected a report');
        const segments = (input.segments ?? []).map((segment, index) => ({ ...segment, name: `Group ${index} of it` }));
        const again = formatters[0]?.tryFormat({ ...input, segments });
        if (again?.ok !== true) throw new Error('expected a report');
        const said = JSON.stringify(again.value.payload);
        for (const { name, users } of segments) if (users > 0 && users < 10) expect(said).not.toContain(name);
      }),
      tries(40),
    );
  });

  it('draws no cell that is not over', () => {
    fc.assert(
      fc.property(anyEngagement, (input) => {
        const result = formatters[0]?.tryFormat(input);
        if (result?.ok !== true) throw new Error('expected a report');
        const chart = result.value.payload.charts.find(({ path }) => path === 'retention.cohorts');
        const cohorts = input.retention?.cohorts ?? [];
        for (const [index, { values }] of (chart?.series ?? []).entries()) {
          const complete = cohorts[index]?.cells.filter(({ incomplete }) => incomplete !== true) ?? [];
          const drawn = values.filter((value) => value !== null);
          expect(drawn).toHaveLength((cohorts[index]?.size ?? 0) > 0 ? complete.length : 0);
        }
      }),
      tries(40),
    );
  });
});
