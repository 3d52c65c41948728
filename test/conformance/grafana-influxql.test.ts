/** The InfluxQL of dashboards and rules, run by a server on what the other formatter wrote. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFormatters } from '../../src/index.js';
import type { Metric, MetricBatch } from '../../src/metric/model.js';
import { platform } from '../fixtures/metrics/platform.js';
import { queriesOf, textOf } from '../support/grafana-dashboards.js';
import { freePort, haveConsumers, type Service, startService } from '../support/metric-consumers.js';

const start = Date.UTC(2026, 10, 20, 9);
const minute = 60_000;

/** Every point twice, a minute apart: what grows needs two. */
const twice: MetricBatch = {
  ...platform,
  metrics: platform.metrics.map((metric) => {
    const points = [start, start + minute].flatMap((timestamp) =>
      metric.points.map((point) => ({ ...point, timestamp })),
    );
    return { ...metric, points } as Metric;
  }),
};

/** As Grafana fills them in. */
const filledIn = (query: string): string =>
  query
    .replaceAll('$timeFilter', `time >= ${start - minute}ms AND time <= ${start + 2 * minute}ms`)
    .replaceAll('$__interval', '60s')
    .replaceAll(/\$\w+/g, '.*');

describe.runIf(haveConsumers('influxd'))('influxd', () => {
  const folder = mkdtempSync(join(tmpdir(), 'grafana-influx-'));
  let server: Service | undefined;
  let url = '';

  beforeAll(async () => {
    const port = await freePort();
    const rpcPort = await freePort();
    const config = join(folder, 'influxdb.conf');
    const lines = [
      'reporting-disabled = true',
      `bind-address = "127.0.0.1:${rpcPort}"`,
      `[meta]\ndir = "${folder}/meta"`,
      `[data]\ndir = "${folder}/data"\nwal-dir = "${folder}/wal"`,
      `[http]\nbind-address = "127.0.0.1:${port}"\nlog-enabled = false`,
      '[monitor]\nstore-enabled = false',
    ];
    writeFileSync(config, `${lines.join('\n')}\n`);
    url = `http://127.0.0.1:${port}`;
    server = await startService('influxd', ['-config', config], url, '/ping');
    await fetch(`${url}/query`, { method: 'POST', body: new URLSearchParams({ q: 'CREATE DATABASE db' }) });
  });

  afterAll(async () => {
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  type Answer = { results: { error?: string; series?: { values: unknown[][] }[] }[]; error?: string };
  const ask = async (q: string): Promise<Answer> => {
    const answer = await fetch(`${url}/query?db=db&epoch=ms`, { method: 'POST', body: new URLSearchParams({ q }) });
    return (await answer.json()) as Answer;
  };
  /** Values beside the times of rows. */
  const valuesOf = ({ results }: Answer): unknown[] =>
    results.flatMap(({ series = [] }) => series.flatMap(({ values }) => values.map((row) => row[1])));

  it.each(['label_42', "it's", 'a$b', '[[c]]', 'd"e\\f', '/g/', 'é 🎵', 'h\ni'])(
    'answers every query with values of the tenant %j alone',
    async (tenantId) => {
      const { influxdb, grafana } = createFormatters({
        tenantId,
        channels: { influxdb: { profile: 'v1' }, grafana: { source: 'influxdb', profile: 'v1' } },
      });
      const { lines, query } = influxdb.format(twice).payload;
      const written = await fetch(`${url}/write?db=db&precision=${query.precision}`, {
        method: 'POST',
        body: lines.join('\n'),
      });
      expect([written.status, await written.text()]).toEqual([204, '']);
      const { payload } = grafana.format({
        ...twice,
        alerts: [
          { metric: 'streams', above: 1 },
          { metric: 'decode', above: 1, quantile: 0.99 },
        ],
      });
      const rules = payload.alertRules.map(({ data }) => textOf(data[0]?.model ?? {}));
      const queries = [...queriesOf(payload), ...rules];
      expect(queries.length).toBe(11);
      for (const each of queries) {
        const answer = await ask(filledIn(each));
        expect([each, answer.error, answer.results[0]?.error]).toEqual([each, undefined, undefined]);
        expect(
          valuesOf(answer).some((value) => value !== null),
          each,
        ).toBe(true);
      }
      const other = createFormatters({ tenantId: `${tenantId}x`, channels: { grafana: { source: 'influxdb' } } });
      for (const each of queriesOf(other.grafana.format(twice).payload)) {
        expect(
          valuesOf(await ask(filledIn(each))).filter((value) => value !== null),
          each,
        ).toEqual([]);
      }
    },
  );

  it('refuses what is no query', async () => {
    const { error, results } = await ask('SELECT FROM');
    expect(error ?? results[0]?.error).toMatch(/error parsing query/);
  });
});
