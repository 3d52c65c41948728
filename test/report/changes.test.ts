import { describe, expect, it } from 'vitest';
import { changeInsight, previousLabel } from '../../src/report/changes.js';
import { checkReport } from '../../src/report/check.js';
import type { Figure } from '../../src/report/figure.js';
import { makeKpi } from '../../src/report/kpi.js';
import type { FigureUnit } from '../../src/report/model.js';
import type { ReportWindow } from '../../src/report/period.js';
import { july, makeContext } from './make-context.js';

type Wanted = { unit?: FigureUnit; window?: ReportWindow; locale?: string; key?: string };

function say(
  figure: Figure<number | string>,
  { unit = 'count', window = july, locale = 'en', key = 'streams' }: Wanted = {},
) {
  const context = makeContext({ window, locale });
  const kpi = makeKpi(context, { key, label: 'Streams', path: 'streams', unit, figure, currency: 'EUR' });
  const insight = changeInsight(context, kpi);
  const unproven = checkReport(
    { insights: insight === undefined ? [] : [insight], kpis: [kpi] },
    { window, streams: figure },
  );
  return { insight, unproven, text: insight?.text.replaceAll(/[\u2009\u202f\u00a0]/g, ' ') };
}

describe('a sentence about a change', () => {
  it.each<[string, Figure<number | string>, FigureUnit, string, string]>([
    ['rose', { value: 1200, previous: 1000 }, 'count', 'rose', 'Streams: 1,200, up 20% on Jun 1 – 30, 2026'],
    ['fell', { value: 800, previous: 1000 }, 'count', 'fell', 'Streams: 800, down 20% on Jun 1 – 30, 2026'],
    [
      'rosePoints',
      { value: 0.225, previous: 0.2 },
      'ratio',
      'rosePoints',
      'Streams: 22.5%, up 2.5 pp on Jun 1 – 30, 2026',
    ],
    [
      'fellPoints',
      { value: 0.2, previous: 0.225 },
      'ratio',
      'fellPoints',
      'Streams: 20%, down 2.5 pp on Jun 1 – 30, 2026',
    ],
    ['held', { value: 1000, previous: 1000 }, 'count', 'held', 'Streams: 1,000, unchanged from Jun 1 – 30, 2026'],
    ['new', { value: 12, previous: 0 }, 'count', 'new', 'Streams: 12, new compared with Jun 1 – 30, 2026'],
    [
      'turned',
      { value: '5.00', previous: '-2.00' },
      'currency',
      'turned',
      'Streams: €5.00, compared with -€2.00 in Jun 1 – 30, 2026',
    ],
  ])('says %s, and every number in it is proven', (_name, figure, unit, code, text) => {
    const said = say(figure, { unit });
    expect(said.insight?.code).toBe(code);
    expect(said.text).toBe(text);
    expect(said.unproven).toEqual([]);
  });

  it.each<[string, Figure, ReportWindow]>([
    ['there is nothing to compare with', 120, july],
    ['the window is not over', { value: 80, previous: 100 }, { ...july, complete: false }],
    ['it rests on few', { value: 80, previous: 100, n: 29 }, july],
    ['chance would do', { value: 80, previous: 100, interval: { low: 60, high: 101 } }, july],
    [
      'the windows differ in length',
      { value: 107, previous: 100 },
      { from: '2026-07-01', to: '2026-07-30', previous: { from: '2026-06-03', to: '2026-06-30' } },
    ],
  ])('is not said where %s', (_name, figure, window) => {
    expect(say(figure, { window }).insight).toBeUndefined();
  });

  it.each([
    ['streams', { value: 80, previous: 100 }, 'notice'],
    ['streams', { value: 120, previous: 100 }, 'info'],
    ['skipRatio', { value: 120, previous: 100 }, 'notice'],
    ['unheardOf', { value: 80, previous: 100 }, 'info'],
  ])('of %s %j is a %s', (key, figure, severity) => {
    expect(say(figure, { key }).insight?.severity).toBe(severity);
  });

  it('is proven as well where no window of before is named', () => {
    const said = say({ value: 120, previous: 100 }, { window: { from: '2026-07-01', to: '2026-07-31' } });
    expect(said.text).toBe('Streams: 120, up 20% on the period before');
    expect(said.unproven).toEqual([]);
  });

  it('names what it is compared with in the language of the reader', () => {
    expect(previousLabel(makeContext({ locale: 'fr' }))).toBe('la période précédente');
    expect(say({ value: 120, previous: 100 }, { locale: 'fr' }).text).toContain('1–30 juin 2026');
  });

  it('proves a name with digits by where the figure stands', () => {
    const context = makeContext({ window: july });
    const figure = { value: 0.8, previous: 0.7 };
    const kpi = makeKpi(context, { key: 'f1', label: 'F1', path: 'f1', unit: 'score', figure });
    const insight = changeInsight(context, kpi);
    expect(
      checkReport({ insights: insight === undefined ? [] : [insight], kpis: [] }, { window: july, f1: figure }),
    ).toEqual([]);
  });
});
