/** What could be better about the names in a batch. https://prometheus.io/docs/practices/naming/ (read 2026-08-06) */
import type { Metric, MetricBatch } from './model.js';
import type { Report } from './report.js';
import { baseUnitOf, unitWord } from './units.js';

/** More series than this in one metric cost a server more than they tell people. */
const manySeries = 10_000;

/** Names of attributes that mostly hold data about people: a store of metrics can neither hide nor erase them (GDPR). */
const personal =
  /(?:^|[^a-z])(?:e-?mail|phone|msisdn|ssn|passport|iban|(?:first|last|full|user|display)[^a-z]?name|(?:user|customer|listener|account|session|device|client)[^a-z]?id|ip(?:[^a-z]?addr(?:ess)?)?|address|birth(?:day|date)?|token|password)(?:[^a-z]|$)/;

/** Words in camel case become words with a gap: `userId` as `user_id`. */
const split = (name: string): string => name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase();

const advices: readonly ((metric: Metric) => string | undefined)[] = [
  ({ kind, unit }) => {
    const word = unitWord(unit, kind === 'gauge');
    const base = word === undefined ? undefined : baseUnitOf(word);
    return base === undefined ? undefined : `Use the base unit: \`${base}\` instead of \`${word}\``;
  },
  ({ kind, name }) =>
    kind !== 'counter' && /(?!^)[^A-Za-z0-9]total$/.test(name) ? 'Names in `_total` are for counters' : undefined,
  ({ kind, name }) =>
    kind !== 'histogram' && kind !== 'summary' && /(?!^)_(?:bucket|count|sum)$/.test(name)
      ? 'Names in `_bucket`, `_count` and `_sum` are for the parts of histograms and summaries'
      : undefined,
  ({ name }) => (name.includes(':') ? 'Colons are for names of recording rules' : undefined),
  ({ points }) =>
    points.length > manySeries
      ? `${points.length} series are too many for one metric: leave attributes out`
      : undefined,
];

/** Gives advice on names, on the attributes of the first point of each metric, and on numbers of series. */
export function advise({ metrics }: MetricBatch, report: Report): void {
  for (const [index, metric] of metrics.entries()) {
    for (const advice of advices) {
      const message = advice(metric);
      if (message !== undefined) report.note('advice', `metrics.${index}.name`, message);
    }
    for (const name of Object.keys(metric.points[0]?.attributes ?? {})) {
      if (!personal.test(split(name))) continue;
      const message =
        'Looks like data about a person, or like a label with a value for each: neither belongs into metrics';
      report.note('advice', `metrics.${index}.points.0.attributes.${name}`, message);
    }
  }
}
