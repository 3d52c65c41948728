/** The tables of a statement: by service, territory and use, what a stream pays, who gets what, and every line. */
import type { Classification, Column, Inline, Table } from '../../document/nodes.js';
import type { MessageId } from '../../generated/messages.js';
import { formatDecimal, parseDecimal, sumDecimals, zero } from '../../kernel/decimal.js';
import type { ReportContext } from '../../report/context.js';
import { currencyOf, rounded, toStatement } from './money.js';
import { streamRates } from './per-stream.js';
import type { RevenueLine, UseType } from './schema.js';
import { allocateSplits } from './splits.js';
import type { Share, Statement } from './statement.js';
import { territoryName } from './territory.js';

type Cell = Inline[];

const text = (value: string | undefined): Cell =>
  value === undefined || value === '' ? [] : [{ type: 'text', value }];
const count = (value: number): Cell => [{ type: 'number', value, maxFractionDigits: 0 }];
const ratio = (value: number | undefined): Cell =>
  value === undefined ? [] : [{ type: 'number', value, style: 'percent' }];
const amount = (value: string | undefined, currency: string, maxFractionDigits?: number): Cell => {
  if (value === undefined) return [];
  return maxFractionDigits === undefined
    ? [{ type: 'money', amount: value, currency }]
    : [{ type: 'money', amount: value, currency, maxFractionDigits }];
};

/** The words for uses. */
export const useWords = {
  stream_premium: 'use.streamPremium',
  stream_ad: 'use.streamAd',
  download: 'use.download',
  ugc: 'use.ugc',
  sync: 'use.sync',
  physical: 'use.physical',
  performance: 'use.performance',
  mechanical: 'use.mechanical',
} as const satisfies Record<UseType, MessageId>;

type ColumnSpec = readonly [label: MessageId, align?: 'end' | 'start', classification?: Classification];

function tableOf(
  context: ReportContext,
  path: string,
  caption: MessageId,
  columns: readonly ColumnSpec[],
  rows: readonly (readonly Cell[])[],
): Table[] {
  if (rows.length === 0) return [];
  const { t } = context.localizer;
  const titles = columns.map(
    ([label, align, classification]): Column => ({
      label: t(label),
      ...(align !== undefined && { align }),
      ...(classification !== undefined && { classification }),
    }),
  );
  return [{ type: 'table', path, caption: t(caption), columns: titles, rows }];
}

/** Amounts of a group now and before. */
const shareColumns: readonly ColumnSpec[] = [
  ['metric.quantity', 'end'],
  ['metric.net', 'end'],
  ['column.share', 'end'],
];

function shareTable(
  context: ReportContext,
  { money, hasBefore }: Statement,
  shares: readonly Share[],
  names: { readonly path: string; readonly caption: MessageId; readonly label: MessageId },
  nameOf: (key: string) => string,
): Table[] {
  const before: readonly ColumnSpec[] = hasBefore ? [['column.before', 'end']] : [];
  const rows = shares.map(({ key, sums, net, previousNet, share }): Cell[] => [
    text(nameOf(key)),
    count(sums.quantity),
    amount(net, money.currency),
    ratio(share),
    ...(hasBefore ? [amount(previousNet, money.currency)] : []),
  ]);
  return tableOf(context, names.path, names.caption, [[names.label], ...shareColumns, ...before], rows);
}

function rateTable(context: ReportContext, { input, money }: Statement): Table[] {
  const rows = streamRates(input, money).map(({ dsp, territory, streams, net, rate }): Cell[] => [
    text(dsp),
    text(territoryName(context, territory)),
    count(streams),
    amount(rounded(money, net), money.currency),
    amount(rate, money.currency, 4),
  ]);
  const columns: ColumnSpec[] = [
    ['column.service'],
    ['column.territory'],
    ['metric.streams', 'end'],
    ['metric.net', 'end'],
    ['metric.perStreamRate', 'end'],
  ];
  return tableOf(context, 'perStream', 'revenueReport.perStream', columns, rows);
}

function splitTable(context: ReportContext, { input, money }: Statement): Table[] {
  const all = context.localizer.t('revenueReport.allWorks');
  const rows = allocateSplits(input, money).map(({ split, amount: part }): Cell[] => [
    text(split.party),
    text(split.role),
    text(split.work ?? all),
    ratio(split.shareRatio),
    amount(formatDecimal(part), money.currency),
  ]);
  const columns: ColumnSpec[] = [
    ['column.party', 'start', 'confidential'],
    ['column.role'],
    ['column.work'],
    ['column.share', 'end', 'confidential'],
    ['metric.net', 'end', 'confidential'],
  ];
  return tableOf(context, 'splits', 'revenueReport.splits', columns, rows);
}

/** What was paid in each currency, and what that is in the statement's; those without a rate stay as they are. */
function currencyTable(context: ReportContext, { input, money }: Statement): Table[] {
  if (money.converted.length + money.missing.length < 2) return [];
  const rows = [...money.converted, ...money.missing].flatMap((code): Cell[][] => {
    const lines = input.lines.filter((line) => currencyOf(input, line) === code);
    if (lines.length === 0) return [];
    const sum = sumDecimals(lines.map(({ net }) => parseDecimal(net) ?? zero));
    const isKnown = !money.missing.includes(code);
    const own = amount(formatDecimal(sum), code);
    return [[text(code), own, isKnown ? amount(rounded(money, toStatement(money, sum, code)), money.currency) : []]];
  });
  const columns: ColumnSpec[] = [['column.currency'], ['column.original', 'end'], ['column.converted', 'end']];
  return tableOf(context, 'currencies', 'revenueReport.currencies', columns, rows);
}

/** Every line, for files: nobody reads a thousand of them in a message. */
export function makeAppendix(context: ReportContext, { input }: Statement): Table[] {
  const { t } = context.localizer;
  const rows = input.lines.map((line: RevenueLine): Cell[] => {
    const code = currencyOf(input, line);
    return [
      text(line.title),
      text(line.artist),
      text(line.isrc),
      text(line.dsp),
      text(territoryName(context, line.territory)),
      text(t(useWords[line.useType])),
      count(line.quantity),
      amount(line.gross, code, 6),
      amount(line.net, code, 6),
    ];
  });
  const columns: ColumnSpec[] = [
    ['column.title'],
    ['column.artist'],
    ['column.isrc'],
    ['column.service'],
    ['column.territory'],
    ['column.use'],
    ['metric.quantity', 'end'],
    ['metric.gross', 'end'],
    ['metric.net', 'end'],
  ];
  return tableOf(context, 'lines', 'revenueReport.lines', columns, rows);
}

/** Makes the tables that a statement has rows for. */
export function makeTables(context: ReportContext, statement: Statement): Table[] {
  const { byDsp, byTerritory, byUse } = statement;
  const { t } = context.localizer;
  const service = { path: 'byService', caption: 'revenueReport.byService', label: 'column.service' } as const;
  const territory = { path: 'byTerritory', caption: 'revenueReport.byTerritory', label: 'column.territory' } as const;
  const use = { path: 'byUse', caption: 'revenueReport.byUse', label: 'column.use' } as const;
  return [
    ...shareTable(context, statement, byDsp, service, (key) => key),
    ...shareTable(context, statement, byTerritory, territory, (code) => territoryName(context, code)),
    ...shareTable(context, statement, byUse, use, (key) => t(useWords[key as UseType])),
    ...rateTable(context, statement),
    ...splitTable(context, statement),
    ...currencyTable(context, statement),
  ];
}
