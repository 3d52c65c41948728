import { describe, expect, it } from 'vitest';
import { RevenueReportFormatter } from '../../src/formatters/revenue-report.js';
import { en } from '../../src/generated/locales/en.js';
import { enReports } from '../../src/generated/locales/en-reports.js';
import { fr } from '../../src/generated/locales/fr.js';
import { frReports } from '../../src/generated/locales/fr-reports.js';
import { createFormatters } from '../../src/index.js';

const window = { from: '2026-07-01', to: '2026-09-30' };
const empty = { window, currency: 'EUR', lines: [] };

describe('a formatter of reports', () => {
  it('asks for messages of reports when it is made, and names where they are', () => {
    expect(() => new RevenueReportFormatter({ tenantId: 'label_42', locales: [en, fr] })).toThrow(
      expect.objectContaining({
        code: 'ERR_CONFIG_INVALID',
        issues: [expect.objectContaining({ path: 'locales', message: expect.stringContaining('fr-reports') })],
      }),
    );
  });

  it.each([[[en, enReports, fr, frReports]], [[enReports, frReports, fr, en]]])(
    'speaks the language of its reader, in whatever order catalogs come',
    (locales) => {
      const formatter = new RevenueReportFormatter({ tenantId: 'label_42', locale: 'fr', locales });
      expect(formatter.format(empty).payload.document.title).toMatch(/^Relevé de revenus/);
    },
  );

  it('falls back to English where a language lacks messages of reports', () => {
    const formatter = new RevenueReportFormatter({ tenantId: 'label_42', locale: 'fr', locales: [fr, en, enReports] });
    expect(formatter.format(empty).payload.document.title).toMatch(/^Revenue report/);
  });

  it.each([
    ['a mode that is none', { mode: 'loose' }, 'mode'],
    ['a misspelt option', { modus: 'strict' }, 'modus'],
  ])('refuses %s', (_name, options, path) => {
    const { revenueReport } = createFormatters({ tenantId: 'label_42' });
    expect(revenueReport.tryFormat(empty, options as never)).toMatchObject({
      ok: false,
      error: { code: 'ERR_OPTIONS_INVALID', issues: [{ path }] },
    });
  });

  it('refuses what is nested too deep before it looks at it', () => {
    let deep: unknown = 1;
    for (let level = 0; level < 100; level += 1) deep = [deep];
    const { revenueReport } = createFormatters({ tenantId: 'label_42' });
    expect(revenueReport.tryFormat({ ...empty, lines: deep })).toMatchObject({
      ok: false,
      error: { code: 'ERR_INPUT_INVALID', issues: [{ path: '' }] },
    });
  });
});
