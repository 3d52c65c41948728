/** The key figures of a statement. */
import { decimalToNumber } from '../../kernel/decimal.js';
import type { ReportContext } from '../../report/context.js';
import { type KpiSpec, makeKpi } from '../../report/kpi.js';
import type { Derivation, ReportKpi } from '../../report/model.js';
import { concentration } from '../../report/statistics.js';
import { type Money, rounded, sumOf } from './money.js';
import { rateDigits, ratePerStream } from './per-stream.js';
import type { Statement } from './statement.js';

const streamUses = ['stream_premium', 'stream_ad'] as const;

const sumOfStreams = ({ input, money }: Statement, member: string): Derivation => ({
  op: 'sum',
  from: streamUses
    .filter((useType) => input.lines.some((line) => line.useType === useType))
    .map((useType) => sumOf(input, money, member, { useType })),
});

/** Totals are rounded once, to the minor unit. */
const roundedSum = ({ digits }: Money, sum: Derivation, to = digits): Derivation => ({
  op: 'round',
  from: [sum, { literal: to, because: 'decimals of the amount' }],
});

const currencyFigure = (statement: Statement, amount: string): Pick<KpiSpec, 'unit' | 'currency' | 'figure'> => ({
  unit: 'currency',
  currency: statement.money.currency,
  figure: amount,
});

function netKpi(statement: Statement): KpiSpec {
  const { input, money, total, hasBefore } = statement;
  const value = rounded(money, total.net);
  const previous = rounded(money, total.previousNet);
  const evidence = {
    value: roundedSum(money, sumOf(input, money, 'net')),
    previous: roundedSum(money, sumOf(input, money, 'previousNet')),
  };
  return {
    ...currencyFigure(statement, value),
    key: 'net',
    label: '',
    path: 'lines',
    figure: hasBefore ? { value, previous } : value,
    evidence: hasBefore ? evidence : { value: evidence.value },
  };
}

function quantityKpi({ input, money, total, hasBefore }: Statement): KpiSpec {
  const isCompared = hasBefore && input.lines.every(({ previousQuantity }) => previousQuantity !== undefined);
  const value = sumOf(input, money, 'quantity');
  const previous = sumOf(input, money, 'previousQuantity');
  return {
    key: 'quantity',
    label: '',
    path: 'lines',
    unit: 'count',
    polarity: 'higher',
    figure: isCompared ? { value: total.quantity, previous: total.previousQuantity } : total.quantity,
    evidence: isCompared ? { value, previous } : { value },
  };
}

/** What a stream pays is below a cent, so that it has a figure of its own only where there are streams. */
function streamKpi(statement: Statement): KpiSpec[] {
  const { total } = statement;
  const rate = ratePerStream(total.streamNet, total.streams);
  if (rate === undefined) return [];
  const ratio: Derivation = {
    op: 'ratio',
    from: [sumOfStreams(statement, 'net'), sumOfStreams(statement, 'quantity')],
  };
  const evidence = { value: roundedSum(statement.money, ratio, rateDigits) };
  const figure = currencyFigure(statement, rate);
  return [{ ...figure, key: 'perStreamRate', label: '', path: 'lines', maxFractionDigits: 4, evidence }];
}

/** What of gross revenue arrives, where every line says what it was before deductions. */
function grossKpis(statement: Statement): KpiSpec[] {
  const { input, money, total } = statement;
  if (input.lines.length === 0 || input.lines.some(({ gross }) => gross === undefined)) return [];
  const [net, gross] = [decimalToNumber(total.net), decimalToNumber(total.gross)];
  const sum = sumOf(input, money, 'gross');
  const grossKpi: KpiSpec = {
    ...currencyFigure(statement, rounded(money, total.gross)),
    key: 'gross',
    label: '',
    path: 'lines',
    evidence: { value: roundedSum(money, sum) },
  };
  if (!(gross > 0) || net < 0 || net > gross) return [grossKpi];
  const value: Derivation = { op: 'ratio', from: [sumOf(input, money, 'net'), sum] };
  return [
    grossKpi,
    { key: 'effectiveShare', label: '', path: 'lines', unit: 'ratio', figure: net / gross, evidence: { value } },
  ];
}

function concentrationKpi(statement: Statement): KpiSpec[] {
  const { byDsp, input, money } = statement;
  const index = concentration(byDsp.map(({ sums }) => decimalToNumber(sums.net)));
  if (byDsp.length < 2 || index === undefined) return [];
  const shares = byDsp.map(({ key }): Derivation => {
    const share: Derivation = {
      op: 'ratio',
      from: [sumOf(input, money, 'net', { dsp: key }), sumOf(input, money, 'net')],
    };
    return { op: 'product', from: [share, share] };
  });
  const evidence = { value: { op: 'sum' as const, from: shares } };
  return [
    {
      key: 'serviceConcentration',
      label: '',
      path: 'lines',
      unit: 'score',
      polarity: 'neutral',
      figure: index,
      evidence,
    },
  ];
}

function balanceKpis(statement: Statement): KpiSpec[] {
  const { balance } = statement.input;
  if (balance === undefined) return [];
  const stated = (key: 'payable' | 'unrecouped', amount: string): KpiSpec => {
    const path = `balance.${key}`;
    return { ...currencyFigure(statement, formatted(amount)), key, label: '', path };
  };
  const payable = stated('payable', balance.payable);
  return balance.unrecouped === undefined ? [payable] : [payable, stated('unrecouped', balance.unrecouped)];
}

const formatted = (amount: string): string => amount.replace(/^\+/, '');

const labels = {
  net: 'metric.net',
  gross: 'metric.gross',
  quantity: 'metric.quantity',
  perStreamRate: 'metric.perStreamRate',
  effectiveShare: 'metric.effectiveShare',
  serviceConcentration: 'metric.serviceConcentration',
  payable: 'metric.payable',
  unrecouped: 'metric.unrecouped',
} as const;

/** Makes the key figures. */
export function makeKpis(context: ReportContext, statement: Statement): ReportKpi[] {
  const specs = [
    netKpi(statement),
    quantityKpi(statement),
    ...streamKpi(statement),
    ...grossKpis(statement),
    ...concentrationKpi(statement),
    ...balanceKpis(statement),
  ];
  return specs.map((spec) =>
    makeKpi(context, { ...spec, label: context.localizer.t(labels[spec.key as keyof typeof labels]) }),
  );
}
