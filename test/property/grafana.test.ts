import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GrafanaInput, GrafanaPayload } from '../../src/formatters/grafana.js';
import { createFormatters } from '../../src/index.js';
import type { MetricBatch } from '../../src/metric/model.js';
import { panelsOf, problemsOf, queriesOf, textOf } from '../support/grafana-dashboards.js';
import { tries } from '../support/runs.js';
import { batch } from './arbitraries/metrics.js';

const sources = ['prometheus', 'influxdb', 'elasticsearch'] as const;
const openings = ['$a', '${a}', '[[a]]', '{{a}}', '$', '[', '{', '"', "'", '\\', '/', '\n', ' ', 'x'];
const hostileText = fc.array(fc.constantFrom(...openings), { maxLength: 5 }).map((parts) => parts.join(''));

const formatterOf = (source: (typeof sources)[number], tenantId = 'label_42') =>
  createFormatters({ tenantId, channels: { grafana: { source } } }).grafana;

/** Rules about every metric that has numbers, once. */
const withAlerts = (given: MetricBatch, title: string): GrafanaInput => {
  const kinds = new Map(given.metrics.map(({ name, kind }) => [name, kind]));
  const measured = [...kinds].filter(([, kind]) => kind !== 'info' && kind !== 'stateset');
  return { ...given, title, alerts: measured.map(([metric]) => ({ metric, above: 1, description: title })) };
};

/** What a payload is made of, but for its texts. */
const shapeOf = ({ dashboard, resource, alertRules }: GrafanaPayload): unknown => ({
  panels: dashboard.panels.map((panel) => [
    panel.id,
    panel.type,
    panel.gridPos,
    'targets' in panel && panel.targets.length,
  ]),
  variables: dashboard.templating.list.length,
  elements: Object.keys(resource.spec.elements),
  rules: alertRules.map(({ data, labels, annotations }) => [
    data.length,
    Object.keys(labels),
    Object.keys(annotations),
  ]),
});

describe.each(sources)('dashboards for %s', (source) => {
  it('are sound, whatever the batch holds', () => {
    const grafana = formatterOf(source);
    fc.assert(
      fc.property(batch, hostileText, (given, title) => {
        const { payload, followUps } = grafana.format(withAlerts(given, title));
        for (const each of [payload, ...followUps]) expect(problemsOf(each)).toEqual([]);
      }),
      tries(150),
    );
  });

  it('ask for the tenant and nobody else', () => {
    const grafana = formatterOf(source);
    const matcher = {
      prometheus: 'tenant="label_42"',
      influxdb: `"tenant" = 'label_42'`,
      elasticsearch: 'labels.tenant:"label_42"',
    };
    fc.assert(
      fc.property(batch, hostileText, (given, title) => {
        const { payload } = grafana.format(withAlerts(given, title));
        const texts = payload.alertRules.map(({ data }) => textOf(data[0]?.model ?? {}));
        for (const query of [...queriesOf(payload), ...texts]) {
          expect(query).toContain(matcher[source]);
          // Neither a name nor a value can add a second one.
          if (source === 'prometheus')
            expect(query.match(/[{,]tenant=/g)?.length).toBe(query.match(/tenant="label_42"/g)?.length);
        }
      }),
      tries(150),
    );
  });

  it('are alike in both forms', () => {
    const grafana = formatterOf(source);
    fc.assert(
      fc.property(batch, (given) => {
        const { payload } = grafana.format(given);
        const { elements } = payload.resource.spec;
        for (const { id, type, title, targets, options, fieldConfig } of panelsOf(payload)) {
          const { spec } = elements[`panel-${id}`] as (typeof elements)[string];
          expect(spec.title).toBe(title);
          expect(spec.vizConfig).toMatchObject({ group: type, spec: { options, fieldConfig } });
          expect(spec.data.spec.queries.map((each) => ({ refId: each.spec.refId, ...each.spec.query.spec }))).toEqual(
            targets.map(({ datasource: _, ...query }) => query),
          );
        }
      }),
      tries(60),
    );
  });
});

describe('what a tenant or a source writes', () => {
  it('changes texts and queries, and nothing else', () => {
    const base = (text: string): GrafanaInput => ({
      title: `t${text}`,
      description: text,
      resource: { service: 'x' },
      metrics: [
        { kind: 'counter', name: `c${text}`, help: text, points: [{ attributes: { a: text || 'x' }, value: 1 }] },
        { kind: 'histogram', name: 'h', help: text, points: [{ count: 1, buckets: [] }] },
      ],
      alerts: [{ metric: `c${text}`, above: 1, title: text, description: `d${text}` }],
    });
    const grafana = formatterOf('prometheus');
    const plain = shapeOf(grafana.format(base('x')).payload);
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(shapeOf(grafana.format(base(text)).payload)).toEqual(plain);
      }),
      tries(300),
    );
  });

  it('cannot leave its string by way of the tenant', () => {
    fc.assert(
      fc.property(
        hostileText.filter((text) => text.trim() !== ''),
        fc.constantFrom(...sources),
        (tenantId, source) => {
          const { payload } = formatterOf(source, tenantId).format({
            metrics: [{ kind: 'gauge', name: 'a', points: [{ value: 1 }] }],
            alerts: [{ metric: 'a', above: 1 }],
          });
          expect(problemsOf(payload)).toEqual([]);
          // Where Grafana fills in environment variables, nothing is left to fill in.
          const [rule] = payload.alertFile.groups[0]?.rules ?? [];
          expect(rule?.labels['tenant']).not.toMatch(/\$|^[^{]*\{(?!\{)/);
        },
      ),
      tries(300),
    );
  });
});
