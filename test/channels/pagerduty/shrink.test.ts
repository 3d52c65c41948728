import { describe, expect, it } from 'vitest';
import { type Alert, createFormatters, type Document, type PagerDutyOptions } from '../../../src/index.js';
import { pagerDutyProblems } from '../../support/pagerduty-rules.js';

const maxEventBytes = 32_768;
const create = (locale = 'en') =>
  createFormatters({ tenantId: 't', locale, channels: { pagerduty: { maxEventBytes } } }).pagerduty;

const alert: Alert = { severity: 'error', title: 'T', source: 's', startedAt: 0 };

function format(given: Partial<Alert> | Document, options: PagerDutyOptions = {}, locale = 'en') {
  const input = 'type' in given ? given : { ...alert, ...given };
  const { payload, diagnostics } = create(locale).format(input as Alert, { ...options, event: 'trigger' });
  expect(pagerDutyProblems(payload, maxEventBytes)).toEqual([]);
  return { ...payload, details: payload.payload.custom_details ?? {}, diagnostics };
}

const sum = (count: number, chars: number) =>
  Object.fromEntries(Array.from({ length: count }, (_value, index) => [`l${index}`, 'x'.repeat(chars)]));

describe('an event over its budget', () => {
  it('loses the largest detail first and names it', () => {
    const { details, diagnostics } = format({
      description: 'short',
      labels: { stack: 'é'.repeat(30_000), pod: 'edge-7' },
    });
    expect(details).toMatchObject({
      description: 'short',
      labels: { pod: 'edge-7' },
      omitted: { note: '1 more entry is not shown', bytes: { 'labels.stack': 60_011 } },
    });
    expect(details['labels']).not.toHaveProperty('stack');
    expect(diagnostics).toEqual([
      {
        code: 'dropped',
        severity: 'warning',
        path: 'labels.stack',
        message: 'A detail was left out: the event would be larger than PagerDuty takes',
        limit: maxEventBytes,
        actual: 60_011,
        unit: 'byte',
      },
    ]);
  });

  it('says so in the language of its readers', () => {
    expect(format({ description: 'é'.repeat(30_000) }, {}, 'fr').details['omitted']).toMatchObject({
      note: '1 entrée supplémentaire n’est pas affichée',
    });
  });

  it('names twenty of many, and counts the rest', () => {
    const { details, diagnostics } = format({ labels: sum(3000, 40) });
    const { note, bytes } = details['omitted'] as { note: string; bytes: object };
    expect(Object.keys(bytes)).toHaveLength(20);
    const kept = Object.keys(details['labels'] as object).length;
    expect(kept).toBeGreaterThan(300);
    expect(note).toBe(`${(3000 - kept).toLocaleString('en')} more entries are not shown`);
    expect(diagnostics).toHaveLength(21);
    expect(diagnostics.at(-1)).toMatchObject({ code: 'dropped', limit: 20, actual: 3000 - kept, unit: 'item' });
  });

  it('keeps the note short, however long the names are', () => {
    const labels = Object.fromEntries(
      Array.from({ length: 30 }, (_value, index) => [`${index}${'漢'.repeat(5000)}`, 'x']),
    );
    const { details } = format({ labels });
    expect(JSON.stringify(details['omitted']).length).toBeLessThan(4000);
  });

  it('keeps details where links and images are what is large', () => {
    const url = (kind: string, index: number) => `https://x.example/${kind}/${index}/${'a'.repeat(1900)}`;
    const indices = Array.from({ length: 40 }, (_value, index) => index);
    const { details, links, images, diagnostics } = format({
      labels: { pod: 'edge-7' },
      links: indices.map((index) => ({ url: url('link', index) })),
      images: indices.map((index) => ({ url: url('image', index), alt: 'x' })),
    });
    expect(details['labels']).toEqual({ pod: 'edge-7' });
    expect(images).toBeUndefined();
    expect(links?.length).toBeGreaterThan(4);
    expect(links?.map(({ href }) => href)).toEqual(indices.slice(0, links?.length).map((index) => url('link', index)));
    expect(diagnostics).toMatchObject([
      { code: 'dropped', path: 'images', limit: 0, actual: 40 },
      { code: 'dropped', path: 'links', limit: links?.length, actual: 40 },
    ]);
  });

  it('takes apart rows but no series', () => {
    const column = (label: string) => ({ label });
    const cell = (value: string) => [{ type: 'text', value } as const];
    const { details } = format({
      type: 'document', locale: 'en', dir: 'ltr', title: 'T', severity: 'info', meta: { source: 's' },
      children: [
        { type: 'table', caption: 'Rows', columns: [column('a'), column('b')], rows: [[cell('1'), cell('x'.repeat(40_000))], [cell('2'), cell('3')]] },
        { type: 'chart', kind: 'line', title: 'Chart', alt: 'c', categories: Array.from({ length: 4000 }, () => 'a'), series: [{ name: 's', values: Array.from({ length: 4000 }, () => 123_456) }] },
      ],
    }); // biome-ignore format: as tables
    expect(details['Rows']).toEqual([{ a: '1' }, { a: '2', b: '3' }]);
    expect(Object.keys(details['Chart'] as object)).toEqual(['alt', 'categories']);
    expect(Object.keys((details['omitted'] as { bytes: object }).bytes).sort()).toEqual(['Chart.series.s', 'Rows.0.b']);
  });

  it('fits even where nothing but brackets is left', () => {
    const payload = { empty: Array.from({ length: 20_000 }, () => ({})), a: 1 };
    const { details } = format({
      type: 'document', locale: 'en', dir: 'ltr', title: 'T', severity: 'info', meta: { source: 's' },
      children: [{ type: 'custom', target: 'pagerduty', payload }],
    }); // biome-ignore format: one line says it
    expect(details).not.toHaveProperty('empty');
    expect((details['omitted'] as { bytes: object }).bytes).toHaveProperty('empty');
  });

  it('is an error where that was asked for', () => {
    const result = create().tryFormat({ ...alert, description: 'é'.repeat(30_000) }, { overflow: 'error' });
    expect(result).toMatchObject({
      ok: false,
      error: { code: 'ERR_LIMIT_EXCEEDED', path: '', limit: maxEventBytes, unit: 'byte' },
    });
  });

  it('is none by a byte less', () => {
    const { pagerduty } = createFormatters({ tenantId: 't' });
    const bytesOf = (length: number) =>
      Buffer.byteLength(
        JSON.stringify(pagerduty.format({ ...alert, description: 'x'.repeat(length) }, { event: 'trigger' }).payload),
      );
    const room = 512_000 - bytesOf(1) + 1;
    expect(bytesOf(room)).toBe(512_000);
    expect(pagerduty.format({ ...alert, description: 'x'.repeat(room) }).diagnostics).toEqual([]);
    expect(pagerduty.format({ ...alert, description: 'x'.repeat(room + 1) }).diagnostics).toMatchObject([
      { path: 'description' },
    ]);
  });
});
