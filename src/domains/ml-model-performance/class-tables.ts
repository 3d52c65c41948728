/** Tables of classes and of what is taken for what. */
import type { Table } from '../../document/nodes.js';
import type { ReportContext } from '../../report/context.js';
import { type Interval, wilson } from '../../report/statistics.js';
import type { Analysis } from './analysis.js';
import { figureCell, intervalCell, tableOf, textCell } from './cells.js';
import { type ConfusedPair, confusedPairs, type MatrixFacts } from './confusion.js';

/** A matrix with more rows is no table that anybody reads: its most frequent confusions are. */
export const maxMatrixLabels = 20;

const maxPairs = 50;

/** A class as the input has it, else as the matrix does. */
export type ClassRow = {
  readonly label: string;
  readonly precision?: number | undefined;
  readonly recall?: number | undefined;
  readonly f1?: number | undefined;
  readonly support: number;
  /** Of recall, by Wilson. */
  readonly interval?: Interval | undefined;
};

/** The classes of an input. */
export function classRows({ input, matrix }: Analysis): ClassRow[] {
  const rows: readonly ClassRow[] = input.perClass ?? (input.task === 'multilabel' ? [] : (matrix?.classes ?? []));
  return rows.map(({ label, precision, recall, f1, support }) => ({
    label,
    precision,
    recall,
    f1,
    support,
    interval: recall === undefined ? undefined : wilson(recall * support, support),
  }));
}

/** All classes. */
export function classesTable(context: ReportContext, analysis: Analysis): Table[] {
  const caption = context.localizer.t('mlModelPerformance.perClass');
  const rows = classRows(analysis);
  return tableOf(context, 'perClass', caption, rows, [
    { label: 'mlModelPerformance.column.class', cell: ({ label }) => textCell(label) },
    { label: 'metric.precision', cell: ({ precision }) => figureCell('ratio', precision), isNumber: true },
    { label: 'metric.recall', cell: ({ recall }) => figureCell('ratio', recall), isNumber: true },
    {
      label: 'mlModelPerformance.column.recallInterval',
      cell: ({ interval }) => intervalCell(context, 'ratio', interval),
      isOptional: true,
    },
    { label: 'metric.f1', cell: ({ f1 }) => figureCell('ratio', f1), isNumber: true },
    { label: 'mlModelPerformance.column.support', cell: ({ support }) => figureCell('count', support), isNumber: true },
  ]);
}

function matrixTable({ localizer }: ReportContext, { labels, matrix }: MatrixFacts): Table {
  return {
    type: 'table',
    path: 'confusion',
    caption: localizer.t('mlModelPerformance.confusion'),
    columns: [
      { label: localizer.t('mlModelPerformance.column.truth') },
      ...labels.map((label) => ({ label, align: 'end' as const })),
    ],
    rows: matrix.map((row, index) => [textCell(labels[index]), ...row.map((value) => figureCell('count', value))]),
  };
}

/** The matrix, or of a large one the pairs that are mixed up most. */
export function confusionTable(context: ReportContext, { matrix }: Analysis): Table[] {
  if (matrix === undefined) return [];
  const { labels } = matrix;
  if (labels.length <= maxMatrixLabels) return [matrixTable(context, matrix)];
  const pairs: readonly ConfusedPair[] = confusedPairs(matrix);
  if (pairs.length > maxPairs) {
    context.render.diagnostics.push({
      code: 'dropped',
      severity: 'info',
      path: 'confusion.matrix',
      message: 'Of a large confusion matrix the report has the most frequent confusions',
      limit: maxPairs,
      actual: pairs.length,
      unit: 'item',
    });
  }
  const caption = context.localizer.t('mlModelPerformance.confusedPairs');
  return tableOf(context, 'confusion', caption, pairs.slice(0, maxPairs), [
    { label: 'mlModelPerformance.column.truth', cell: ({ truth }) => textCell(labels[truth]) },
    { label: 'mlModelPerformance.column.predicted', cell: ({ predicted }) => textCell(labels[predicted]) },
    { label: 'mlModelPerformance.column.count', cell: ({ count }) => figureCell('count', count), isNumber: true },
    {
      label: 'mlModelPerformance.column.share',
      cell: ({ count, of }) => figureCell('ratio', count / of),
      isNumber: true,
    },
  ]);
}
