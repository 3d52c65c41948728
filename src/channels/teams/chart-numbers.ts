/** The numbers of a chart: facts, which take a fifth of the room of a table, or a table where there are several series. */
import { chartTable, chartValue } from '../../document/chart-values.js';
import type { Chart } from '../../document/nodes.js';
import { joinLabelled } from '../../i18n/labelled.js';
import type { TeamsContext } from './context.js';
import { pushFacts } from './figures.js';
import { printedText } from './inline.js';
import { inert, isolatedOrMark, orMark } from './leaf.js';
import { escapeMarkdown, markdownOrMark } from './markdown.js';
import type { FactSet } from './payload.js';
import { pushTable } from './table.js';

/** Writes the numbers of a chart that is not drawn. */
export function pushNumbers(context: TeamsContext, chart: Chart): void {
  const { categories, series } = chart;
  const [only] = series;
  if (only === undefined || series.length > 1 || categories.length === 0) {
    pushTable(context, chartTable(chart), undefined);
    return;
  }
  const facts = categories.map((label, index) => {
    const value = only.values[index];
    return { label, value: typeof value === 'number' ? [chartValue(chart, value)] : [] };
  });
  pushFacts(context, facts, undefined);
}

/** The values of a category on one line, each behind the name of its series where there are several. */
function valuesAt(context: TeamsContext, chart: Chart, index: number): string {
  const texts = chart.series.map(({ name, values }) => {
    const value = values[index];
    const text = typeof value === 'number' ? (printedText(context, chartValue(chart, value)) ?? '') : orMark('');
    if (chart.series.length === 1) return text;
    return joinLabelled(context.labelParts, isolatedOrMark(context, name), text);
  });
  return inert(escapeMarkdown(texts.join(' · ')));
}

/** All numbers of a chart as one element, for hosts that do not draw it. */
export function numbersElement(context: TeamsContext, chart: Chart): FactSet {
  const facts = chart.categories.map((category, index) => ({
    title: inert(markdownOrMark(context, category)),
    value: valuesAt(context, chart, index),
  }));
  return { type: 'FactSet', facts };
}
