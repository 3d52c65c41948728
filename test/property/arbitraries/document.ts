/** Documents of all node kinds that pass their schema. */
import fc from 'fast-check';
import type { Block, Document, Inline, Kpi } from '../../../src/document/nodes.js';
import { anyAction, field, present } from './alert.js';
import { anyText, anyUrl } from './text.js';

const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(arbitrary, { nil: undefined });
const decimal = fc
  .tuple(fc.boolean(), fc.bigInt({ min: 0n, max: 10n ** 30n }), fc.nat(99_999))
  .map(([minus, whole, part]) => `${minus ? '-' : ''}${whole}.${part}`);
const finite = fc.double({ noNaN: true, noDefaultInfinity: true });
const alt = field(4000).map((text) => (/\S/.test(text) ? text : `alt${text}`));
const classification = maybe(fc.constantFrom('public' as const, 'internal', 'confidential', 'personal', 'sensitive'));

/** Names that tenants of the tests configure, and one that they do not. */
export const mentionNames = ['oncall', 'team', 'room', 'all'] as const;

const leafInline: fc.Arbitrary<Inline> = fc.oneof(
  field().map((value): Inline => ({ type: 'text', value })),
  anyText().map((value): Inline => ({ type: 'code', value })),
  fc
    .record({
      type: fc.constant('number' as const),
      value: fc.oneof(finite, decimal),
      style: maybe(fc.constantFrom('decimal' as const, 'percent')),
      unit: maybe(fc.oneof(fc.constantFrom('%', 'ms', 'GB'), anyText(6))),
      notation: maybe(fc.constantFrom('standard' as const, 'compact')),
      sign: maybe(fc.constantFrom('auto' as const, 'always')),
      maxFractionDigits: maybe(fc.nat(20)),
    })
    .map((node) => present<Extract<Inline, { type: 'number' }>>(node)),
  fc
    .tuple(decimal, fc.constantFrom('USD', 'EUR', 'JPY', 'KWD', 'XXX', 'ZZZ'))
    .map(([amount, currency]): Inline => ({ type: 'money', amount, currency })),
  fc
    .record({
      type: fc.constant('date' as const),
      value: fc.oneof(
        fc.integer({ min: -8.64e15, max: 8.64e15 }),
        fc.double({ min: -8.64e15, max: 8.64e15, noNaN: true }),
      ),
      style: maybe(fc.constantFrom('date' as const, 'time', 'datetime', 'relative', 'day')),
    })
    .map((node) => present<Extract<Inline, { type: 'date' }>>(node)),
  finite.map((durationMs): Inline => ({ type: 'duration', durationMs })),
  fc
    .oneof(
      fc.constantFrom(...mentionNames),
      anyText(6).map((ref) => `?${ref}`),
    )
    .map((ref): Inline => ({ type: 'mention', ref })),
);

const { inline } = fc.letrec<{ inline: Inline }>((tie) => ({
  inline: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    { arbitrary: leafInline, weight: 6 },
    {
      arbitrary: fc
        .tuple(fc.constantFrom('strong' as const, 'emphasis', 'deletion'), fc.array(tie('inline'), { maxLength: 3 }))
        .map(([type, children]): Inline => ({ type, children })),
      weight: 2,
    },
    {
      arbitrary: fc
        .tuple(anyUrl, fc.array(tie('inline'), { maxLength: 3 }))
        .map(([url, children]): Inline => ({ type: 'link', url, children })),
      weight: 2,
    },
  ),
}));

const inlines = fc.array(inline, { maxLength: 5 });

const kpi: fc.Arbitrary<Kpi> = fc
  .record({
    label: field(600),
    value: inline,
    previous: maybe(inline),
    threshold: maybe(inline),
    target: maybe(inline),
    delta: maybe(inline),
    direction: maybe(fc.constantFrom('up' as const, 'down', 'flat')),
    assessment: maybe(fc.constantFrom('good' as const, 'bad', 'neutral')),
    note: maybe(field(300)),
    classification,
  })
  .map((figure) => present<Kpi>(figure));

const fact = fc
  .record({ label: field(600), value: inlines, classification })
  .map((item) => present<Extract<Block, { type: 'facts' }>['items'][number]>(item));

const table: fc.Arbitrary<Block> = fc
  .tuple(fc.integer({ min: 1, max: 24 }), fc.nat(12), fc.nat(130))
  .chain(([columns, rows, more]) =>
    fc
      .record({
        type: fc.constant('table' as const),
        caption: maybe(field(600)),
        columns: fc.array(
          fc
            .record({
              label: anyText(8),
              align: maybe(fc.constantFrom('start' as const, 'center', 'end')),
              classification,
            })
            .map((column) => present<Extract<Block, { type: 'table' }>['columns'][number]>(column)),
          { minLength: columns, maxLength: columns },
        ),
        rows: fc.array(fc.array(fc.array(inline, { maxLength: 2 }), { minLength: columns, maxLength: columns }), {
          maxLength: rows,
        }),
        // Further rows are one row again and again: shrinking hundreds of cells tells nothing.
        repeated: fc.constantFrom(0, 0, more),
      })
      .map(({ repeated, rows: some, ...node }) => {
        const [first] = some;
        const all = first === undefined ? some : [...some, ...Array.from({ length: repeated }, () => first)];
        return present<Extract<Block, { type: 'table' }>>({ ...node, rows: all });
      }),
  );

/** Labels as charts have them: short ones, long ones, and the same again. */
const chartLabel = fc.oneof(anyText(8), field(80), fc.constantFrom('', 'a', 'Tunis', 'x'.repeat(30), 'x'.repeat(31)));

/** One value in eight is a gap; some series have none, which is what hosts can draw. */
const chartValues = (length: number, isWhole: boolean) =>
  fc.array(isWhole ? fc.oneof(finite, fc.integer({ min: 1, max: 1_000_000 })) : fc.option(finite, { freq: 7 }), {
    minLength: length,
    maxLength: length,
  });

/** Charts of all kinds, of none to ninety points. */
export const anyChart: fc.Arbitrary<Extract<Block, { type: 'chart' }>> = fc
  .tuple(fc.oneof(fc.nat(8), fc.nat(24), fc.constant(90)), fc.nat(7), fc.boolean())
  .chain(([categories, series, isWhole]) =>
    fc
      .record({
        type: fc.constant('chart' as const),
        kind: fc.constantFrom(
          ...(['line', 'bar', 'area', 'pie', 'stackedBar', 'gauge', 'heat', 'spark', 'waveform'] as const),
        ),
        title: field(600),
        alt,
        categories: fc.array(chartLabel, { minLength: categories, maxLength: categories }),
        series: fc.array(
          fc
            .record({
              name: chartLabel,
              values: chartValues(categories, isWhole),
              provisionalFrom: maybe(fc.nat(categories)),
            })
            .map((one) => present<Extract<Block, { type: 'chart' }>['series'][number]>(one)),
          { maxLength: series },
        ),
        unit: maybe(fc.oneof(fc.constantFrom('%', 'GB'), anyText(6))),
        style: maybe(fc.constantFrom('decimal' as const, 'percent')),
        currency: maybe(fc.constantFrom('EUR', 'TND')),
        times: maybe(fc.constantFrom(3_600_000, 86_400_000)).map((step) =>
          step === undefined
            ? undefined
            : Array.from(
                { length: categories },
                (_, index) => 1_790_000_000_000 - (1_790_000_000_000 % step) + index * step,
              ),
        ),
        domain: maybe(fc.constantFrom({ min: 0, max: 1 }, { min: -5, max: 1e6 })),
        annotations: maybe(
          fc.array(
            fc.oneof(
              fc.record({ label: field(80), value: finite }),
              fc.record({ label: field(80), category: fc.nat(100) }),
            ),
            { maxLength: 3 },
          ),
        ),
        notes: maybe(fc.array(field(400), { maxLength: 3 })),
      })
      .map((node) => present<Extract<Block, { type: 'chart' }>>(node)),
  );

const leafBlock: fc.Arbitrary<Block> = fc.oneof(
  inlines.map((children): Block => ({ type: 'paragraph', children })),
  fc
    .tuple(fc.constantFrom(1 as const, 2, 3, 4), inlines)
    .map(([level, children]): Block => ({ type: 'heading', level, children })),
  fc
    .record({ type: fc.constant('facts' as const), title: maybe(field(600)), items: fc.array(fact, { maxLength: 8 }) })
    .map((node) => present<Extract<Block, { type: 'facts' }>>(node)),
  fc
    .record({ type: fc.constant('kpis' as const), title: maybe(field(600)), items: fc.array(kpi, { maxLength: 6 }) })
    .map((node) => present<Extract<Block, { type: 'kpis' }>>(node)),
  table,
  anyChart,
  fc
    .record({
      type: fc.constant('media' as const),
      kind: fc.constantFrom('image' as const, 'audio', 'video'),
      url: anyUrl,
      alt,
      title: maybe(field(4000)),
      durationMs: maybe(finite),
    })
    .map((node) => present<Extract<Block, { type: 'media' }>>(node)),
  field(20_000).map((value): Block => ({ type: 'code', value })),
  fc.constant<Block>({ type: 'divider' }),
  fc.array(anyAction, { maxLength: 12 }).map((items): Block => ({ type: 'actions', items })),
  fc.constantFrom<Block>(
    { type: 'custom', target: 'slack', payload: { type: 'divider' } },
    {
      type: 'custom',
      target: 'slack',
      payload: { type: 'context', elements: [{ type: 'plain_text', text: 'own', emoji: false }] },
    },
    { type: 'custom', target: 'teams', payload: { type: 'Container' } },
  ),
);

/** Repeats what is small: documents over the bounds of their size are another test's business. */
const repeat = <T>(value: T, times: number): T[] =>
  Array.from({ length: JSON.stringify(value).length * times < 40_000 ? times : 1 }, () => value);

/** The first blocks that together stay within the bounds of a document. */
function within(blocks: readonly Block[]): Block[] {
  let chars = 0;
  return blocks.filter((node) => {
    chars += JSON.stringify(node).length;
    return chars < 80_000;
  });
}

const importance = maybe(fc.constantFrom('high' as const, 'low'));

const { block } = fc.letrec<{ block: Block; blocks: Block[] }>((tie) => ({
  blocks: fc.array(tie('block'), { maxLength: 4 }),
  block: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    { arbitrary: leafBlock, weight: 5 },
    {
      arbitrary: fc
        .record({ type: fc.constant('section' as const), title: maybe(field(600)), children: tie('blocks') })
        .map((node) => present<Extract<Block, { type: 'section' }>>(node)),
      weight: 1,
    },
    {
      arbitrary: fc.tuple(fc.boolean(), fc.array(tie('blocks'), { maxLength: 5 }), fc.constantFrom(1, 1, 40)).map(
        ([ordered, items, times]): Block => ({
          type: 'list',
          ordered,
          items: repeat(items, times).flat(),
        }),
      ),
      weight: 2,
    },
    { arbitrary: tie('blocks').map((children): Block => ({ type: 'quote', children })), weight: 1 },
  ),
}));

/** Any document; some of it repeated until nothing holds it. */
export const anyDocument: fc.Arbitrary<Document> = fc
  .record({
    locale: fc.constantFrom('en', 'fr', 'ar', 'ja'),
    dir: fc.constantFrom('ltr' as const, 'rtl'),
    title: field(),
    severity: maybe(fc.constantFrom('critical' as const, 'error', 'warning', 'info')),
    status: maybe(fc.constantFrom('firing' as const, 'acknowledged', 'resolved')),
    meta: fc
      .record({
        fingerprint: maybe(field(600)),
        source: maybe(field()),
        component: maybe(anyText()),
        environment: maybe(anyText()),
        occurredAt: maybe(fc.integer({ min: -8.64e15, max: 8.64e15 })),
        endedAt: maybe(fc.integer({ min: -8.64e15, max: 8.64e15 })),
        url: maybe(anyUrl),
        summary: maybe(field()),
      })
      .map((meta) => present<Document['meta']>(meta)),
    children: fc.array(fc.tuple(block, importance, fc.constantFrom(1, 1, 1, 30)), { maxLength: 8 }).map((entries) =>
      entries.flatMap(([node, weight, times]) => {
        return repeat(weight === undefined ? node : { ...node, importance: weight }, times);
      }),
    ),
  })
  .map(({ children, ...document }) => present<Document>({ type: 'document', ...document, children: within(children) }));
