/** Metrics as measurements with names of their own. */
import { type InfluxProfile, measurementNaming } from '../../metric/influx-names.js';
import type { Metric, MetricBatch, MetricKind, Point } from '../../metric/model.js';
import { createNameTable } from '../../metric/names.js';
import type { Report } from '../../metric/report.js';

export type Measurement = {
  readonly name: string;
  readonly kind: MetricKind;
  readonly points: readonly Point[];
  readonly pathOf: (position: number) => string;
};

type Member = { readonly metric: Metric; readonly index: number };

function toMeasurement(name: string, members: readonly Member[]): Measurement {
  const [first] = members;
  const { kind = 'gauge', points = [] } = first?.metric ?? {};
  if (members.length === 1) return { name, kind, points, pathOf: (at) => `metrics.${first?.index}.points.${at}` };
  const paths = members.flatMap(({ metric, index }) =>
    metric.points.map((_point: Point, at) => `metrics.${index}.points.${at}`),
  );
  return { name, kind, points: members.flatMap(({ metric }) => metric.points), pathOf: (at) => paths[at] ?? '' };
}

/** Plans the measurements of a batch. Two kinds in one measurement would share a field: the later is refused. */
export function planMeasurements({ metrics }: MetricBatch, profile: InfluxProfile, report: Report): Measurement[] {
  let at = 0;
  const nameOf = createNameTable(
    measurementNaming(profile),
    () => new Set(metrics.map(({ name }) => name)),
    (_raw, written, collides) => {
      const message = `Written as \`${written}\``;
      if (collides)
        report.note(
          'collision',
          `metrics.${at}.name`,
          `${message}, another metric would have the same name`,
          'warning',
        );
      else report.note('normalized', `metrics.${at}.name`, message);
    },
  );
  const groups = new Map<string, Member[]>();
  for (const [index, metric] of metrics.entries()) {
    at = index;
    const name = nameOf(metric.name);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [{ metric, index }]);
    else if (group[0]?.metric.kind === metric.kind) group.push({ metric, index });
    else report.refuse(`metrics.${index}`, 'a name that no other kind of metric has');
  }
  const unplaced = metrics.findIndex(({ unit, help }) => unit !== undefined || help !== undefined);
  if (unplaced !== -1) {
    report.note('dropped', `metrics.${unplaced}`, 'Line protocol has no place for units and help texts');
  }
  return [...groups].map(([name, members]) => toMeasurement(name, members));
}
