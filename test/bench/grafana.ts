/**
 * A dashboard of 20 panels against the same one built with Grafana's foundation SDK, which has the classic form alone. The
 * floor is what `JSON.stringify` takes for it, whoever built it.
 */
import {
  GraphDrawStyle,
  LegendDisplayMode,
  LegendPlacement,
  SortOrder,
  TooltipDisplayMode,
  VisibilityMode,
  VizLegendOptionsBuilder,
  VizTooltipOptionsBuilder,
} from '@grafana/grafana-foundation-sdk/common';
import {
  DashboardBuilder,
  DashboardCursorSync,
  DatasourceVariableBuilder,
  FieldColorModeId,
  RowBuilder,
} from '@grafana/grafana-foundation-sdk/dashboard';
import { DataqueryBuilder } from '@grafana/grafana-foundation-sdk/prometheus';
import { PanelBuilder } from '@grafana/grafana-foundation-sdk/timeseries';
import { createFormatters } from '../../src/index.js';
import { counter, metricBatch } from '../../src/metric/build.js';
import { compare, print } from './rounds.js';

const panels = 20;
const names = Array.from({ length: panels }, (_, index) => `requests_${index}`);

const batch = metricBatch(
  names.map((name) => counter(name, [{ attributes: { route: '/a' }, value: 1 }], { help: 'Requests by route' })),
);

const datasource = { type: 'prometheus', uid: '${datasource}' };

function build(): unknown {
  const dashboard = new DashboardBuilder('Metrics')
    .uid('f3a56b746bbffe7ba9ff524f02a3e886')
    .tags([])
    .timezone('utc')
    .refresh('1m')
    .editable()
    .tooltip(DashboardCursorSync.Crosshair)
    .time({ from: 'now-6h', to: 'now' })
    .withVariable(new DatasourceVariableBuilder('datasource').label('Data source').type('prometheus'));
  dashboard.withRow(new RowBuilder('Rates').id(1).gridPos({ x: 0, y: 0, w: 24, h: 1 }));
  for (const [index, name] of names.entries()) {
    const expr = `sum by (route) (rate(${name}_total{tenant="bench"}[$__rate_interval]))`;
    dashboard.withPanel(
      new PanelBuilder()
        .id(index + 2)
        .title(`${name} per second`)
        .description('Requests by route')
        .datasource(datasource)
        .unit('cps')
        .lineWidth(1)
        .fillOpacity(10)
        .drawStyle(GraphDrawStyle.Line)
        .showPoints(VisibilityMode.Never)
        .colorScheme({ build: () => ({ mode: FieldColorModeId.PaletteClassic }) })
        .legend(
          new VizLegendOptionsBuilder()
            .displayMode(LegendDisplayMode.List)
            .placement(LegendPlacement.Bottom)
            .showLegend(true)
            .calcs([]),
        )
        .tooltip(new VizTooltipOptionsBuilder().mode(TooltipDisplayMode.Multi).sort(SortOrder.Descending))
        .gridPos({ x: (index % 2) * 12, y: 1 + (index >> 1) * 8, w: 12, h: 8 })
        .withTarget(
          new DataqueryBuilder().refId('A').expr(expr).legendFormat('{{route}}').range().datasource(datasource),
        ),
    );
  }
  return dashboard.build();
}

/** Runs the whole comparison. */
export function benchGrafana(): void {
  const { grafana } = createFormatters({ tenantId: 'bench' });
  const { dashboard } = grafana.format(batch).payload;
  const built = build();
  const timings = compare(
    [
      { name: 'foundation SDK, build and stringify', run: () => JSON.stringify(build()).length },
      {
        name: 'format the classic form alone, and stringify it',
        run: () => JSON.stringify(grafana.format(batch, { forms: ['classic'] }).payload.dashboard).length,
      },
      {
        name: 'format all forms, and stringify the classic form',
        run: () => JSON.stringify(grafana.format(batch).payload.dashboard).length,
      },
      { name: 'foundation SDK, build', run: () => build() },
      { name: 'format the classic form alone', run: () => grafana.format(batch, { forms: ['classic'] }) },
      { name: 'JSON.stringify of the dashboard', run: () => JSON.stringify(dashboard).length },
      { name: 'JSON.stringify of the dashboard of the SDK', run: () => JSON.stringify(built).length },
    ],
    400,
  );
  print(`A dashboard of ${panels} panels`, timings, 'foundation SDK, build and stringify');
}
