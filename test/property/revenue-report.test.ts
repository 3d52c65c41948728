import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFormatters } from '../../src/index.js';
import { checkReport } from '../../src/report/check.js';
import { deepFreeze } from '../support/deep-freeze.js';
import { tries } from '../support/runs.js';
import { locales } from '../support/tenants.js';
import { statements } from './arbitraries/revenue.js';

const formatters = Object.fromEntries(
  locales.map((locale) => [locale, createFormatters({ tenantId: 'label_42', locale, clock: () => 0 })]),
);

/** What a program leaves behind where it forgot a case. */
const leftovers = /\bNaN\b|undefined|Infinity|\[object/;

describe('any royalty statement', () => {
  it('makes a report, in every language, of nothing but what follows from it', () => {
    fc.assert(
      fc.property(statements, fc.constantFrom(...locales), (input, locale) => {
        const given = deepFreeze(input);
        const formatter = formatters[locale]?.revenueReport;
        const result = formatter?.tryFormat(given);
        expect(result).toMatchObject({ ok: true });
        if (!result?.ok) return;
        const { payload } = result.value;
        expect(checkReport(payload, given)).toEqual([]);
        const names = JSON.stringify([input.payee, input.lines, input.splits]);
        if (!leftovers.test(names)) expect(JSON.stringify(payload)).not.toMatch(leftovers);
        expect(structuredClone(payload)).toEqual(payload);
      }),
      tries(150),
    );
  });

  it('splits nothing away: parts of a work add up to it', () => {
    fc.assert(
      fc.property(statements, (input) => {
        const shares = (input.splits ?? []).reduce((sum, { shareRatio }) => sum + shareRatio, 0);
        fc.pre(Math.abs(shares - 1) < 1e-9 && input.lines.length > 0);
        const { payload } = formatters['en']?.revenueReport.format(input) ?? {};
        const net = payload?.kpis.find(({ key }) => key === 'net')?.value;
        const table = payload?.tables.find(({ path }) => path === 'splits');
        const sum = table?.rows.reduce((all, row) => {
          const cell = row[4]?.[0];
          return all + (cell?.type === 'money' ? Number(cell.amount) : Number.NaN);
        }, 0);
        expect(sum).toBeCloseTo(Number(net), 2);
      }),
      tries(150),
    );
  });
});
