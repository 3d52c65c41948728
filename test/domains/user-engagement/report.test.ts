import { describe, expect, it } from 'vitest';
import { full, open, reportOf, window } from './make-report.js';

const ratio = (value: number, previous?: number) => ({ value, ...(previous !== undefined && { previous }) });

describe('derived figures', () => {
  it.each([
    ['stickiness', { active: { dau: 161, mau: 171 } }, 161 / 171],
    ['skipRatio', { listening: { plays: 400, skips: 100 } }, 0.25],
    ['completionRatio', { listening: { plays: 400, completions: 300 } }, 0.75],
    ['churnRatio', { subscription: { starts: 0, cancels: 50, activeAtStart: 1000 } }, 0.05],
    ['conversionRatio', { subscription: { starts: 0, cancels: 0, trials: 50, trialConversions: 20 } }, 0.4],
    ['quickRatio', { subscription: { starts: 60, cancels: 40, reactivations: 20 } }, 2],
    ['quickRatio', { subscription: { starts: 60, cancels: 40 } }, 1.5],
    ['ltv', { ltv: { arpu: '10.00', currency: 'EUR', churnRatio: 0.05, marginRatio: 0.5 } }, '100.0000'],
    ['ltv', { ltv: { arpu: '9.99', currency: 'EUR', churnRatio: 0.03 } }, '333.0000'],
    ['ltv', { ltv: { arpu: '10.00', currency: 'EUR', churnRatio: 0, horizonMonths: 12 } }, '120.0000'],
    ['ltv', { ltv: { arpu: '10.00', currency: 'EUR', churnRatio: 0.01, horizonMonths: 24 } }, '240.0000'],
    ['ltv', { ltv: { arpu: '10.00', currency: 'EUR', churnRatio: 0.1, horizonMonths: 24 } }, '100.0000'],
  ])('%s of %j is %s', (key, input, value) => {
    const { figure, unproven } = reportOf(input);
    expect(figure(key)?.value).toEqual(value);
    expect(unproven).toEqual([]);
  });

  it.each([
    ['stickiness', { active: { dau: 5, mau: 0 } }],
    ['stickiness', { active: { dau: 300, mau: 171 } }],
    ['stickiness', { active: { dau: 100, wau: 90, mau: 171 } }],
    ['skipRatio', { listening: { plays: 0, skips: 0 } }],
    ['skipRatio', { listening: { plays: 10, skips: 11 } }],
    ['churnRatio', { subscription: { starts: 0, cancels: 50 } }],
    ['churnRatio', { subscription: { starts: 0, cancels: 50, activeAtStart: 40 } }],
    ['quickRatio', { subscription: { starts: 60, cancels: 0 } }],
    ['ltv', { ltv: { arpu: '10.00', currency: 'EUR', churnRatio: 0 } }],
    ['ltv', { ltv: { arpu: '10.00', currency: 'EUR', churnRatio: 5e-324 } }],
  ])('%s of %j is not claimed', (key, input) => {
    const { figure, unproven } = reportOf(input);
    expect(figure(key)).toBeUndefined();
    expect(unproven).toEqual([]);
  });

  it('carry the interval of what they count', () => {
    const interval = reportOf({ active: { dau: 161, mau: 171 } }).figure('stickiness')?.interval;
    expect(interval?.low).toBeCloseTo(0.8957, 4);
    expect(interval?.high).toBeCloseTo(0.9679, 4);
  });

  it.each([
    ['of enough people', { plays: ratio(1000, 1000), skips: ratio(400, 200) }, 'points'],
    ['of few people now', { plays: ratio(29, 1000), skips: ratio(28, 200) }, 'withheld'],
    ['of few people before', { plays: ratio(1000, 29), skips: ratio(400, 5) }, 'none'],
    ['within the interval', { plays: ratio(1000, 1000), skips: ratio(205, 200) }, 'withheld'],
    ['with a contradiction before', { plays: ratio(1000, 100), skips: ratio(400, 200) }, 'none'],
  ])('compare rates %s: %s', (_name, listening, kind) => {
    expect(reportOf({ listening }).figure('skipRatio')?.change.kind).toBe(kind);
  });

  it('say over how many months a value is counted, and why', () => {
    const capped = reportOf({ ltv: { arpu: '10.00', currency: 'EUR', churnRatio: 0, horizonMonths: 12 } });
    expect(capped.figure('ltv')?.label).toBe('Value of 12 months');
    expect(JSON.stringify(capped.report.document)).toContain('counted for 12 months');
    const none = reportOf({ ltv: { arpu: '10.00', currency: 'EUR', churnRatio: 0 } });
    expect(JSON.stringify(none.report.document)).toContain('it needs a horizon in months');
  });
});

const cohort = (start: string, size: number, ...cells: (number | null)[]) => ({
  start,
  size,
  cells: cells.map((retained, k) => (retained === null ? { k, retained: 1, incomplete: true } : { k, retained })),
});

const retention = (...cohorts: ReturnType<typeof cohort>[]) => ({
  retention: { unit: 'week' as const, definition: 'n-day' as const, cohorts },
});

describe('retention', () => {
  it('is the mean of the cells that are over, weighted by the size of the cohorts', () => {
    const { report, figure } = reportOf(
      retention(
        cohort('2026-10-01', 100, 100, 60, 40),
        cohort('2026-10-08', 300, 300, 120, null),
        cohort('2026-10-15', 0, 0),
      ),
    );
    const [curve] = report.charts;
    expect(curve).toMatchObject({ path: 'retention.curve', series: [{ values: [1, 180 / 400, 0.4] }] });
    expect(figure('retentionRatio')).toMatchObject({ value: 0.45, n: 400, label: 'Week 1 retention' });
  });

  it('leaves what is not over empty in picture and table', () => {
    const { report } = reportOf(retention(cohort('2026-10-01', 100, 100, null)));
    expect(report.charts.find(({ path }) => path === 'retention.cohorts')?.series[0]?.values).toEqual([1, null]);
    expect(report.tables[0]?.rows[0]?.[3]).toEqual([]);
    expect(JSON.stringify(report.document)).toContain('1 cell is not over yet and is left empty.');
  });

  it('may rise again, since it is no funnel', () => {
    const { report } = reportOf(retention(cohort('2026-10-01', 100, 90, 40, 60)));
    expect(report.findings).toEqual([]);
  });

  it.each([
    ['rose', 400, 520, 'retentionRose', 'info', 'up 12 pp'],
    ['fell', 520, 400, 'retentionFell', 'notice', 'down 12 pp'],
  ])('%s from the oldest to the youngest cohort', (_name, before, now, code, severity, words) => {
    const { sentence, unproven } = reportOf(
      retention(
        cohort('2026-10-01', 1000, 1000, before),
        cohort('2026-10-08', 1000, 1000, now),
        cohort('2026-10-15', 1000, 1000, null),
      ),
    );
    expect(sentence(code)).toMatchObject({ severity });
    expect(sentence(code)?.text).toContain(words);
    expect(sentence(code)?.text).toContain('Oct 8, 2026');
    expect(unproven).toEqual([]);
  });

  it.each([
    ['chance would do', [cohort('2026-10-01', 1000, 1000, 500), cohort('2026-10-08', 1000, 1000, 510)]],
    ['a cohort is of 29', [cohort('2026-10-01', 29, 29, 2), cohort('2026-10-08', 1000, 1000, 900)]],
    ['one cohort alone is over', [cohort('2026-10-01', 1000, 1000, 500), cohort('2026-10-08', 1000, 1000, null)]],
    ['there is nothing but the start', [cohort('2026-10-01', 1000, 1000), cohort('2026-10-08', 1000, 1000)]],
  ])('is silent of a difference where %s', (_name, cohorts) => {
    const { report } = reportOf(retention(...cohorts));
    expect(report.insights.filter(({ code }) => code.startsWith('retention'))).toEqual([]);
  });

  it.each([
    [[100, 60, 40], 1.5],
    [[100, 50, 20], 1 + 0 / 30],
    [[100, 90, 80, 20], 2.5],
  ])('of %j falls to one half at %f', (cells, at) => {
    const { sentence, unproven } = reportOf(retention(cohort('2026-10-01', 100, ...cells)));
    const value = sentence('halfLife')?.params['value'];
    expect(value?.type === 'number' && value.value).toBeCloseTo(at, 12);
    expect(unproven).toEqual([]);
  });

  it.each([
    ['it never does', 100, [100, 90, 51]],
    ['it began below', 100, [40, 30]],
    ['the cohorts are small', 20, [20, 4]],
    ['only what is not over does', 100, [100, 60, null]],
  ])('has no half-life where %s', (_name, size, cells) => {
    expect(reportOf(retention(cohort('2026-10-01', size, ...cells))).sentence('halfLife')).toBeUndefined();
  });

  it.each([
    ['n-day', 'on that very day'],
    ['unbounded', 'on that day or later'],
    ['bracket', 'within a span of days'],
  ] as const)('says that it is %s', (definition, words) => {
    const { report } = reportOf({ retention: { unit: 'day', definition, cohorts: [cohort('2026-10-01', 50, 50)] } });
    expect(JSON.stringify(report.document)).toContain(words);
  });

  it('takes the day of an instant as it was written', () => {
    const { report } = reportOf(retention(cohort('2026-10-01T00:00:00+02:00', 50, 50)));
    expect(report.charts.at(-1)?.series[0]?.name).toBe('Oct 1, 2026');
  });
});

describe('the funnel', () => {
  const funnel = (...counts: number[]) => ({
    funnel: counts.map((count, index) => ({ step: `Step ${index}`, count })),
  });

  it('names where most people are lost', () => {
    const { sentence, unproven } = reportOf(funnel(1000, 900, 300, 200));
    expect(sentence('funnelLoss')?.text).toContain('66.7% of those at “Step 1” do not reach “Step 2” (600)');
    expect(unproven).toEqual([]);
  });

  it.each([
    ['few people', [29, 1]],
    ['nobody lost', [100, 100]],
    ['one step', [100]],
    ['a step that rises', [100, 200]],
  ])('is silent with %s', (_name, counts) => {
    expect(reportOf(funnel(...counts)).sentence('funnelLoss')).toBeUndefined();
  });

  it('says that a step rises, and claims no rate of it', () => {
    const { report } = reportOf(funnel(100, 40, 60));
    expect(report.findings).toMatchObject([{ code: 'funnelRises', paths: ['funnel.2.count', 'funnel.1.count'] }]);
    expect(report.tables[0]?.rows[2]?.[2]).toEqual([]);
    expect(report.tables[0]?.rows[1]?.[2]).toEqual([{ type: 'number', value: 0.4, style: 'percent' }]);
  });
});

describe('contradictions', () => {
  it.each([
    ['more people in a day than in a week', { active: { dau: 20, wau: 10, mau: 30 } }, ['active.dau', 'active.wau']],
    ['more people in a week than in a month', { active: { wau: 20, mau: 10 } }, ['active.wau', 'active.mau']],
    ['more skips than plays', { listening: { plays: 5, skips: 6 } }, ['listening.skips', 'listening.plays']],
    [
      'more long plays than plays',
      { listening: { plays: 5, streams30s: 6 } },
      ['listening.streams30s', 'listening.plays'],
    ],
    [
      'a median above the 90th percentile',
      { sessions: { count: 5, medianMs: 9, p90Ms: 8 } },
      ['sessions.medianMs', 'sessions.p90Ms'],
    ],
    [
      'more cancelled than there were',
      { subscription: { starts: 0, cancels: 6, activeAtStart: 5 } },
      ['subscription.cancels', 'subscription.activeAtStart'],
    ],
    [
      'more trials converted than there were',
      { subscription: { starts: 0, cancels: 0, trials: 5, trialConversions: 6 } },
      ['subscription.trialConversions', 'subscription.trials'],
    ],
  ])('are said of %s', (_name, input, paths) => {
    const { report, diagnostics } = reportOf(input);
    expect(report.findings).toMatchObject([{ code: 'aboveWhole', paths }]);
    expect(diagnostics).toContainEqual(expect.objectContaining({ code: 'inconsistent', path: paths[0] }));
  });

  it('are counted in a series', () => {
    const series = [
      { t: '2026-10-01', dau: 5, wau: 9 },
      { t: '2026-10-02', dau: 9, wau: 5 },
      { t: '2026-10-03', wau: 9, mau: 5 },
    ];
    const { report } = reportOf({ active: { series } });
    expect(report.findings).toMatchObject([{ code: 'activeOrder', paths: ['active.series.1', 'active.series.2'] }]);
  });

  it('are none where figures are equal', () => {
    const equal = { active: { dau: 5, wau: 5, mau: 5 }, listening: { plays: 5, skips: 5 } };
    expect(reportOf(equal).report.findings).toEqual([]);
  });
});

describe('segments', () => {
  const segment = (name: string, users: number, previousUsers: number) => ({ name, users, previousUsers });
  const grown = { mau: { value: 400, previous: 300 } };

  it('say what moved the active users', () => {
    const { report, sentence, unproven } = reportOf({
      active: grown,
      segments: [segment('Phone', 280, 190), segment('Desktop', 120, 110)],
    });
    expect(sentence('drivers')?.text).toBe('Monthly active users: 90% of the change comes from Phone');
    const codes = report.insights.map(({ code }) => code);
    expect(codes.indexOf('drivers')).toBe(codes.indexOf('rose') + 1);
    expect(unproven).toEqual([]);
  });

  it('of few people are in no table and no sentence', () => {
    const { report, sentence, diagnostics, unproven } = reportOf({
      active: { mau: { value: 408, previous: 303 } },
      segments: [segment('Phone', 280, 190), segment('Desktop', 120, 110), segment('Fridge', 8, 3)],
    });
    expect(JSON.stringify(report)).not.toContain('Fridge');
    expect(report.tables[0]?.rows).toHaveLength(1);
    expect(sentence('drivers')?.text).toContain('Phone');
    expect(unproven).toEqual([]);
    expect(diagnostics).toContainEqual(
      expect.objectContaining({ code: 'suppressed', path: 'segments', limit: 10, actual: 2 }),
    );
  });

  it('of few people before are as small', () => {
    const { report } = reportOf({
      segments: [segment('Phone', 280, 190), segment('Desktop', 120, 110), segment('TV', 500, 3)],
    });
    expect(JSON.stringify(report)).not.toContain('TV');
  });

  it('follow what the tenant takes for few', () => {
    const segments = [segment('Phone', 280, 190), segment('Fridge', 8, 8)];
    expect(reportOf({ segments }, { reports: { minCellCount: 5 } }).report.tables[0]?.rows).toHaveLength(2);
  });

  it('are silent where they do not add up to the whole', () => {
    const { sentence } = reportOf({
      active: grown,
      segments: [segment('Phone', 280, 190), segment('Desktop', 280, 190)],
    });
    expect(sentence('drivers')).toBeUndefined();
  });

  const rated = (name: string, numerator: number, denominator: number, hits: number, of: number) => ({
    name,
    users: 500,
    rate: { numerator, denominator, previous: { numerator: hits, denominator: of } },
  });

  it('name a mix that turned the result', () => {
    const { figure, sentence, unproven } = reportOf({
      segmentRate: 'conversionRatio',
      segments: [rated('Small', 2340, 2700, 810, 870), rated('Large', 550, 800, 1920, 2630)],
    });
    expect(figure('conversionRatio')?.direction).toBe('up');
    expect(sentence('reversal')).toMatchObject({ severity: 'notice' });
    expect(unproven).toEqual([]);
  });

  it('say where their rates are not the rate of all', () => {
    const { report } = reportOf({
      listening: { plays: 200, skips: 100 },
      segmentRate: 'skipRatio',
      segments: [rated('A', 30, 100, 20, 100), rated('B', 30, 100, 20, 100)],
    });
    expect(report.findings).toMatchObject([{ code: 'total', paths: ['listening.skips', 'segments'] }]);
    expect(report.kpis.filter(({ key }) => key === 'skipRatio')).toMatchObject([{ value: 0.5 }]);
  });
});

describe('the hours of a week', () => {
  const hours = (counts: Record<string, number>): number[][] =>
    Array.from({ length: 7 }, (_, day) => Array.from({ length: 24 }, (_unused, hour) => counts[`${day}.${hour}`] ?? 0));

  it.each([
    ['en', 'Friday, 8 PM (90)'],
    ['fr', 'vendredi, 20 h (90)'],
    ['ar', 'الجمعة'],
  ])('name the busiest in %s', (locale, words) => {
    const { sentence, unproven } = reportOf({ heatmap: hours({ '4.20': 90, '0.3': 5 }) }, { locale });
    expect(sentence('peakHour')?.text.replaceAll(/[\u00a0\u202f]/g, ' ')).toContain(words);
    expect(unproven).toEqual([]);
  });

  it.each([
    ['nothing happened', {}],
    ['two are as busy', { '1.1': 5, '2.2': 5 }],
  ])('are silent where %s', (_name, counts) => {
    expect(reportOf({ heatmap: hours(counts) }).sentence('peakHour')).toBeUndefined();
  });

  it('are drawn as seven rows from Monday and listed the busiest first', () => {
    const { report } = reportOf({ heatmap: hours({ '6.0': 3, '0.23': 7 }) });
    expect(report.charts[0]).toMatchObject({ kind: 'heat', categories: { length: 24 }, series: { length: 7 } });
    expect(report.charts[0]?.series.map(({ name }) => name).slice(0, 2)).toEqual(['Monday', 'Tuesday']);
    expect(report.tables[0]?.rows.map((row) => row[2]?.[0])).toMatchObject([{ value: 7 }, { value: 3 }]);
  });
});

describe('active users by time', () => {
  const series = Array.from({ length: 10 }, (_, index) => ({ t: `2026-10-${22 + index}`, dau: 100 + index }));

  it('are provisional at the end while figures come in, and only then', () => {
    const chart = (complete: boolean) =>
      reportOf({ window: { ...window, complete }, active: { series } }).report.charts[0]?.series[0];
    expect(chart(false)).toMatchObject({ provisionalFrom: 7 });
    expect(chart(true)).not.toHaveProperty('provisionalFrom');
  });

  it('keep gaps, and leave out what nobody counted', () => {
    const { report } = reportOf({
      active: { series: [{ t: '2026-10-01', dau: 5 }, { t: '2026-10-02' }, { t: '2026-10-03', dau: 0 }] },
    });
    expect(report.charts[0]?.series).toMatchObject([{ values: [5, null, 0] }]);
    expect(report.charts[0]?.times).toEqual([1, 2, 3].map((date) => Date.UTC(2026, 9, date)));
  });

  it('are named by hour where they are of hours', () => {
    const points = [10, 11].map((hour) => ({ t: `2026-10-01T${hour}:00:00Z`, dau: hour }));
    const { report } = reportOf({ active: { series: points } }, { timeZone: 'UTC' });
    expect(report.charts[0]?.categories[0]).toMatch(/^10:00/);
  });
});

/** As long as it takes to see all kinds of rows. */
const short: typeof full = {
  ...full,
  active: { ...full.active, series: full.active?.series?.slice(-7) ?? [] },
  retention: { unit: 'week', definition: 'n-day', cohorts: full.retention?.cohorts.slice(-4) ?? [] },
  heatmap: [],
};
delete short.heatmap;

describe.each([
  ['full', short],
  ['open', open],
] as const)('the report of %s', (name, input) => {
  it.each(['en', 'fr', 'ar'])('is as it was in %s', async (locale) => {
    const { report, unproven } = reportOf(input, { locale });
    expect(unproven).toEqual([]);
    // Charts and tables stand in the document.
    const { kpis, insights, findings, document } = report;
    const golden = JSON.stringify({ kpis, insights, findings, document }, null, 1);
    await expect(`${golden}\n`).toMatchFileSnapshot(`golden/${name}.${locale}.json`);
  });
});
