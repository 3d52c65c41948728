import { describe, expect, it } from 'vitest';
import { composeAlert } from '../../../src/domains/alert/compose.js';
import type { Alert } from '../../../src/domains/alert/schema.js';
import { allCatalogs } from '../../../src/generated/all-locales.js';
import { stripIsolates } from '../../../src/i18n/bidi.js';
import { createTenantContext } from '../../../src/tenant/context.js';
import { createRenderContext } from '../../../src/tenant/render-context.js';
import { complex } from '../../fixtures/alerts/complex.js';
import { blockAt, compose, documentOf, factsOf, minimal, minute, pathsOf, start } from './compose-alert.js';

describe('the title of an alert', () => {
  it.each<[string, string, string]>([
    ['is one line', 'Latency\nabove\t2 s\r\n', 'Latency above 2 s'],
    ['is freed of what nobody sees', '\u202eLatency\u0000\ufeff', 'Latency'],
    ['keeps its letters', 'تأخر > 2 & <b>', 'تأخر > 2 & <b>'],
    ['is replaced where it is empty', '', 'Untitled alert'],
    ['is replaced where it is blank', ' \n\t ', 'Untitled alert'],
  ])('%s', (_what, title, shown) => {
    expect(documentOf({ title }).title).toBe(shown);
    expect(stripIsolates(documentOf({ title }).meta.summary ?? '')).toBe(`Warning: ${shown}`);
  });

  it('is replaced in the language of the reader', () => {
    expect(documentOf({ title: '' }, { locale: 'fr' }).title).toBe('Alerte sans titre');
  });
});

describe('the summary of an alert', () => {
  it.each<[Alert['status'], string, string]>([
    ['firing', 'en', 'Warning: Latency above 2 s'],
    ['acknowledged', 'en', 'Acknowledged (Warning): Latency above 2 s'],
    ['resolved', 'en', 'Resolved (Warning): Latency above 2 s'],
    ['firing', 'fr-FR', 'Avertissement : Latency above 2 s'],
    ['resolved', 'fr-FR', 'Résolu (Avertissement) : Latency above 2 s'],
    ['firing', 'ar', 'تحذير: \u2068Latency above 2 s\u2069'],
    ['resolved', 'ar', 'تم الحل (تحذير): \u2068Latency above 2 s\u2069'],
  ])('says that it is %s in %s', (status, locale, summary) => {
    const { meta } = documentOf({ status: status ?? 'firing' }, { locale });
    expect(meta.summary?.replace(/[\u00a0\u202f]/g, ' ')).toBe(summary);
  });
});

describe('the time that an alert lasted', () => {
  it.each<[string, Partial<Alert>, number | undefined, string | undefined]>([
    ['is unknown while it fires and nobody knows the present', {}, undefined, undefined],
    ['is counted up to the present', {}, start + 5 * minute, '300000 ms'],
    ['is counted up to its end', { endedAt: start + minute }, undefined, '60000 ms'],
    ['is counted up to its end, whatever the present', { endedAt: start + minute }, start + 5 * minute, '60000 ms'],
    ['is nothing where it ended at once', { endedAt: start }, undefined, '0 ms'],
    ['is left out where it ended before it started', { endedAt: start - 1 }, undefined, undefined],
    ['is left out where it starts in the future', {}, start - 1, undefined],
  ])('%s', (_what, alert, now, lasted) => {
    expect(factsOf(documentOf(alert, {}, now)).Duration).toBe(lasted);
  });
});

describe('the tenants that an alert concerns', () => {
  const tenants = (count: number) => Array.from({ length: count }, (_, index) => `Label ${index + 1}`);

  it.each([1, 2, 20])('stand on one line if they are %d', (count) => {
    const document = documentOf({ affectedTenants: tenants(count) });
    expect(factsOf(document)['Affected tenants']).toContain(`Label ${count}`);
    expect(pathsOf(document)).toEqual(['facts']);
  });

  it.each([21, 300])('get a list of their own if they are %d', (count) => {
    const document = documentOf({ affectedTenants: tenants(count) });
    expect(factsOf(document)).not.toHaveProperty('Affected tenants');
    const section = blockAt(document, 'affectedTenants');
    expect(section).toMatchObject({ type: 'section', title: 'Affected tenants' });
    const [list] = section?.type === 'section' ? section.children : [];
    expect(list?.type === 'list' && list.items.length).toBe(count);
  });
});

describe('the description of an alert', () => {
  it('is shown as it is where it is a text', () => {
    const description = '**not bold**\n<b>nor this</b>';
    expect(blockAt(documentOf({ description }), 'description')).toEqual({
      type: 'paragraph',
      path: 'description',
      children: [{ type: 'text', value: description }],
    });
  });

  it('is parsed where it is Markdown, and every block knows where it is from', () => {
    const { children } = documentOf({ description: { markdown: '# Head\n\nA **bold** word\n\n- item' } });
    expect(children.slice(0, -1).map(({ type, path }) => [type, path])).toEqual([
      ['heading', 'description'],
      ['paragraph', 'description'],
      ['list', 'description'],
    ]);
  });

  it('says how many links of it are gone', () => {
    const markdown = '[a](javascript:1), [b](/relative), [c](https://example.com/)';
    const { document, diagnostics } = compose({ ...minimal, description: { markdown } });
    expect(blockAt(document, 'description')).toMatchObject({
      children: [
        { type: 'text', value: 'a, b, ' },
        { type: 'link', url: 'https://example.com/' },
      ],
    });
    expect(diagnostics).toMatchObject([
      { code: 'dropped', severity: 'warning', path: 'description', actual: 2, unit: 'item' },
    ]);
  });

  it('is left out where there is nothing in it', () => {
    expect(pathsOf(documentOf({ description: { markdown: '' } }))).toEqual(['facts']);
  });

  it('needs a parser where it is Markdown, and the error says which', () => {
    const tenant = createTenantContext({ tenantId: 't', locales: allCatalogs });
    const attempt = () =>
      composeAlert({ ...minimal, description: { markdown: 'x' } }, createRenderContext(tenant, {}, [], []));
    expect(attempt).toThrowError(
      expect.objectContaining({
        code: 'ERR_PARSER_MISSING',
        path: 'description',
        language: 'markdown',
        message: expect.stringContaining('`channel-formatters/parse-markdown`'),
      }),
    );
  });
});

describe('the actions of an alert', () => {
  const kinds = ['link', 'acknowledge', 'resolve', 'silence', 'select', 'date', 'input', 'custom'] as const;
  const actions = kinds.map((kind) => ({ id: kind, label: kind, kind }));

  it.each<[NonNullable<Alert['status']>, readonly string[]]>([
    ['firing', []],
    ['acknowledged', ['acknowledge']],
    ['resolved', ['acknowledge', 'resolve', 'silence']],
  ])('that make no sense once it is %s are left out', (status, stale) => {
    const { document, diagnostics } = compose({ ...minimal, status, actions });
    const block = blockAt(document, 'actions');
    expect(block?.type === 'actions' && block.items.map(({ kind }) => kind)).toEqual(
      kinds.filter((kind) => !stale.includes(kind)),
    );
    expect(diagnostics).toEqual(
      stale.length === 0
        ? []
        : [
            {
              code: 'dropped',
              severity: 'info',
              path: 'actions',
              message: `Actions that make no sense once an alert is ${status} were left out`,
              limit: kinds.length - stale.length,
              actual: kinds.length,
              unit: 'item',
            },
          ],
    );
  });

  it('leave no empty row behind', () => {
    const { document, diagnostics } = compose({ ...minimal, status: 'resolved', actions: actions.slice(1, 3) });
    expect(pathsOf(document)).toEqual(['facts']);
    expect(diagnostics.map(({ code, limit, actual }) => [code, limit, actual])).toEqual([['dropped', 0, 2]]);
  });

  it('are passed on as they are', () => {
    const block = blockAt(compose(complex).document, 'actions');
    expect(block?.type === 'actions' && block.items).toEqual(complex.actions);
  });
});

describe('what machines learn of an alert', () => {
  it('is in the meta data', () => {
    const alert = {
      ...minimal,
      component: 'c',
      environment: 'e',
      endedAt: start + 1,
      fingerprint: 'f',
      links: [{ url: 'https://example.com/1' }],
    };
    expect(documentOf(alert).meta).toEqual({
      fingerprint: 'f',
      source: 'edge',
      occurredAt: start,
      summary: 'Warning: Latency above 2 s',
      component: 'c',
      environment: 'e',
      endedAt: start + 1,
      url: 'https://example.com/1',
    });
  });
});
