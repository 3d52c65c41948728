/** Metrics in Prometheus, asked for in PromQL by the names that the exposition gives them. */
import { type Family, planFamilies, reservedLabel } from '../../metric/families.js';
import { labelNaming } from '../../metric/label-names.js';
import { collectNames, createNameTable, type EscapingScheme, labelNames, metricNames } from '../../metric/names.js';
import { printCanonical } from '../../metric/number.js';
import type { Query } from './model.js';
import {
  type Ask,
  chooseDimensions,
  pointsOf,
  quantileName,
  type Store,
  type StoreInput,
  type Subject,
  toFilters,
} from './subjects.js';

/** Double-quoted strings have Go's escapes, so nothing that Grafana would read needs to stand in them as it is. */
const stringEscapes: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '"': '\\"',
  '\n': '\\n',
  $: '\\x24',
  '[': '\\x5b',
  '{': '\\x7b',
};
/** https://prometheus.io/docs/prometheus/latest/querying/basics/#string-literals */
const quote = (text: string): string => `"${text.replace(/[\\"\n$[{]/g, (char) => stringEscapes[char] ?? char)}"`;

const labelName = (name: string): string => (labelNames.whole.test(name) ? name : quote(name));

/** What a legend can name: Grafana reads up to the closing braces. */
const legendOf = (names: readonly string[]): string =>
  names.length > 0 && names.every((name) => labelNames.whole.test(name))
    ? names.map((name) => `{{${name}}}`).join(' ')
    : '__auto';

type Quiet = StoreInput['report'];
/** Names that are written otherwise are the exposition's affair; here they are only asked for. */
const quiet = (report: Quiet): Quiet => ({ ...report, note: () => {} });

/** Metrics that have no points yet are in no exposition either, and get a name all the same. */
function toSubject(family: Family, attribute: (raw: string) => string | undefined): Subject {
  const { kind, name, members } = family;
  const metrics = members.map(({ metric }) => metric);
  const [first] = metrics;
  const points = pointsOf(metrics);
  const { names, isWhole } = chooseDimensions(points);
  return {
    raw: first?.name ?? name,
    kind,
    unit: first?.unit,
    help: family.help,
    name,
    dimensions: names.map((raw) => attribute(raw) ?? raw),
    isWhole,
    isSingle: points.length <= 1,
    path: `metrics.${members[0]?.index ?? 0}`,
  };
}

/** Alerts have no panel whose width says which range makes sense. */
const ranges: Readonly<Record<Ask['place'], string>> = { panel: '$__rate_interval', alert: '5m' };

const grouping = (names: readonly string[]): string =>
  names.length === 0 ? '' : ` by (${names.map(labelName).join(', ')})`;

const joined = (one: string, other: string): string => (one === '' || other === '' ? one + other : `${one},${other}`);

/** Makes the queries of one store. */
function createQueries(tenantMatcher: string, filterMatcher: string, isNative: boolean): Store['queries'] {
  const common: Readonly<Record<Ask['place'], string>> = {
    panel: joined(tenantMatcher, filterMatcher),
    alert: tenantMatcher,
  };
  const select = (name: string, place: Ask['place'], more = ''): string => {
    const matchers = joined(common[place], more);
    return metricNames.whole.test(name) ? `${name}{${matchers}}` : `{${joined(quote(name), matchers)}}`;
  };
  const range = (expr: string, legendFormat: string, place: Ask['place']): Query =>
    place === 'panel'
      ? { refId: 'A', expr, legendFormat, range: true }
      : { refId: 'A', expr, legendFormat, instant: true, range: false };

  const value = ({ kind, name, isWhole }: Subject, { by, place, quantiles }: Ask): Query[] => {
    if (kind === 'summary') {
      // The source has computed them; alerts judge the one that was asked for.
      const matcher = place === 'alert' ? `quantile="${printCanonical(quantiles[0] ?? 0.95)}"` : 'quantile!=""';
      return [range(select(name, place, matcher), legendOf(['quantile', ...by]), place)];
    }
    const selector = select(name, place);
    return [range(isWhole ? selector : `avg${grouping(by)} (${selector})`, legendOf(by), place)];
  };
  const rate = ({ name }: Subject, { by, place }: Ask): Query[] => [
    range(`sum${grouping(by)} (rate(${select(name, place)}[${ranges[place]}]))`, legendOf(by), place),
  ];
  const heatmap = ({ name }: Subject, { place }: Ask): Query[] => {
    const buckets = `increase(${select(isNative ? name : `${name}_bucket`, place)}[${ranges[place]}])`;
    const expr = isNative ? `sum (${buckets})` : `sum by (le) (${buckets})`;
    const query = range(expr, isNative ? '__auto' : '{{le}}', place);
    query.format = 'heatmap';
    return [query];
  };
  const quantilesOf = ({ name }: Subject, { by, place, quantiles }: Ask): Query[] => {
    const buckets = `rate(${select(isNative ? name : `${name}_bucket`, place)}[${ranges[place]}])`;
    const kept = isNative ? by : ['le', ...by];
    return quantiles.map((quantile) => {
      const legend = [
        quantileName(quantile),
        ...by.filter((each) => labelNames.whole.test(each)).map((each) => `{{${each}}}`),
      ];
      return range(`histogram_quantile(${quantile}, sum${grouping(kept)} (${buckets}))`, legend.join(' '), place);
    });
  };
  const mean = ({ name }: Subject, { by, place }: Ask): Query[] => {
    const of = (suffix: string): string =>
      `sum${grouping(by)} (rate(${select(`${name}${suffix}`, place)}[${ranges[place]}]))`;
    return [range(`${of('_sum')} / ${of('_count')}`, legendOf(by), place)];
  };
  const states = (subject: Subject, { by, place }: Ask): Query[] => {
    const names = [reservedLabel(subject), ...by];
    return [range(`max${grouping(names)} (${select(subject.name, place)})`, legendOf(names), place)];
  };
  const facts = ({ name }: Subject, { place }: Ask): Query[] => [
    { refId: 'A', expr: select(name, place), legendFormat: '__auto', range: false, instant: true, format: 'table' },
  ];
  const views: Readonly<Record<Ask['view'], Store['queries']>> = {
    value,
    rate,
    heatmap,
    quantiles: quantilesOf,
    mean,
    states,
    facts,
  };
  return (subject, ask) => views[ask.view](subject, ask);
}

export type PrometheusStoreSettings = {
  readonly escaping: EscapingScheme;
  /** Whether histograms are native ones, which have no series of buckets. */
  readonly isNative: boolean;
};

export function prometheusStore(input: StoreInput, settings: PrometheusStoreSettings): Store {
  const { escaping: scheme } = settings;
  const { batch, tenant, hasResource, report } = input;
  const resource = hasResource ? (batch.resource ?? {}) : {};
  const allNames = (): ReadonlySet<string> =>
    collectNames(
      batch.metrics.map(({ points }) => points),
      Object.keys(resource),
    );
  const tables = new Map<string, (raw: string) => string>();
  /** Kinds with a label of their own name attributes otherwise that would be called like it. */
  const attributeOf = (reserved: string): ((raw: string) => string) => {
    const known = tables.get(reserved);
    if (known !== undefined) return known;
    const made = createNameTable(labelNaming(scheme, [tenant?.name, reserved]), allNames, () => {});
    tables.set(reserved, made);
    return made;
  };
  const attribute = attributeOf('');
  // Lists of values are asked for by a name without quotes.
  const classic = (raw: string): string | undefined => {
    const name = attribute(raw);
    return labelNames.whole.test(name) ? name : undefined;
  };
  const filters = toFilters(resource, classic, (raw) => {
    report.note('dropped', `resource.${raw}`, 'Variables need a name of letters, digits and underscores', 'warning');
  });
  const tenantMatcher = tenant === undefined ? '' : `${labelName(tenant.name)}=${quote(tenant.value)}`;
  const filterMatcher = filters.map(({ name, variable }) => `${labelName(name)}=~"$${variable}"`).join(',');
  const families = planFamilies(batch, scheme, quiet(report), tenant?.name);
  const subjects = families.map((family) => toSubject(family, attributeOf(reservedLabel(family))));
  return {
    type: 'prometheus',
    subjects,
    filters,
    attribute,
    substitutes: {},
    isPerSeries: false,
    queries: createQueries(tenantMatcher, filterMatcher, settings.isNative),
    values: ({ name }) => {
      const text = tenantMatcher === '' ? `label_values(${name})` : `label_values({${tenantMatcher}}, ${name})`;
      return { text, query: { query: text, refId: 'Values' } };
    },
  };
}
