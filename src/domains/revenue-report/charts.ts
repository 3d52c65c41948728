/** The charts of a statement: who pays, and where it is paid. */

import { chartAlt } from '../../chart/alt.js';
import type { Chart } from '../../document/nodes.js';
import type { MessageId } from '../../generated/messages.js';
import type { ReportContext } from '../../report/context.js';
import type { UseType } from './schema.js';
import type { Share, Statement } from './statement.js';
import { useWords } from './tables.js';
import { territoryName } from './territory.js';

/** Bars that can be told apart at a glance; a table has the rest. */
const maxBars = 8;

function barsOf(
  context: ReportContext,
  { money }: Statement,
  shares: readonly Share[],
  names: { readonly path: string; readonly title: MessageId },
  nameOf: (key: string) => string,
): Chart[] {
  if (shares.length < 2) return [];
  const { t } = context.localizer;
  const shown = shares.slice(0, maxBars);
  const rest = shares.slice(maxBars).reduce((sum, { net }) => sum + Number(net), 0);
  const hasRest = shares.length > maxBars;
  const chart: Chart = {
    type: 'chart',
    path: names.path,
    kind: 'bar',
    title: t(names.title),
    alt: '',
    categories: [...shown.map(({ key }) => nameOf(key)), ...(hasRest ? [t('revenueReport.others')] : [])],
    series: [{ name: t('metric.net'), values: [...shown.map(({ net }) => Number(net)), ...(hasRest ? [rest] : [])] }],
    currency: money.currency,
  };
  return [{ ...chart, alt: chartAlt(chart, context.localizer) }];
}

/** Draws what a statement has more than one of. */
export function makeCharts(context: ReportContext, statement: Statement): Chart[] {
  const { byDsp, byTerritory, byUse } = statement;
  const { t } = context.localizer;
  return [
    ...barsOf(context, statement, byDsp, { path: 'byService', title: 'revenueReport.byService' }, (key) => key),
    ...barsOf(context, statement, byTerritory, { path: 'byTerritory', title: 'revenueReport.byTerritory' }, (code) =>
      territoryName(context, code),
    ),
    ...barsOf(context, statement, byUse, { path: 'byUse', title: 'revenueReport.byUse' }, (key) =>
      t(useWords[key as UseType]),
    ),
  ];
}
