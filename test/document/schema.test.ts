import { describe, expect, it } from 'vitest';
import { custom, document, paragraph, quote } from '../../src/document/build.js';
import { exceedsDepth, inputBounds } from '../../src/document/depth.js';
import type { Block, Document, Inline } from '../../src/document/nodes.js';
import { type createDocumentSchemas, documentSchema } from '../../src/document/schema.js';
import { toIssues } from '../../src/kernel/issues.js';
import type * as z from '../../src/kernel/zod.js';
import { blocks, everyKind, inlines } from './every-kind.js';

type Schemas = ReturnType<typeof createDocumentSchemas>;
type DeepReadonly<T> = T extends object ? { readonly [Key in keyof T]: DeepReadonly<T[Key]> } : T;
/** Makes optional members count: without this, one that a type lacks can be assigned both ways. */
type DeepRequired<T> = T extends object ? { readonly [Key in keyof T]-?: DeepRequired<T[Key]> } : T;
type Mutual<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;
/** True if each can stand for the other, but for `readonly`. */
type Same<A, B> = Mutual<DeepReadonly<A>, DeepReadonly<B>> & Mutual<DeepRequired<A>, DeepRequired<B>>;

// Fails to compile when a schema and its node part ways.
const exact: {
  document: Same<z.output<Schemas['document']>, Document>;
  block: Same<z.output<Schemas['block']>, Block>;
  inlines: { [Kind in Inline['type']]: Same<z.output<Schemas['inlineKinds'][Kind]>, Extract<Inline, { type: Kind }>> };
  blocks: { [Kind in Block['type']]: Same<z.output<Schemas['blockKinds'][Kind]>, Extract<Block, { type: Kind }>> };
} = {
  document: true,
  block: true,
  inlines: {
    text: true,
    strong: true,
    emphasis: true,
    deletion: true,
    code: true,
    link: true,
    number: true,
    money: true,
    date: true,
    duration: true,
    mention: true,
  },
  blocks: {
    section: true,
    heading: true,
    paragraph: true,
    list: true,
    quote: true,
    facts: true,
    kpis: true,
    table: true,
    chart: true,
    media: true,
    code: true,
    divider: true,
    actions: true,
    custom: true,
  },
};

const schema = documentSchema();

/** What is wrong with a document, as `path: what was expected`. */
function problems(value: unknown): string[] {
  const parsed = schema.safeParse(value);
  return parsed.success ? [] : toIssues(parsed.error.issues).map(({ path, message }) => `${path}: ${message}`);
}

const around = (...children: unknown[]): unknown => ({ ...everyKind, children });
const inText = (...children: unknown[]): unknown => around({ type: 'paragraph', children });

describe('documentSchema', () => {
  it('covers every node kind', () => {
    expect(Object.keys(exact.blocks).sort()).toEqual(Object.keys(blocks).sort());
    expect(Object.keys(exact.inlines).sort()).toEqual(Object.keys(inlines).sort());
  });

  it('accepts what the constructors make, and returns it unchanged', () => {
    expect(schema.parse(everyKind)).toStrictEqual(everyKind);
  });

  it.each(Object.entries(blocks))('accepts a block of kind %s', (_, block) => {
    expect(problems(around(block))).toEqual([]);
  });

  it.each(Object.entries(inlines))('accepts an inline of kind %s', (_, inline) => {
    expect(problems(inText(inline))).toEqual([]);
  });

  it('accepts the origin and the importance of a block', () => {
    expect(problems(around({ ...blocks.divider, path: 'labels', importance: 'low' }))).toEqual([]);
  });

  it('accepts JSON', () => {
    expect(problems(JSON.parse(JSON.stringify(everyKind)))).toEqual([]);
  });

  it('names the blocks that it knows', () => {
    expect(problems(around({ type: 'blink', children: [] }))).toEqual([
      'children.0.type: expected one of `section`, `heading`, `paragraph`, `list`, `quote`, `facts`, `kpis`, `table`, `chart`, `media`, `code`, `divider`, `actions`, `custom`',
    ]);
  });

  it('names the inlines that it knows', () => {
    expect(problems(inText({ type: 'bold', children: [] }))).toEqual([
      'children.0.children.0.type: expected one of `text`, `strong`, `emphasis`, `deletion`, `code`, `link`, `number`, `money`, `date`, `duration`, `mention`',
    ]);
  });

  it('reports everything that is wrong at once', () => {
    const { title: _, ...untitled } = everyKind;
    expect(problems({ ...untitled, dir: 'up', children: [{ type: 'divider', color: 'red' }, 7] })).toEqual([
      'dir: expected one of `ltr`, `rtl`',
      'title: expected string',
      'children.0.color: unknown member',
      'children.1: expected object',
    ]);
  });

  it.each<[string, unknown, string]>([
    ['no document', 'text', ': expected object'],
    ['another type', { ...everyKind, type: 'report' }, 'type: expected one of `document`'],
    ['a malformed locale', { ...everyKind, locale: 'fr_FR' }, 'locale: expected a BCP 47 language tag'],
    ['an empty locale', { ...everyKind, locale: '' }, 'locale: expected a BCP 47 language tag'],
    [
      'a locale that Intl refuses',
      { ...everyKind, locale: 'en-u-nu-latn-u-nu-arab' },
      'locale: expected a BCP 47 language tag',
    ],
    [
      'an unknown severity',
      { ...everyKind, severity: 'fatal' },
      'severity: expected one of `critical`, `error`, `warning`, `info`',
    ],
    ['no meta', { ...everyKind, meta: undefined }, 'meta: expected object'],
    [
      'an instant out of range',
      { ...everyKind, meta: { occurredAt: 8.64e15 + 1 } },
      'meta.occurredAt: expected epoch milliseconds from -8.64e15 to 8.64e15',
    ],
    ['a document as a block', around(everyKind), 'children.0.type: expected one of '],
    ['an inline as a block', around(inlines.text), 'children.0.type: expected one of '],
    ['a block as an inline', inText(blocks.divider), 'children.0.children.0.type: expected one of '],
    ['a string as an inline', inText('x'), 'children.0.children.0: expected object'],
    ['an undefined member', around({ ...blocks.section, title: undefined }), 'children.0.title: expected string'],
    [
      'a misspelt classification',
      around({ type: 'facts', items: [{ label: 'a', value: [], clasification: 'personal' }] }),
      'children.0.items.0.clasification: unknown member',
    ],
    [
      'an unknown classification',
      around({ type: 'facts', items: [{ label: 'a', value: [], classification: 'secret' }] }),
      'children.0.items.0.classification: expected one of ',
    ],
    [
      'a level out of range',
      around({ ...blocks.heading, level: 5 }),
      'children.0.level: expected one of `1`, `2`, `3`, `4`',
    ],
    [
      'a list of nodes instead of lists',
      around({ ...blocks.list, items: [blocks.divider] }),
      'children.0.items.0: expected array',
    ],
    [
      'a table without columns',
      around({ type: 'table', columns: [], rows: [] }),
      'children.0.columns: expected at least one column',
    ],
    [
      'a short row',
      around({ type: 'table', columns: [{ label: 'a' }, { label: 'b' }], rows: [[[], []], [[]]] }),
      'children.0.rows: expected as many cells in every row as there are columns',
    ],
    [
      'a long row',
      around({ type: 'table', columns: [{ label: 'a' }], rows: [[[], []]] }),
      'children.0.rows: expected as many cells in every row as there are columns',
    ],
    [
      'a chart without words',
      around({ ...blocks.chart, alt: '' }),
      'children.0.alt: expected a text that describes it to those who cannot see it',
    ],
    [
      'a chart with a gap too few',
      around({ ...blocks.chart, series: [{ name: 'a', values: [1] }] }),
      'children.0.series: expected as many values in every series as there are categories',
    ],
    [
      'a chart of infinite values',
      around({ ...blocks.chart, categories: ['a'], series: [{ name: 'a', values: [Number.POSITIVE_INFINITY] }] }),
      'children.0.series.0.values.0: expected number',
    ],
    [
      'a picture with blank words',
      around({ ...blocks.media, alt: ' \n' }),
      'children.0.alt: expected a text that describes it to those who cannot see it',
    ],
    [
      'an unknown action',
      around({ type: 'actions', items: [{ id: 'a', label: 'a', kind: 'delete' }] }),
      'children.0.items.0.kind: expected one of ',
    ],
    [
      'an action without id',
      around({ type: 'actions', items: [{ id: '', label: 'a', kind: 'link' }] }),
      'children.0.items.0.id: expected at least one character',
    ],
    ['a fragment without payload', around({ type: 'custom', target: 'slack' }), 'children.0.payload: expected '],
    [
      'an unknown importance',
      around({ ...blocks.divider, importance: 'medium' }),
      'children.0.importance: expected one of `high`, `low`',
    ],
    ['no number', inText({ type: 'number', value: Number.NaN }), 'children.0.children.0.value: expected '],
    ['a decimal with an exponent', inText({ type: 'number', value: '1e3' }), 'children.0.children.0.value: expected '],
    [
      'a decimal of 41 digits',
      inText({ type: 'money', amount: '1'.repeat(41), currency: 'EUR' }),
      'children.0.children.0.amount: expected a decimal number as a string',
    ],
    [
      'an amount as a number',
      inText({ type: 'money', amount: 1.5, currency: 'EUR' }),
      'children.0.children.0.amount: expected string',
    ],
    [
      'a currency in lower case',
      inText({ type: 'money', amount: '1', currency: 'eur' }),
      'children.0.children.0.currency: expected an ISO 4217 currency code',
    ],
    [
      'a currency with a line break',
      inText({ type: 'money', amount: '1', currency: 'EUR\n' }),
      'children.0.children.0.currency: expected an ISO 4217 currency code',
    ],
    [
      'an amount with a line break',
      inText({ type: 'money', amount: '1\n', currency: 'EUR' }),
      'children.0.children.0.amount: expected a decimal number as a string',
    ],
    [
      'a date as a string',
      inText({ type: 'date', value: '2026-01-01' }),
      'children.0.children.0.value: expected number',
    ],
    [
      'a date out of range',
      inText({ type: 'date', value: -8.64e15 - 1 }),
      'children.0.children.0.value: expected epoch milliseconds',
    ],
    [
      'fraction digits that Intl refuses',
      inText({ type: 'number', value: 1, maxFractionDigits: 21 }),
      'children.0.children.0.maxFractionDigits: expected a whole number from 0 to 20',
    ],
    [
      'an endless duration',
      inText({ type: 'duration', durationMs: Number.POSITIVE_INFINITY }),
      'children.0.children.0.durationMs: expected number',
    ],
    [
      'a mention of nobody',
      inText({ type: 'mention', ref: '' }),
      'children.0.children.0.ref: expected at least one character',
    ],
    [
      'a misspelt member deep inside',
      around(
        quote({
          type: 'paragraph',
          children: [{ type: 'strong', children: [{ type: 'text', value: 'a', bold: true }] }],
        } as unknown as Block),
      ),
      'children.0.children.0.children.0.children.0.bold: unknown member',
    ],
  ])('refuses %s and says where', (_, value, expected) => {
    expect(problems(value).some((problem) => problem.startsWith(expected))).toBe(true);
  });

  it.each(Object.entries({ ...blocks }))('refuses a block of kind %s with an unknown member', (_, block) => {
    expect(problems(around({ ...block, extra: 1 }))).toEqual(['children.0.extra: unknown member']);
  });

  it.each(Object.entries(inlines))('refuses an inline of kind %s with an unknown member', (_, inline) => {
    expect(problems(inText({ ...inline, extra: 1 }))).toEqual(['children.0.children.0.extra: unknown member']);
  });

  it.each(
    [...Object.values(blocks), ...Object.values(inlines)].flatMap((node) =>
      // `payload` holds whatever its target takes.
      Object.keys(node)
        .filter((key) => key !== 'payload')
        .map((key) => [node.type, key, node] as const),
    ),
  )('refuses a %s whose %s is a symbol', (_, key, node) => {
    const broken = { ...node, [key]: Symbol('broken') };
    expect(
      problems(
        node.type in blocks && !(node.type === 'code' && node === inlines.code) ? around(broken) : inText(broken),
      ),
    ).not.toEqual([]);
  });

  it('refuses a prototype that came with the input', () => {
    const hostile = JSON.parse('{"type":"divider","__proto__":{"importance":"high"}}');
    expect(problems(around(hostile))).toEqual(['children.0.__proto__: unknown member']);
    expect(({} as { importance?: string }).importance).toBeUndefined();
  });

  it('changes no input', () => {
    const copy = structuredClone(everyKind);
    schema.parse(copy);
    expect(copy).toStrictEqual(everyKind);
  });

  it('overflows the stack on what exceedsDepth refuses, and not on what it accepts', () => {
    const nested = (levels: number): Document => {
      let block: Block = paragraph('x');
      for (let level = 0; level < levels; level++) block = quote(block);
      return document({ locale: 'en', dir: 'ltr', title: '', children: [block] });
    };
    const { maxDepth, maxNodes } = inputBounds;
    // Document, its children, two levels a quote, and four for the paragraph and its text.
    expect(exceedsDepth(nested(29), maxDepth, maxNodes)).toBe(false);
    expect(problems(nested(29))).toEqual([]);
    expect(exceedsDepth(nested(30), maxDepth, maxNodes)).toBe(true);
    expect(exceedsDepth(nested(100_000), maxDepth, maxNodes)).toBe(true);
    expect(() => schema.safeParse(nested(100_000))).toThrow(RangeError);
  });

  it('takes any payload for a target', () => {
    for (const payload of [null, 0, '', [], { deep: [{ er: true }] }])
      expect(problems(around(custom('x', payload)))).toEqual([]);
  });
});
