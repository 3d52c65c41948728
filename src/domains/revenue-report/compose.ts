/** Royalty statement -> the parts of its report. */
import type { Fact } from '../../document/nodes.js';
import { convert } from '../../i18n/rates.js';
import { plainDecimal } from '../../kernel/decimal.js';
import type { ReportParts } from '../../report/compose.js';
import type { ReportContext } from '../../report/context.js';
import { parseDay, periodLabel } from '../../report/period.js';
import { makeCharts } from './charts.js';
import { findContradictions } from './findings.js';
import { findInsights } from './insights.js';
import { makeKpis } from './kpis.js';
import type { Money } from './money.js';
import type { RevenueReportInput } from './schema.js';
import { readStatement } from './statement.js';
import { makeAppendix, makeTables } from './tables.js';

/** Rates are told with so many digits: as many as central banks publish. */
const rateDigits = 6;

/** Says by which rates amounts were converted, of which day and by whom, and which were not. */
function rateNotes({ localizer }: ReportContext, { table, converted, missing, currency }: Money): string[] {
  const others = converted.filter((code) => code !== currency);
  const notes = missing.map((code) => localizer.t('revenueReport.unconverted', { currency: code }));
  if (table === undefined || others.length === 0) return notes;
  const date = localizer.days.day(parseDay(table.date) ?? 0);
  const rates = others.map((code) => {
    const rate = convert('1', code, currency, table, 12)?.rate ?? plainDecimal(1);
    return localizer.t('revenueReport.rate', {
      from: code,
      to: localizer.money(rate, currency, rateDigits),
    });
  });
  return [localizer.t('revenueReport.rates', { rates: localizer.list(rates), source: table.source, date }), ...notes];
}

function factsOf({ localizer }: ReportContext, { payee, salesWindow }: RevenueReportInput): Fact[] {
  const facts: Fact[] = [];
  if (payee !== undefined) {
    const label = localizer.t('revenueReport.payee');
    facts.push({ path: 'payee', label, value: [{ type: 'text', value: payee }], classification: 'confidential' });
  }
  if (salesWindow !== undefined) {
    const [fromMs, toMs] = [parseDay(salesWindow.from) ?? 0, parseDay(salesWindow.to) ?? 0];
    const value = periodLabel(localizer, { fromMs, toMs });
    facts.push({ path: 'salesWindow', label: localizer.t('revenueReport.sales'), value: [{ type: 'text', value }] });
  }
  return facts;
}

/** Composes a statement that passed its schema. */
export function composeRevenueReport(input: RevenueReportInput, context: ReportContext): ReportParts {
  const { localizer, period } = context;
  const statement = readStatement(input, context);
  const { money, total } = statement;
  const kpis = makeKpis(context, statement);
  const title =
    period === undefined
      ? localizer.t('revenueReport.name')
      : localizer.t('revenueReport.title', { period: periodLabel(localizer, period) });
  return {
    title,
    facts: factsOf(context, input),
    kpis,
    insights: findInsights(context, statement, kpis),
    findings: findContradictions(context, input, money, total),
    charts: makeCharts(context, statement),
    tables: makeTables(context, statement),
    appendix: makeAppendix(context, statement),
    notes: rateNotes(context, money),
  };
}
