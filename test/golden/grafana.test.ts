import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { GrafanaInput } from '../../src/formatters/grafana.js';
import { createFormatters } from '../../src/index.js';
import { counter, gauge, metricBatch } from '../../src/metric/build.js';
import { platform } from '../fixtures/metrics/platform.js';
import { tenants } from './cases.js';
import { toGolden } from './to-golden.js';

const folder = new URL('grafana/', import.meta.url);

const alerts: GrafanaInput['alerts'] = [
  { metric: 'streams', below: 0.5, severity: 'critical', description: 'Costs $5 a {{ minute }}' },
  { metric: 'start.latency', above: 0.5 },
];

const hostile: GrafanaInput = {
  ...metricBatch(
    [
      counter('$tenant [[a]] {{b}}', [{ attributes: { 'le"}': '$x' }, value: 1 }], { help: '<b>[x](javascript:a)</b> ${y}' }),
      gauge('a.b', [{ value: 1 }]),
      gauge('a_b', [{ value: 1 }]),
    ],
    { datasource: 'x', tenant: 'other', __name__: 'up' },
  ),
  title: '$__all ${datasource}',
};

const cases = [
  { name: 'platform.prometheus.en', locale: 'en', source: 'prometheus', input: { ...platform, alerts } },
  { name: 'platform.influxdb.fr', locale: 'fr-FR', source: 'influxdb', input: { ...platform, alerts } },
  { name: 'platform.elasticsearch.ar', locale: 'ar', source: 'elasticsearch', input: { ...platform, alerts } },
  { name: 'hostile.prometheus.en', locale: 'en', source: 'prometheus', input: hostile },
] as const;

describe('dashboards', () => {
  it.each(cases)('are as they were: $name', async ({ name, locale, source, input }) => {
    const { grafana } = createFormatters({ ...tenants[locale], channels: { grafana: { source } } });
    await expect(toGolden(grafana.format(input))).toMatchFileSnapshot(new URL(`${name}.json`, folder).pathname);
  });

  it('are compared with every golden file', () => {
    expect(readdirSync(folder).sort()).toEqual(cases.map(({ name }) => `${name}.json`).sort());
  });
});
