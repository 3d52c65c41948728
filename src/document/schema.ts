/**
 * The schema of documents that callers hand in. Check `exceedsDepth` of depth.ts first: zod recurses, and overflows the
 * stack at about 5,000 levels.
 *
 * Everything is made by functions: about 60 zod objects cost 4 to 8 ms of CPU, which a program that only composes
 * documents must not pay. Whoever validates keeps what {@link createDocumentSchemas} returns.
 */
import { maxEpochMs } from '../kernel/instant.js';
import { listOfSchema, listSchema } from '../kernel/list-schema.js';
import * as z from '../kernel/zod.js';
import type { Block, Document, Inline } from './nodes.js';
import { decimalPattern, isPlainInline } from './plain-inline.js';

/** `Intl` throws on malformed tags, and a document that passed its schema must not make anything throw. */
function isLocale(tag: string): boolean {
  try {
    return tag.length <= 64 && Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

const isEpochMs = (value: number): boolean => Math.abs(value) <= maxEpochMs;

// Messages of refinements are noun phrases: what was expected.

const matching = (pattern: RegExp, expected: string) =>
  z.string().check(z.refine((value) => pattern.test(value), expected));

/** Schemas that several nodes share. */
const createParts = () => ({
  decimal: matching(decimalPattern, 'a decimal number as a string'),
  currency: matching(/^[A-Z]{3}$/, 'an ISO 4217 currency code'),
  epochMs: z.number().check(z.refine(isEpochMs, 'epoch milliseconds from -8.64e15 to 8.64e15')),
  description: matching(/\S/, 'a text that describes it to those who cannot see it'),
  name: matching(/./s, 'at least one character'),
  classification: z.exactOptional(z.enum(['public', 'internal', 'confidential', 'personal', 'sensitive'])),
  optionalString: z.exactOptional(z.string()),
  // ECMA-402 allows up to 20 in every edition, more only in late ones.
  maxFractionDigits: z.exactOptional(
    z.int().check(z.refine((value) => value >= 0 && value <= 20, 'a whole number from 0 to 20')),
  ),
  base: {
    path: z.exactOptional(z.string()),
    importance: z.exactOptional(z.enum(['high', 'low'])),
  },
});

type Parts = ReturnType<typeof createParts>;

const createInlineSchemas = (
  { currency, decimal, epochMs, maxFractionDigits, name, optionalString }: Parts,
  inlines: Inlines,
) =>
  ({
    text: z.strictObject({ type: z.literal('text'), value: z.string() }),
    strong: z.strictObject({ type: z.literal('strong'), children: inlines }),
    emphasis: z.strictObject({ type: z.literal('emphasis'), children: inlines }),
    deletion: z.strictObject({ type: z.literal('deletion'), children: inlines }),
    code: z.strictObject({ type: z.literal('code'), value: z.string() }),
    link: z.strictObject({ type: z.literal('link'), url: z.string(), children: inlines }),
    number: z.strictObject({
      type: z.literal('number'),
      value: z.union([z.number(), decimal]),
      style: z.exactOptional(z.enum(['decimal', 'percent'])),
      unit: optionalString,
      notation: z.exactOptional(z.enum(['standard', 'compact'])),
      sign: z.exactOptional(z.enum(['auto', 'always'])),
      maxFractionDigits,
    }),
    money: z.strictObject({ type: z.literal('money'), amount: decimal, currency, maxFractionDigits }),
    date: z.strictObject({
      type: z.literal('date'),
      value: epochMs,
      style: z.exactOptional(z.enum(['date', 'time', 'datetime', 'relative', 'day'])),
    }),
    duration: z.strictObject({ type: z.literal('duration'), durationMs: z.number() }),
    mention: z.strictObject({ type: z.literal('mention'), ref: name }),
  }) satisfies { [Kind in Inline['type']]: z.ZodMiniType<Extract<Inline, { type: Kind }>> };

const createKpiSchema = ({ classification, optionalString }: Parts, inline: z.ZodMiniType<Inline>) =>
  z.strictObject({
    path: optionalString,
    label: z.string(),
    value: inline,
    previous: z.exactOptional(inline),
    threshold: z.exactOptional(inline),
    target: z.exactOptional(inline),
    delta: z.exactOptional(inline),
    direction: z.exactOptional(z.enum(['up', 'down', 'flat'])),
    assessment: z.exactOptional(z.enum(['good', 'bad', 'neutral'])),
    note: optionalString,
    classification,
  });

const createActionSchema = ({ name, optionalString }: Parts) =>
  z.strictObject({
    id: name,
    label: z.string(),
    kind: z.enum(['link', 'acknowledge', 'resolve', 'silence', 'select', 'date', 'input', 'custom']),
    url: optionalString,
    value: optionalString,
    options: z.exactOptional(z.array(z.strictObject({ label: z.string(), value: z.string() }))),
    style: z.exactOptional(z.enum(['primary', 'danger'])),
    confirm: z.exactOptional(
      z.strictObject({
        title: z.string(),
        text: z.string(),
        confirmLabel: optionalString,
        cancelLabel: optionalString,
      }),
    ),
  });

const createTableSchema = ({ classification, optionalString, base }: Parts, inlines: Inlines) => {
  const align = z.exactOptional(z.enum(['start', 'center', 'end']));
  const column = z.strictObject({ label: z.string(), align, classification });
  return z
    .strictObject({
      type: z.literal('table'),
      caption: optionalString,
      columns: z.array(column).check(z.refine((columns) => columns.length > 0, 'at least one column')),
      rows: z.array(z.array(inlines)),
      ...base,
    })
    .check(
      z.refine(({ columns, rows }) => rows.every((row) => row.length === columns.length), {
        path: ['rows'],
        error: 'as many cells in every row as there are columns',
      }),
    );
};

const chartKinds = ['line', 'area', 'bar', 'stackedBar', 'pie', 'gauge', 'heat', 'spark', 'waveform'] as const;

const createChartSchema = ({ currency, description, optionalString, base }: Parts) => {
  const finite = (value: unknown): value is number => Number.isFinite(value);
  const values = listSchema<number | null>((value) => value === null || finite(value), 'number');
  const value = z.custom<number>(finite, 'number');
  const index = z.int().check(z.refine((number) => number >= 0, 'an index from 0'));
  return z
    .strictObject({
      type: z.literal('chart'),
      kind: z.enum(chartKinds),
      title: z.string(),
      alt: description,
      categories: listSchema<string>((category) => typeof category === 'string', 'string'),
      series: z.array(z.strictObject({ name: z.string(), values, provisionalFrom: z.exactOptional(index) })),
      unit: optionalString,
      style: z.exactOptional(z.enum(['decimal', 'percent'])),
      currency: z.exactOptional(currency),
      times: z.exactOptional(
        listSchema<number>((time) => finite(time) && isEpochMs(time), 'epoch milliseconds from -8.64e15 to 8.64e15'),
      ),
      domain: z.exactOptional(
        z
          .strictObject({ min: value, max: value })
          .check(z.refine(({ min, max }) => min < max, 'a `min` that is below its `max`')),
      ),
      annotations: z.exactOptional(
        z.array(
          z.union([
            z.strictObject({ label: z.string(), value }),
            z.strictObject({ label: z.string(), category: index }),
          ]),
        ),
      ),
      isTabulated: z.exactOptional(z.boolean()),
      notes: z.exactOptional(z.array(z.string())),
      ...base,
    })
    .check(
      z.refine(({ categories, series }) => series.every(({ values }) => values.length === categories.length), {
        path: ['series'],
        error: 'as many values in every series as there are categories',
      }),
      z.refine(({ categories, times }) => times === undefined || isSeriesOfTimes(times, categories.length), {
        path: ['times'],
        error: 'an instant a category, each later than the one before',
      }),
    );
};

const isSeriesOfTimes = (times: readonly number[], length: number): boolean =>
  times.length === length && times.every((time, index) => index === 0 || time > (times[index - 1] ?? time));

const createBlockSchemas = (parts: Parts, inline: z.ZodMiniType<Inline>, inlines: Inlines, blocks: Blocks) => {
  const { classification, description, name, optionalString, base } = parts;
  const fact = z.strictObject({ path: optionalString, label: z.string(), value: inlines, classification });
  const payload = z.custom<unknown>((value) => value !== undefined, 'a payload');
  return {
    section: z.strictObject({ type: z.literal('section'), title: optionalString, children: blocks, ...base }),
    heading: z.strictObject({
      type: z.literal('heading'),
      level: z.literal([1, 2, 3, 4]),
      children: inlines,
      ...base,
    }),
    paragraph: z.strictObject({ type: z.literal('paragraph'), children: inlines, ...base }),
    list: z.strictObject({ type: z.literal('list'), ordered: z.boolean(), items: z.array(blocks), ...base }),
    quote: z.strictObject({ type: z.literal('quote'), children: blocks, ...base }),
    facts: z.strictObject({ type: z.literal('facts'), title: optionalString, items: z.array(fact), ...base }),
    kpis: z.strictObject({
      type: z.literal('kpis'),
      title: optionalString,
      items: z.array(createKpiSchema(parts, inline)),
      ...base,
    }),
    table: createTableSchema(parts, inlines),
    chart: createChartSchema(parts),
    media: z.strictObject({
      type: z.literal('media'),
      kind: z.enum(['image', 'audio', 'video']),
      url: z.string(),
      alt: description,
      title: optionalString,
      durationMs: z.exactOptional(z.number()),
      ...base,
    }),
    code: z.strictObject({ type: z.literal('code'), value: z.string(), language: optionalString, ...base }),
    divider: z.strictObject({ type: z.literal('divider'), ...base }),
    actions: z.strictObject({ type: z.literal('actions'), items: z.array(createActionSchema(parts)), ...base }),
    custom: z.strictObject({ type: z.literal('custom'), target: name, payload, ...base }),
  } satisfies { [Kind in Block['type']]: z.ZodMiniType<Extract<Block, { type: Kind }>> };
};

type Inlines = z.ZodMiniType<Inline[]>;
type Blocks = z.ZodMiniType<Block[]>;

/** zod takes a tuple of at least one. */
const listOf = <Schema>(kinds: Readonly<Record<string, Schema>>) => Object.values(kinds) as [Schema, ...Schema[]];

const oneOf = (kinds: object): string =>
  `one of ${Object.keys(kinds)
    .map((kind) => `\`${kind}\``)
    .join(', ')}`;

/**
 * Creates the schemas of documents, of blocks and of every node kind.
 *
 * Unknown members are refused, not dropped: a misspelt `classification` would publish what was meant to be kept back.
 */
export function createDocumentSchemas() {
  const parts = createParts();
  const inline: z.ZodMiniType<Inline> = z.lazy(() => anyInline);
  const block: z.ZodMiniType<Block> = z.lazy(() => anyBlock);
  const inlines = listOfSchema<Inline>(isPlainInline, () => inline);
  const blocks = z.array(block);
  const inlineKinds = createInlineSchemas(parts, inlines);
  const blockKinds = createBlockSchemas(parts, inline, inlines, blocks);
  const anyInline = z.discriminatedUnion('type', listOf(inlineKinds), oneOf(inlineKinds));
  const anyBlock = z.discriminatedUnion('type', listOf(blockKinds), oneOf(blockKinds));

  const { epochMs, optionalString } = parts;
  const document = z.strictObject({
    type: z.literal('document'),
    locale: z.string().check(z.refine(isLocale, 'a BCP 47 language tag')),
    dir: z.enum(['ltr', 'rtl']),
    title: z.string(),
    severity: z.exactOptional(z.enum(['critical', 'error', 'warning', 'info'])),
    status: z.exactOptional(z.enum(['firing', 'acknowledged', 'resolved'])),
    meta: z.strictObject({
      fingerprint: optionalString,
      source: optionalString,
      component: optionalString,
      environment: optionalString,
      occurredAt: z.exactOptional(epochMs),
      endedAt: z.exactOptional(epochMs),
      url: optionalString,
      summary: optionalString,
      headline: optionalString,
    }),
    children: blocks,
  });
  return { document, block, blocks, inlineKinds, blockKinds };
}

/** Creates the schema of a document. Keep it: creating one costs milliseconds, a validation microseconds. */
export function documentSchema(): z.ZodMiniType<Document> {
  return createDocumentSchemas().document;
}
