import { describe, expect, it } from 'vitest';
import { createFormatters } from '../../../src/index.js';
import { line, statement } from './statement.js';

const { revenueReport } = createFormatters({ tenantId: 'label_42' });

describe('a royalty statement', () => {
  it.each<[string, object]>([
    ['without lines', { lines: [] }],
    ['with a refund', { lines: [line({ quantity: -3, net: '-0.01' })] }],
    ['with identifiers', { lines: [line({ isrc: 'FR-Z11-26-00121', iswc: 'T-034.524.680-1', upc: '0602445790098' })] }],
    ['with rates of its own', { fx: { base: 'EUR', date: '2026-09-30', source: 'Bank', rates: { USD: '1.17' } } }],
    ['for the world', { lines: [line({ territory: 'WW' })] }],
  ])('is accepted %s', (_name, member) => {
    expect(revenueReport.tryFormat(statement(member)).ok).toBe(true);
  });

  it.each<[string, object, string]>([
    ['an amount that is a number', { lines: [{ ...line(), net: 3.6 }] }, 'lines.0.net'],
    ['an amount with an exponent', { lines: [line({ net: '3e2' })] }, 'lines.0.net'],
    ['an amount that is missing', { lines: [{ ...line(), net: '' }] }, 'lines.0.net'],
    ['a quantity that is a text', { lines: [{ ...line(), quantity: '1000' }] }, 'lines.0.quantity'],
    ['half a use', { lines: [line({ quantity: 0.5 })] }, 'lines.0.quantity'],
    ['a country by its name', { lines: [line({ territory: 'France' })] }, 'lines.0.territory'],
    ['a use that is none', { lines: [{ ...line(), useType: 'stream' }] }, 'lines.0.useType'],
    ['an ISRC of 11 characters', { lines: [line({ isrc: 'FRZ11260012' })] }, 'lines.0.isrc'],
    ['an ISWC with another check digit', { lines: [line({ iswc: 'T0345246802' })] }, 'lines.0.iswc'],
    ['a currency that is none', { currency: 'EURO' }, 'currency'],
    ['a rate of zero', { fx: { base: 'EUR', date: '2026-09-30', source: 'Bank', rates: { USD: '0' } } }, 'fx'],
    ['a share in percent', { splits: [{ party: 'Mira', role: 'label', shareRatio: 50 }] }, 'splits.0.shareRatio'],
    ['days in the wrong order', { window: { from: '2026-09-30', to: '2026-07-01' } }, 'window.to'],
    ['a day that is none', { window: { from: '2026-02-30', to: '2026-07-01' } }, 'window.from'],
    ['a member that nobody knows', { period: '2026-Q3' }, 'period'],
  ])('is refused with %s', (_name, member, path) => {
    const result = revenueReport.tryFormat({ ...statement(), ...member });
    expect(result).toMatchObject({ ok: false, error: { code: 'ERR_INPUT_INVALID', issues: [{ path }] } });
  });

  it('says how a corrupt cell begins, beside the message and not in it', () => {
    const corrupt = `BPM110KeyAModeMajor${'x'.repeat(200)}`;
    const result = revenueReport.tryFormat(statement({ lines: [line(), { ...line(), net: corrupt }] }));
    expect(result).toMatchObject({ ok: false, error: { issues: [{ path: 'lines.1.net' }] } });
    if (result.ok || result.error.code !== 'ERR_INPUT_INVALID') return;
    expect(result.error.message).not.toContain('BPM110');
    expect(result.error.issues[0]?.received).toMatch(/^BPM110KeyAModeMajor/);
    expect(result.error.issues[0]?.received?.length).toBeLessThanOrEqual(80);
  });

  it('leaves rows with something wrong out where the call asks for it, and says how many', () => {
    const rows = Array.from({ length: 1204 }, (_value, index) => line({ net: index % 602 === 0 ? 'n/a' : '1.00' }));
    const { payload, diagnostics } = revenueReport.format(statement({ lines: rows }), { mode: 'lenient' });
    expect(payload.omitted).toEqual({ rows: 2, of: 1204 });
    expect(JSON.stringify(payload.document)).toContain('2 of 1,204 rows left out');
    expect(diagnostics.filter(({ path }) => /^lines\.\d+\.net$/.test(path))).toHaveLength(2);
    expect(payload.kpis.find(({ key }) => key === 'net')?.value).toBe('1202.00');
  });

  it('is refused in every mode where no row can be blamed', () => {
    const result = revenueReport.tryFormat({ ...statement(), currency: 'EURO' }, { mode: 'lenient' });
    expect(result).toMatchObject({ ok: false, error: { issues: [{ path: 'currency' }] } });
  });
});
