import { describe, expect, it } from 'vitest';
import type { RevenueReportInput } from '../../../src/domains/revenue-report/schema.js';
import { createFormatters } from '../../../src/index.js';
import { checkReport } from '../../../src/report/check.js';
import type { ReportOptions } from '../../../src/report/produce.js';
import type { TenantConfig } from '../../../src/tenant/config.js';
import { deepFreeze } from '../../support/deep-freeze.js';
import { line, statement } from './statement.js';

const rates = { base: 'EUR', date: '2026-09-30', source: 'European Central Bank', rates: { USD: '1.25', JPY: '160' } };

function reportOf(input: RevenueReportInput, config: Partial<TenantConfig> = {}, options?: ReportOptions) {
  const { revenueReport } = createFormatters({ tenantId: 'label_42', ...config });
  const { payload, diagnostics } = revenueReport.format(deepFreeze(input), options);
  expect(checkReport(payload, input)).toEqual([]);
  const kpi = (key: string) => payload.kpis.find((each) => each.key === key);
  const codes = (list: readonly { code: string }[]) => list.map(({ code }) => code);
  const warnings = diagnostics.filter(({ severity }) => severity === 'warning');
  return { payload, diagnostics: warnings, kpi, insights: codes(payload.insights), findings: codes(payload.findings) };
}

const table = (payload: ReturnType<typeof reportOf>['payload'], path: string) =>
  payload.tables.find((each) => each.path === path);

describe('the totals of a statement', () => {
  it('are exact where doubles are not', () => {
    const { kpi } = reportOf(
      statement({ lines: [line({ net: '0.1' }), line({ net: '0.2' }), line({ net: '0.0049' })] }),
    );
    expect(kpi('net')?.value).toBe('0.30');
  });

  it.each([
    ['rates of its own', { fx: rates }, {}],
    ["the tenant's rates", {}, { rates: () => rates }],
  ])('are converted once by %s, which are named', (_name, member, config) => {
    const lines = [line({ net: '1.00' }), line({ net: '1.00', currency: 'USD' }), line({ net: '1', currency: 'JPY' })];
    const { payload, kpi } = reportOf(statement({ lines, ...member }), config);
    // 1 + 0.8 + 0.00625, rounded once.
    expect(kpi('net')?.value).toBe('1.81');
    const text = JSON.stringify(payload.document);
    expect(text).toContain('1 USD = €0.80');
    expect(text).toContain('European Central Bank, Sep 30, 2026');
    expect(table(payload, 'currencies')?.rows).toHaveLength(3);
  });

  it('leave out what there is no rate for, and say so', () => {
    const { kpi, diagnostics, payload } = reportOf(
      statement({ lines: [line(), line({ currency: 'CHF', net: '900' })] }),
    );
    expect(kpi('net')?.value).toBe('3.60');
    expect(diagnostics).toMatchObject([{ code: 'unconverted', severity: 'warning' }]);
    expect(JSON.stringify(payload.document)).toContain('Amounts in CHF are in no total');
  });

  it('say that rates are of another time', () => {
    const lines = [line(), line({ currency: 'USD' })];
    const { diagnostics } = reportOf(statement({ lines, fx: { ...rates, date: '2026-06-30' } }));
    expect(diagnostics.map(({ code }) => code)).toContain('rate-stale');
  });

  it('ask the tenant for no rates where one currency is all there is', () => {
    const refuse = () => {
      throw new Error('asked');
    };
    expect(reportOf(statement(), { rates: refuse }).kpi('net')?.value).toBe('3.60');
  });

  it('add up in every column, whatever is converted', () => {
    const lines = ['Spotify', 'Deezer', 'Tidal'].map((dsp) => line({ dsp, net: '0.01', currency: 'USD' }));
    const { payload, kpi } = reportOf(statement({ lines, fx: rates }));
    const nets = table(payload, 'byService')?.rows.map((row) => row[2]?.[0]) ?? [];
    const sum = nets.reduce((all, cell) => all + (cell?.type === 'money' ? Number(cell.amount) : Number.NaN), 0);
    expect(sum).toBeCloseTo(Number(kpi('net')?.value), 9);
  });
});

describe('what a stream pays', () => {
  it('is told below the cent', () => {
    const { kpi } = reportOf(statement({ lines: [line({ quantity: 30_000, net: '96.39' })] }));
    expect(kpi('perStreamRate')).toMatchObject({ value: '0.003213', maxFractionDigits: 4 });
  });

  it('is not told of downloads', () => {
    expect(reportOf(statement({ lines: [line({ useType: 'download' })] })).kpi('perStreamRate')).toBeUndefined();
  });

  it.each([
    ['EUR', '15.00', ['streamRate']],
    ['EUR', '9.99', []],
    ['JPY', '15.00', []],
  ])('is doubted from a cent on, where a unit is about a dollar: %s %s', (currency, net, expected) => {
    expect(reportOf(statement({ currency, lines: [line({ net })] })).findings).toEqual(expected);
  });
});

describe('the splits of a statement', () => {
  const three = ['Mira', 'Otto', 'Quai'].map((party, index) => ({
    party,
    role: 'writer',
    shareRatio: [0.34, 0.33, 0.33][index] ?? 0,
  }));

  it('are allocated to the last cent', () => {
    const { payload } = reportOf(statement({ lines: [line({ net: '100.01' })], splits: three }));
    const amounts = table(payload, 'splits')?.rows.map((row) => row[4]?.[0]);
    expect(amounts?.map((cell) => cell?.type === 'money' && cell.amount)).toEqual(['34.01', '33.00', '33.00']);
  });

  it('of a work take what that work earned, those of all works the rest', () => {
    const lines = [line({ isrc: 'FRZ112600121', net: '10.00' }), line({ net: '4.00' })];
    const splits = [
      { work: 'FR-Z11-26-00121', party: 'Mira', role: 'performer', shareRatio: 1 },
      { party: 'Quai', role: 'label', shareRatio: 1 },
    ];
    const rows = table(reportOf(statement({ lines, splits })).payload, 'splits')?.rows;
    expect(rows?.map((row) => row[4])).toMatchObject([[{ amount: '10.00' }], [{ amount: '4.00' }]]);
  });

  it('that make no whole are said, and nothing is split by them', () => {
    const { payload, findings } = reportOf(statement({ splits: three.slice(1) }));
    expect(findings).toEqual(['splitSum']);
    expect(payload.findings[0]?.text).toContain('66%');
    expect(table(payload, 'splits')).toBeUndefined();
  });

  it('are confidential', () => {
    const columns = table(reportOf(statement({ splits: three })).payload, 'splits')?.columns;
    expect(columns?.filter(({ classification }) => classification === 'confidential')).toHaveLength(3);
  });
});

describe('contradictions of a statement', () => {
  it.each<[string, Partial<RevenueReportInput>, string[]]>([
    ['a total that is none', { totals: { net: '4.00' } }, ['total']],
    ['a total within rounding', { totals: { net: '3.605' } }, []],
    ['uses that do not add up', { totals: { quantity: 999 } }, ['total']],
    [
      'gross less deductions that is not net',
      { lines: [line({ gross: '5.00', deductions: [{ kind: 'tax', amount: '1.00' }] })] },
      ['netOfLines'],
    ],
    [
      'gross less deductions that is',
      { lines: [line({ gross: '4.60', deductions: [{ kind: 'tax', amount: '1.00' }] })] },
      [],
    ],
    ['a refund that pays', { lines: [line(), line({ quantity: -5, net: '0.01' })] }, ['refundSign']],
    [
      'a payout while an advance is open',
      { balance: { broughtForward: '-100', earned: '3.60', payable: '3.60' } },
      ['balance'],
    ],
    [
      'a payout below the threshold',
      { balance: { broughtForward: '0', earned: '3.60', payable: '3.60', threshold: '50' } },
      ['balance'],
    ],
    [
      'a balance that holds',
      { balance: { broughtForward: '-1.00', earned: '3.60', payable: '2.60', unrecouped: '0' } },
      [],
    ],
    [
      'a balance with an adjustment',
      {
        balance: { broughtForward: '0', earned: '3.60', payable: '2.60' },
        adjustments: [{ label: 'fee', amount: '-1.00' }],
      },
      [],
    ],
  ])('are said: %s', (_name, member, expected) => {
    const { findings, diagnostics } = reportOf(statement(member));
    expect(findings).toEqual(expected);
    expect(diagnostics.map(({ code }) => code)).toEqual(expected.map(() => 'inconsistent'));
  });
});

describe('sentences of a statement', () => {
  const compared = [
    line({ net: '50.00', quantity: 12_000, previousNet: '30.00', previousQuantity: 10_000 }),
    line({ dsp: 'Deezer', net: '21.00', quantity: 5000, previousNet: '20.00', previousQuantity: 5000 }),
  ];

  it('name what moved, by what, and split it in price and volume', () => {
    const { insights, payload } = reportOf(statement({ lines: compared }));
    expect(insights).toEqual(['rose', 'drivers', 'priceVolume', 'topShare']);
    expect(payload.insights.map(({ text }) => text.replaceAll('\u2009', ' '))).toEqual([
      'Net revenue: €71.00, up 42% on Apr 1 – Jun 30, 2026',
      'Net revenue: 95% of the change comes from Spotify',
      'Net revenue: €15.00 of the change from what a use pays, €6.00 from the number of uses',
      'Net revenue: 70.4% comes from Spotify',
    ]);
  });

  it('say nothing of a change while figures are coming in', () => {
    const window = { ...statement().window, complete: false };
    const { insights, payload } = reportOf(statement({ window, lines: compared }));
    expect(insights).toEqual(['topShare']);
    expect(JSON.stringify(payload.document)).toContain('period not over, no comparison yet');
  });

  it('say what keeps money from being paid out', () => {
    const open = { broughtForward: '-100.00', earned: '40.00', recouped: '40.00', unrecouped: '60.00', payable: '0' };
    expect(reportOf(statement({ balance: open })).insights).toEqual(['unrecouped', 'runRate']);
    const small = { broughtForward: '0', earned: '3.60', payable: '0', threshold: '50.00' };
    expect(reportOf(statement({ balance: small })).insights).toEqual(['belowThreshold']);
  });
});
