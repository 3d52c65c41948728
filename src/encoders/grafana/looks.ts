/** How panels look: their sizes, and the options of their plugins. */
import type { JsonObject, PanelType } from './model.js';

type Look = {
  readonly width: number;
  readonly height: number;
  readonly options: () => JsonObject;
  readonly custom?: () => JsonObject;
};

const tooltip = (): JsonObject => ({ mode: 'multi', sort: 'desc' });
const lastValue = (): JsonObject => ({ calcs: ['lastNotNull'], fields: '', values: false });

/** Options of the panels' plugins; what is not said is as in a panel made by hand. */
export const looks: Readonly<Record<PanelType, Look>> = {
  timeseries: {
    width: 12,
    height: 8,
    options: () => ({
      legend: { displayMode: 'list', placement: 'bottom', showLegend: true, calcs: [] },
      tooltip: tooltip(),
    }),
    custom: () => ({ drawStyle: 'line', lineWidth: 1, fillOpacity: 10, showPoints: 'never' }),
  },
  stat: {
    width: 6,
    height: 4,
    options: () => ({ reduceOptions: lastValue(), colorMode: 'value', graphMode: 'area', textMode: 'auto' }),
  },
  gauge: {
    width: 6,
    height: 6,
    options: () => ({ reduceOptions: lastValue(), showThresholdLabels: false, showThresholdMarkers: true }),
  },
  bargauge: {
    width: 12,
    height: 8,
    options: () => ({ reduceOptions: lastValue(), displayMode: 'gradient', orientation: 'horizontal' }),
  },
  heatmap: {
    width: 12,
    height: 8,
    options: () => ({
      calculate: false,
      color: { mode: 'scheme', scheme: 'Oranges', steps: 64 },
      cellGap: 1,
      yAxis: { axisPlacement: 'left', reverse: false },
      tooltip: { mode: 'single', yHistogram: true, showColorScale: true },
      legend: { show: true },
    }),
  },
  table: { width: 24, height: 6, options: () => ({ showHeader: true, cellHeight: 'sm' }) },
  'state-timeline': {
    width: 24,
    height: 6,
    options: () => ({
      mergeValues: true,
      showValue: 'never',
      rowHeight: 0.9,
      legend: { displayMode: 'list', placement: 'bottom', showLegend: true },
      tooltip: { mode: 'single', sort: 'none' },
    }),
    custom: () => ({ lineWidth: 0, fillOpacity: 70 }),
  },
};
