import { describe, expect, it } from 'vitest';
import type { Block, Table } from '../../src/document/nodes.js';
import type { Diagnostic } from '../../src/kernel/diagnostics.js';
import { changeInsight } from '../../src/report/changes.js';
import { composeReport, type ReportParts } from '../../src/report/compose.js';
import { makeFinding } from '../../src/report/insight.js';
import { makeKpi } from '../../src/report/kpi.js';
import type { Omitted } from '../../src/report/model.js';
import type { ReportWindow } from '../../src/report/period.js';
import { july, makeContext } from './make-context.js';

const table = (rows: number): Table => ({
  type: 'table',
  path: 'tracks',
  columns: [{ label: 'Track' }],
  rows: Array.from({ length: rows }, (_, index) => [[{ type: 'text', value: `Track ${index}` }]]),
});

type Wanted = {
  parts?: Partial<ReportParts>;
  omitted?: Omitted;
  window?: ReportWindow;
  maxTableRows?: number;
  locale?: string;
};

function compose({
  parts = {},
  omitted = { rows: 0, of: 0 },
  window = july,
  maxTableRows = 20,
  locale = 'en',
}: Wanted = {}) {
  const diagnostics: Diagnostic[] = [];
  const context = makeContext({ window, diagnostics, locale, reports: { maxTableRows } });
  const kpi = (key: string) =>
    makeKpi(context, { key, label: key, path: key, unit: 'count', figure: { value: 120, previous: 100 } });
  const kpis = [kpi('streams'), kpi('saves')];
  const insights = kpis.flatMap((each) => changeInsight(context, each) ?? []);
  const whole: ReportParts = { title: 'Report', kpis, insights, findings: [], charts: [], tables: [], ...parts };
  return { report: composeReport('test', context, whole, omitted), diagnostics, context };
}

const kindsOf = (blocks: readonly Block[]): string[] => blocks.map(({ type, path }) => `${type} ${path ?? ''}`);

const textOf = (value: unknown): string => JSON.stringify(value).replaceAll(/[\u2009\u202f\u00a0]/g, ' ');

describe('a report', () => {
  it('says first what changed, then the figures, then the rest', () => {
    const { context } = compose();
    const finding = makeFinding(context, 'finding.total', {
      params: {
        what: { type: 'text', value: 'Streams' },
        parts: { type: 'number', value: 9 },
        total: { type: 'number', value: 10 },
      },
      paths: ['streams'],
    });
    const chart = {
      type: 'chart',
      path: 'timeline',
      kind: 'line',
      title: 'T',
      alt: 'A',
      categories: [],
      series: [],
    } as const;
    const parts = { findings: [finding], charts: [chart], tables: [table(1)], notes: ['A note'] };
    const { report } = compose({ parts });
    expect(kindsOf(report.document.children)).toEqual([
      'paragraph insights',
      'facts window',
      'section insights',
      'kpis kpis',
      'section findings',
      'chart timeline',
      'table tracks',
      'section notes',
    ]);
    expect(report.findings).toEqual([finding]);
    expect(report.document.meta.headline).toContain('streams: 120, up 20%');
  });

  it('holds no more than there is', () => {
    const { report, diagnostics } = compose({
      parts: { kpis: [], insights: [] },
      window: { from: '2026-07-01', to: '2026-07-31' },
    });
    expect(kindsOf(report.document.children)).toEqual(['facts window']);
    expect(report.document.meta).toEqual({});
    expect(report).not.toHaveProperty('jsonLd');
    expect(diagnostics).toEqual([]);
    expect(structuredClone(report)).toEqual(report);
  });

  it('says that figures are still coming in, and compares nothing', () => {
    const { report } = compose({ window: { ...july, complete: false } });
    expect(report.insights).toEqual([]);
    expect(textOf(report.document)).toContain('Figures are still coming in');
    expect(textOf(report.document)).toContain('period not over, no comparison yet');
  });

  it.each([
    [1, 3, 'en', '1 of 3 rows left out: something in it was wrong'],
    [2, 1204, 'en', '2 of 1,204 rows left out: something in them was wrong'],
    [2, 1204, 'fr', '2 lignes sur 1 204 écartées, car erronées'],
  ])('says above all else that %i of %i rows were left out, in %s', (rows, of, locale, text) => {
    const { report, diagnostics } = compose({ omitted: { rows, of }, locale });
    const [first] = report.document.children;
    expect(first).toMatchObject({ type: 'paragraph', path: 'omitted', importance: 'high' });
    expect(textOf(first)).toContain(text);
    expect(report.omitted).toEqual({ rows, of });
    expect(diagnostics).toContainEqual(
      expect.objectContaining({ code: 'dropped', severity: 'warning', path: '', limit: of - rows, actual: of }),
    );
  });

  it('shows the first rows of a table, says how many there are, and keeps all of them beside it', () => {
    const { report, diagnostics } = compose({ parts: { tables: [table(25)] }, maxTableRows: 20 });
    const shown = report.document.children.filter(({ path }) => path === 'tracks');
    expect(shown[0]).toMatchObject({ type: 'table', rows: { length: 20 } });
    expect(textOf(shown[1])).toContain('The table shows 20 of 25 rows.');
    expect(report.tables[0]?.rows).toHaveLength(25);
    expect(diagnostics).toContainEqual(
      expect.objectContaining({ code: 'dropped', severity: 'info', path: 'tracks', limit: 20, actual: 25 }),
    );
  });

  it('shows a table that just fits as it is', () => {
    const { report, diagnostics } = compose({ parts: { tables: [table(20)] }, maxTableRows: 20 });
    expect(report.document.children.filter(({ path }) => path === 'tracks')).toEqual([table(20)]);
    expect(diagnostics).toEqual([]);
  });

  it('reports a contradiction once, without its content', () => {
    const { context, diagnostics } = compose();
    makeFinding(context, 'finding.total', {
      params: {
        what: { type: 'text', value: 'canary' },
        parts: { type: 'number', value: 9 },
        total: { type: 'number', value: 10 },
      },
      paths: ['net', 'lines'],
    });
    expect(diagnostics).toEqual([
      { code: 'inconsistent', severity: 'warning', path: 'net', message: 'The input contradicts itself: total' },
    ]);
  });

  it.each(['en', 'fr', 'ar'])('is in the language of the reader: %s', (locale) => {
    const { report } = compose({ locale });
    expect(report.document).toMatchObject({ locale, dir: locale === 'ar' ? 'rtl' : 'ltr' });
    expect(new Set(report.insights.map(({ text }) => text)).size).toBe(2);
  });
});
