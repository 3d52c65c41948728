import { describe, expect, it } from 'vitest';
import type { GrafanaInput } from '../../src/formatters/grafana.js';
import { createFormatters } from '../../src/index.js';
import { counter, gauge, histogram, metricBatch } from '../../src/metric/build.js';
import type { TenantConfig } from '../../src/tenant/config.js';
import { platform } from '../fixtures/metrics/platform.js';
import { panelsOf, problemsOf, queriesOf, textOf, variablesIn } from '../support/grafana-dashboards.js';

type Settled = NonNullable<NonNullable<TenantConfig['channels']>['grafana']>;
const grafanaOf = (settled: Settled = {}, config: Partial<TenantConfig> = {}) =>
  createFormatters({ tenantId: 'label_42', channels: { grafana: settled }, ...config }).grafana;
const grafana = grafanaOf();
const filters = 'tenant="label_42",service_name=~"$service_name",region=~"$region"';

describe('panels of a batch', () => {
  it('are of the right type, with the right unit, by kind of metric', () => {
    const panels = panelsOf(grafana.format(platform).payload);
    expect(panels.map(({ type, title, fieldConfig }) => [type, title, fieldConfig.defaults.unit])).toEqual([
      ['timeseries', 'streams per second', 'cps'],
      ['timeseries', 'royalties.queue', 's'],
      ['heatmap', 'start.latency: distribution', 's'],
      ['timeseries', 'start.latency: percentiles', 's'],
      ['heatmap', 'download.size: distribution', 'short'],
      ['timeseries', 'download.size: percentiles', 'short'],
      ['timeseries', 'decode', 'short'],
      ['table', 'build', 'none'],
      ['state-timeline', 'ingest', 'none'],
    ]);
  });

  it('ask for what the exposition writes, of one tenant', () => {
    const queries = queriesOf(grafana.format(platform).payload);
    expect(queries[0]).toBe(`sum by (country, plan) (rate(streams_total{${filters}}[$__rate_interval]))`);
    expect(queries[1]).toBe(`royalties_queue_seconds{${filters}}`);
    expect(queries[2]).toBe(`sum by (le) (increase(start_latency_seconds_bucket{${filters}}[$__rate_interval]))`);
    expect(queries[4]).toBe(
      `histogram_quantile(0.95, sum by (le) (rate(start_latency_seconds_bucket{${filters}}[$__rate_interval])))`,
    );
    expect(queries.at(-1)).toBe(`max by (ingest) (ingest{${filters}})`);
  });

  it('ask for native histograms where the tenant has them', () => {
    const queries = queriesOf(grafanaOf({ nativeHistograms: true }).format(platform).payload);
    expect(queries[2]).toBe(`sum (increase(start_latency_seconds{${filters}}[$__rate_interval]))`);
    expect(queries[3]).toBe(`histogram_quantile(0.5, sum (rate(start_latency_seconds{${filters}}[$__rate_interval])))`);
  });

  it('show one value as a number, and more lines than can be told apart together', () => {
    const points = Array.from({ length: 60 }, (_, index) => ({
      attributes: { user: `u${index}`, zone: `z${index % 3}` },
      value: index,
    }));
    const { payload } = grafana.format(metricBatch([gauge('depth', [{ value: 1 }]), gauge('load', points)]));
    expect(panelsOf(payload).map(({ type }) => type)).toEqual(['stat', 'timeseries']);
    expect(queriesOf(payload)[1]).toBe('avg by (zone) (load{tenant="label_42"})');
  });

  it('ask InfluxDB in its own language and say what it cannot', () => {
    const { payload, diagnostics } = grafanaOf({ source: 'influxdb' }).format(platform);
    const queries = queriesOf(payload);
    expect(queries[1]).toBe(
      'SELECT mean("value") FROM "royalties.queue" WHERE "tenant" = \'label_42\' AND "service.name" =~ /^$attribute_1$/ ' +
        'AND "region" =~ /^$region$/ AND $timeFilter GROUP BY time($__interval), "queue.name" fill(null)',
    );
    for (const query of queries) expect(query).toContain('"tenant" = \'label_42\'');
    expect(diagnostics.filter(({ code }) => code === 'fallback').map(({ path }) => path)).toEqual([
      'metrics.2',
      'metrics.3',
    ]);
    expect(problemsOf(payload)).toEqual([]);
  });

  it('ask Elasticsearch for fields of documents', () => {
    const { payload } = grafanaOf({ source: 'elasticsearch' }).format(platform);
    const [first] = panelsOf(payload)[0]?.targets ?? [];
    expect(first).toMatchObject({
      query: 'labels.tenant:"label_42" AND service.name:$attribute_1 AND labels.region:$attribute_2',
      timeField: '@timestamp',
      metrics: [
        { type: 'max', field: 'metrics.streams' },
        { type: 'derivative', field: '1', settings: { unit: '1s' } },
      ],
      bucketAggs: [{ field: 'labels.country' }, { field: 'labels.plan' }, { type: 'date_histogram' }],
    });
    for (const query of queriesOf(payload)) expect(query).toContain('labels.tenant:"label_42"');
    expect(problemsOf(payload)).toEqual([]);
  });

  it.each([
    ['prometheus', 'tenant="a\\x24b\\\\\\"\\x5b\\x5bc"'],
    ['influxdb', '"tenant" =~ /\\Aa\\x{24}b\\x{5c}\\x{22}\\x{5b}\\x{5b}c\\z/'],
    ['elasticsearch', 'labels.tenant:"a\\u0024b\\\\\\"\\u005b\\u005bc"'],
  ] as const)('hold a hostile tenant in a string of %s', (source, matcher) => {
    const config = { tenantId: 'a$b\\"[[c', channels: { grafana: { source } } };
    const { payload } = createFormatters(config).grafana.format(platform);
    for (const query of queriesOf(payload)) expect(query).toContain(matcher);
    expect(problemsOf(payload)).toEqual([]);
  });

  it('can do without a tenant, a resource and a variable for the data source', () => {
    const settled = { tenantLabel: false, resourceLabels: false, datasourceUid: 'P1809F7CD0C75ACF3' } as const;
    const { payload } = grafanaOf(settled).format(platform);
    expect(payload.dashboard.templating.list).toEqual([]);
    expect(panelsOf(payload)[0]?.datasource).toEqual({ type: 'prometheus', uid: 'P1809F7CD0C75ACF3' });
    expect(queriesOf(payload)[1]).toBe('royalties_queue_seconds{}');
  });
});

describe('a spec', () => {
  const spec: GrafanaInput = {
    title: 'Édition',
    tags: ['streaming', ' '],
    panels: [
      {
        metric: 'cpu',
        unit: '1',
        title: 'Load of $host',
        description: 'See [docs](https://example.com)',
        panel: 'gauge',
        by: ['host'],
        thresholds: [
          { value: 0.9, severity: 'critical' },
          { value: 0.7, severity: 'warning' },
        ],
        width: 24,
        height: 3,
      },
    ],
  };

  it('makes panels of metrics that no batch has', () => {
    const { payload, diagnostics } = grafana.format(spec);
    const [panel] = panelsOf(payload);
    expect(panel).toMatchObject({
      type: 'gauge',
      title: 'Load of $\u2060host',
      description: 'See \\[docs\\]\\(https:\u2060//example\\.com\\)',
      gridPos: { x: 0, y: 1, w: 24, h: 3 },
      fieldConfig: {
        defaults: {
          unit: 'percentunit',
          thresholds: {
            mode: 'absolute',
            steps: [
              { value: null, color: 'green' },
              { value: 0.7, color: 'yellow' },
              { value: 0.9, color: 'red' },
            ],
          },
        },
      },
    });
    expect(queriesOf(payload)).toEqual(['avg by (host) (cpu_ratio{tenant="label_42"})']);
    expect(payload.dashboard.tags).toEqual(['streaming']);
    expect(diagnostics.map(({ code, path }) => [code, path])).toEqual([['sanitized', 'panels.0.title']]);
  });

  it('chooses among the metrics of a batch', () => {
    const { payload } = grafana.format({
      ...platform,
      panels: [{ metric: 'streams', by: ['plan'], panel: 'bargauge' }],
    });
    expect(panelsOf(payload).map(({ type }) => type)).toEqual(['bargauge']);
    expect(queriesOf(payload)[0]).toContain('sum by (plan) (rate(streams_total{');
  });

  it.each<[string, object, string[]]>([
    ['a metric of another kind', { ...platform, panels: [{ metric: 'streams', kind: 'gauge' }] }, ['panels.0.kind']],
    ['a gauge of states', { ...platform, panels: [{ metric: 'ingest', panel: 'gauge' }] }, ['panels.0.panel']],
    [
      'two equal thresholds',
      { panels: [{ metric: 'a', thresholds: Array(2).fill({ value: 1, severity: 'info' }) }] },
      ['panels.0.thresholds'],
    ],
    ['facts by something', { ...platform, panels: [{ metric: 'build', by: ['a'] }] }, ['panels.0.by']],
    ['a rule about nothing', { ...platform, alerts: [{ metric: 'nothing', above: 1 }] }, ['alerts.0.metric']],
    ['a rule about facts', { ...platform, alerts: [{ metric: 'build', above: 1 }] }, ['alerts.0.metric']],
    ['a rule without a bound', { ...platform, alerts: [{ metric: 'streams' }] }, ['alerts.0.above']],
    ['a rule with two', { ...platform, alerts: [{ metric: 'streams', above: 1, below: 0 }] }, ['alerts.0.above']],
    ['25 columns', { panels: [{ metric: 'a', width: 25 }] }, ['panels.0.width']],
    [
      'a threshold that is no number',
      { panels: [{ metric: 'a', thresholds: [{ value: Number.NaN, severity: 'info' }] }] },
      ['panels.0.thresholds.0.value'],
    ],
    ['unknown members', { metrics: [], titel: 'x' }, ['titel']],
    ['neither metrics nor panels', { title: 'x' }, ['metrics']],
  ])('is refused with %s', (_name, input, paths) => {
    const result = grafana.tryFormat(input);
    expect(result).toMatchObject({ ok: false, error: { code: 'ERR_INPUT_INVALID' } });
    if (!result.ok && result.error.code === 'ERR_INPUT_INVALID') {
      expect(result.error.issues.map(({ path }) => path)).toEqual(paths);
    }
  });
});

describe('alert rules', () => {
  const input: GrafanaInput = {
    ...platform,
    alerts: [
      { metric: 'streams', below: 0.5, severity: 'critical', description: 'Call {{ $labels.a }}', forSeconds: 60 },
      { metric: 'start.latency', above: 0.5, quantile: 0.99, by: ['region'] },
      { metric: 'decode', above: 1 },
    ],
  };

  it('judge rates, percentiles and quantiles, without anything that a dashboard fills in', () => {
    const { payload, diagnostics } = grafanaOf({ datasourceUid: 'mimir' }).format(input);
    const { alertRules } = payload;
    expect(alertRules.map(({ data }) => textOf(data[0]?.model ?? {}))).toEqual([
      'sum (rate(streams_total{tenant="label_42"}[5m]))',
      'histogram_quantile(0.99, sum by (le, region) (rate(start_latency_seconds_bucket{tenant="label_42"}[5m])))',
      'decode{tenant="label_42",quantile="0.95"}',
    ]);
    for (const { data } of alertRules) expect(data.flatMap(({ model }) => variablesIn(textOf(model)))).toEqual([]);
    expect(alertRules[0]).toMatchObject({
      title: 'streams is below 0.5',
      condition: 'B',
      for: '60s',
      labels: { severity: 'critical', tenant: 'label_42' },
      annotations: { description: 'Call {{"{"}}{{"{"}} {{"\\x24"}}labels.a }}' },
    });
    expect(diagnostics).toEqual([]);
    expect(problemsOf(payload)).toEqual([]);
  });

  it('keep their uids when others come and go', () => {
    const { alerts = [] } = input;
    const uidsOf = (given: typeof alerts) =>
      grafana.format({ ...input, alerts: given }).payload.alertRules.map(({ uid }) => uid);
    const all = uidsOf(alerts);
    expect(uidsOf([...alerts].reverse())).toEqual([...all].reverse());
    expect(new Set(uidsOf([...alerts, ...alerts])).size).toBe(6);
  });

  it('are told apart by their titles, and say which data source they take', () => {
    const alerts = [0, 1].map(() => ({ metric: 'streams', below: 1, title: '$HOME' }));
    const { payload, diagnostics } = grafana.format({ ...platform, alerts });
    expect(payload.alertRules.map(({ title }) => title)).toEqual(['$HOME', '2. $HOME']);
    expect(payload.alertFile.groups[0]?.rules.map(({ title }) => title)).toEqual(['$$HOME', '2. $$HOME']);
    expect(diagnostics.map(({ code, path }) => [code, path])).toEqual([
      ['fallback', 'alerts'],
      ['collision', 'alerts.1.title'],
    ]);
  });

  it('reduce series of other stores first', () => {
    const { payload } = grafanaOf({ source: 'influxdb' }).format({
      ...platform,
      alerts: [{ metric: 'streams', above: 9 }],
    });
    expect(payload.alertRules[0]?.condition).toBe('C');
    expect(payload.alertRules[0]?.data.map(({ model }) => model.type)).toEqual([undefined, 'reduce', 'threshold']);
  });

  it('have titles within 190 characters', () => {
    const { payload, diagnostics } = grafana.format({
      ...platform,
      alerts: [{ metric: 'streams', above: 1, title: 'x'.repeat(300) }],
    });
    expect(payload.alertRules[0]?.title).toHaveLength(190);
    expect(diagnostics).toContainEqual(expect.objectContaining({ code: 'truncated', path: 'alerts.0.title' }));
  });
});

describe('more panels than a dashboard shows', () => {
  const many = metricBatch(Array.from({ length: 5 }, (_, index) => counter(`c${index}`, [{ value: 1 }])));

  it('go to further dashboards, are left out, or are an error', () => {
    const two = grafanaOf({ maxPanels: 2 });
    const split = two.format(many);
    expect([split.payload, ...split.followUps].map((each) => panelsOf(each).length)).toEqual([2, 2, 1]);
    expect([split.payload, ...split.followUps].map(({ dashboard }) => dashboard.title)).toEqual([
      'Metrics (1/3)',
      'Metrics (2/3)',
      'Metrics (3/3)',
    ]);
    expect(new Set([split.payload, ...split.followUps].map(({ dashboard }) => dashboard.uid)).size).toBe(3);
    expect(split.diagnostics).toMatchObject([{ code: 'split', limit: 2, actual: 5, unit: 'item' }]);
    const cut = two.format(many, { overflow: 'truncate' });
    expect(cut.followUps).toEqual([]);
    expect(cut.diagnostics).toMatchObject([{ code: 'dropped', limit: 2, actual: 5 }]);
    expect(two.tryFormat(many, { overflow: 'error' })).toMatchObject({
      ok: false,
      error: { code: 'ERR_LIMIT_EXCEEDED' },
    });
  });
});

describe('forms', () => {
  const input: GrafanaInput = {
    ...platform,
    alerts: [
      { metric: 'streams', below: 0.5 },
      { metric: 'decode', above: 1 },
    ],
  };
  const members = {
    classic: ['dashboard'],
    v2: ['resource'],
    alerts: ['alertRules', 'alertFile'],
  } as const;
  const ids = ['classic', 'v2', 'alerts'] as const;

  it.each(ids)('can be asked for one by one, and are what they are among all: %s', (form) => {
    const all = grafana.format(input).payload;
    const { payload, followUps } = grafana.format(input, { forms: [form] });
    expect(payload).toEqual(Object.fromEntries(members[form].map((name) => [name, all[name]])));
    expect(Object.keys(payload)).toEqual([...members[form]]);
    expect(followUps).toEqual([]);
  });

  it('are those of the tenant where the call has none, and those of the call where it has', () => {
    const classic = grafanaOf({ forms: ['classic'] });
    expect(Object.keys(classic.format(input).payload)).toEqual(['dashboard']);
    expect(Object.keys(classic.format(input, { forms: ['v2', 'v2'] }).payload)).toEqual(['resource']);
    expect(Object.keys(classic.format(input, { forms: ['alerts', 'classic'] }).payload)).toEqual([
      'dashboard',
      'alertRules',
      'alertFile',
    ]);
  });

  it('say that rules were given and not asked for', () => {
    expect(grafana.format(input, { forms: ['v2'] }).diagnostics).toMatchObject([{ code: 'dropped', path: 'alerts' }]);
    expect(grafana.format(platform, { forms: ['v2'] }).diagnostics).toEqual([]);
  });

  it('of every page are those that were asked for', () => {
    const { payload, followUps } = grafanaOf({ maxPanels: 4 }).format(platform, { forms: ['v2'] });
    expect([payload, ...followUps].map((page) => Object.keys(page))).toEqual([
      ['resource'],
      ['resource'],
      ['resource'],
    ]);
  });

  it('have rules of many panels without the dashboards, and nothing to say of these', () => {
    const four = grafanaOf({ maxPanels: 4, datasourceUid: 'mimir' });
    const all = four.format(input).payload.alertRules;
    for (const overflow of ['split', 'error'] as const) {
      const { payload, followUps, diagnostics } = four.format(input, { forms: ['alerts'], overflow });
      expect([payload.alertRules, followUps, diagnostics]).toEqual([all, [], []]);
    }
  });

  it.each<[unknown, string, string]>([
    [['clasic'], 'forms.0', 'unknown form `clasic`, did you mean `classic`?'],
    [['v2', 'alert'], 'forms.1', 'unknown form `alert`, did you mean `alerts`?'],
    [['constructor'], 'forms.0', 'unknown form `constructor`'],
    [[1], 'forms.0', 'expected string'],
    [[], 'forms', 'expected an array of one form or more'],
    ['classic', 'forms', 'expected an array of one form or more'],
    [null, 'forms', 'expected an array of one form or more'],
  ])('are refused as %j', (forms, path, message) => {
    const options = { forms } as Parameters<typeof grafana.tryFormat>[1];
    const result = grafana.tryFormat(platform, options);
    expect(result).toMatchObject({
      ok: false,
      error: { code: 'ERR_OPTIONS_INVALID', issues: [{ path, message }] },
    });
    expect(grafana.formatMany([platform], options)).toMatchObject([{ ok: false }]);
  });
});

it.each<[object, string]>([
  [{ source: 'graphite' }, 'source'],
  [{ forms: ['clasic'] }, 'forms.0'],
  [{ forms: [] }, 'forms'],
  [{ datasourceUid: '$' }, 'datasourceUid'],
  [{ tenantLabel: 'a b' }, 'tenantLabel'],
  [{ refresh: 'often' }, 'refresh'],
  [{ from: '${x}' }, 'from'],
  [{ maxPanels: 0 }, 'maxPanels'],
  [{ ruleGroup: '' }, 'ruleGroup'],
])('refuses the setting %j', (settled, path) => {
  expect(() => grafanaOf(settled as Settled)).toThrow(`channels.grafana.${path}`);
});

it('speaks the language of the reader', () => {
  const batch = metricBatch([histogram('latence', [{ count: 1, sum: 1, buckets: [] }])]);
  const { payload } = grafana.format(batch, { locale: 'fr-FR' });
  expect(payload.dashboard.title).toBe('Métriques');
  expect(payload.dashboard.panels.map(({ title }) => title)).toEqual([
    'Répartitions',
    'latence\u00a0: répartition',
    'latence\u00a0: centiles',
  ]);
});
