/** Charts of a model: the gate, the confusion matrix, classes, and its curves. */

import { chartAlt } from '../../chart/alt.js';
import { thinnedFor } from '../../chart/thin.js';
import type { Chart, ChartAnnotation, Series } from '../../document/nodes.js';
import type { ReportContext } from '../../report/context.js';
import type { Analysis } from './analysis.js';
import { knownMetric } from './catalog.js';
import { classRows, maxMatrixLabels } from './class-tables.js';
import { measureLabel } from './labels.js';

/** A curve of scikit-learn has a point for every score: more than any target can show. */
const maxCurvePoints = 200;

const unitDomain = () => ({ min: 0, max: 1 });

type ChartParts = {
  readonly path: string;
  readonly kind: Chart['kind'];
  readonly title: string;
  readonly categories: readonly string[];
  readonly series: readonly Series[];
  readonly style?: Chart['style'];
  readonly domain?: Chart['domain'];
  readonly annotations?: readonly ChartAnnotation[];
  readonly notes?: readonly string[];
};

function chartOf(context: ReportContext, parts: ChartParts): Chart {
  const { path, kind, title, categories, series, style, domain, annotations, notes } = parts;
  const chart: Chart = {
    type: 'chart',
    path,
    kind,
    title,
    alt: title,
    categories,
    series,
    ...(style !== undefined && { style }),
    ...(domain !== undefined && { domain }),
    ...(annotations !== undefined && { annotations }),
    ...(notes !== undefined && { notes }),
  };
  return { ...chart, alt: chartAlt(chart, context.localizer) };
}

/** Reduces a curve to what can be drawn, and says so. */
const thinned = ({ render }: ReportContext, chart: Chart): Chart =>
  thinnedFor(chart, maxCurvePoints, chart.path ?? 'curves', render);

/** The first gate that is missed, else the first of all, where its metric has a scale. */
function gateChart(context: ReportContext, { gates }: Analysis): Chart[] {
  const scaled = gates.flatMap((result) => {
    const { min, max } = knownMetric(result.gate.metric) ?? {};
    const { measure } = result;
    return measure === undefined || min === undefined || max === undefined ? [] : [{ ...result, measure, min, max }];
  });
  const chosen = scaled.find(({ status }) => status === 'failed') ?? scaled.find(({ status }) => status === 'passed');
  if (chosen === undefined) return [];
  const { gate, index, measure, min, max } = chosen;
  const name = measureLabel(context, gate.metric);
  return [
    chartOf(context, {
      path: `gates.${index}`,
      kind: 'gauge',
      title: context.localizer.t('mlModelPerformance.chart.gate', { gate: gate.name, metric: name }),
      categories: [name],
      series: [{ name, values: [measure.value] }],
      ...(measure.unit === 'ratio' && { style: 'percent' as const }),
      domain: { min, max },
      annotations: [{ label: gate.name, value: gate.limit }],
    }),
  ];
}

function confusionChart(context: ReportContext, { matrix }: Analysis): Chart[] {
  if (matrix === undefined || matrix.labels.length > maxMatrixLabels) return [];
  const { localizer } = context;
  return [
    chartOf(context, {
      path: 'confusion',
      kind: 'heat',
      title: localizer.t('mlModelPerformance.confusion'),
      categories: [...matrix.labels],
      series: matrix.labels.map((label, index) => ({
        name: localizer.t('mlModelPerformance.series.truth', { label }),
        values: [...(matrix.matrix[index] ?? [])],
      })),
      notes: [localizer.t('mlModelPerformance.chart.confusionAxes')],
    }),
  ];
}

const classMembers = ['precision', 'recall', 'f1'] as const;

/** Bars of all classes, or of many the weakest. */
function classChart(context: ReportContext, analysis: Analysis): Chart[] {
  const { localizer } = context;
  const rows = classRows(analysis);
  const isCut = rows.length > maxMatrixLabels;
  const shown = isCut ? [...rows].sort((a, b) => (a.f1 ?? 1) - (b.f1 ?? 1)).slice(0, maxMatrixLabels) : rows;
  const series = classMembers.flatMap((member): Series[] => {
    const values = shown.map((row) => row[member] ?? null);
    return values.every((value) => value === null) ? [] : [{ name: localizer.t(`metric.${member}`), values }];
  });
  if (series.length === 0) return [];
  const numbers = { shown: maxMatrixLabels, total: rows.length };
  return [
    chartOf(context, {
      path: 'perClass',
      kind: 'bar',
      title: localizer.t('mlModelPerformance.perClass'),
      categories: shown.map(({ label }) => label),
      series,
      style: 'percent',
      domain: unitDomain(),
      ...(isCut && { notes: [localizer.t('mlModelPerformance.chart.weakest', numbers)] }),
    }),
  ];
}

type Curve = {
  readonly path: string;
  readonly title: string;
  readonly axis: string;
  readonly x: readonly number[];
  readonly series: readonly Series[];
};

function curveChart(context: ReportContext, { path, title, axis, x, series }: Curve): Chart[] {
  if (x.length < 2) return [];
  const categories = x.map((value) => context.localizer.number(value, { style: 'percent' }));
  const parts = { path, kind: 'line', title, categories, series, style: 'percent', domain: unitDomain() } as const;
  return [thinned(context, chartOf(context, { ...parts, notes: [axis] }))];
}

function rocChart(context: ReportContext, { input }: Analysis): Chart[] {
  const { t } = context.localizer;
  const points = input.curves?.roc ?? [];
  const x = points.map(({ fpr }) => fpr);
  return curveChart(context, {
    path: 'curves.roc',
    title: t('mlModelPerformance.chart.roc'),
    axis: t('mlModelPerformance.chart.rocAxis'),
    x,
    series: [
      { name: t('mlModelPerformance.series.tpr'), values: points.map(({ tpr }) => tpr) },
      { name: t('mlModelPerformance.series.chance'), values: x },
    ],
  });
}

/** Recall grows to the right, whichever way it was given. */
function prChart(context: ReportContext, { input }: Analysis): Chart[] {
  const { t } = context.localizer;
  const given = input.curves?.pr ?? [];
  const isFalling = (given[0]?.recall ?? 0) > (given.at(-1)?.recall ?? 0);
  const points = isFalling ? [...given].reverse() : given;
  return curveChart(context, {
    path: 'curves.pr',
    title: t('mlModelPerformance.chart.pr'),
    axis: t('mlModelPerformance.chart.prAxis'),
    x: points.map(({ recall }) => recall),
    series: [{ name: t('metric.precision'), values: points.map(({ precision }) => precision) }],
  });
}

function calibrationChart(context: ReportContext, { input }: Analysis): Chart[] {
  const { t } = context.localizer;
  const bins = input.curves?.calibration ?? [];
  const x = bins.map(({ predicted }) => predicted);
  return curveChart(context, {
    path: 'curves.calibration',
    title: t('mlModelPerformance.chart.calibration'),
    axis: t('mlModelPerformance.chart.calibrationAxis'),
    x,
    series: [
      // A bin without observations has no rate.
      {
        name: t('mlModelPerformance.series.observed'),
        values: bins.map(({ observed, n }) => (n === 0 ? null : observed)),
      },
      { name: t('mlModelPerformance.series.calibrated'), values: x },
    ],
  });
}

function thresholdChart(context: ReportContext, { input }: Analysis): Chart[] {
  const { localizer } = context;
  const rows = input.curves?.threshold ?? [];
  const series = classMembers.flatMap((member): Series[] => {
    const values = rows.map((row) => row[member] ?? null);
    return values.every((value) => value === null) ? [] : [{ name: localizer.t(`metric.${member}`), values }];
  });
  if (series.length === 0 || rows.length < 2) return [];
  const chart = chartOf(context, {
    path: 'curves.threshold',
    kind: 'line',
    title: localizer.t('mlModelPerformance.chart.threshold'),
    categories: rows.map(({ threshold }) => localizer.number(threshold, { maxFractionDigits: 3 })),
    series,
    style: 'percent',
    domain: unitDomain(),
    notes: [localizer.t('mlModelPerformance.chart.thresholdAxis')],
  });
  return [thinned(context, chart)];
}

/** Draws what there is. */
export function chartsOf(context: ReportContext, analysis: Analysis): Chart[] {
  return [gateChart, confusionChart, classChart, rocChart, prChart, calibrationChart, thresholdChart].flatMap((draw) =>
    draw(context, analysis),
  );
}
