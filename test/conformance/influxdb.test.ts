import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFormatters } from '../../src/index.js';
import { counter, gauge, metricBatch } from '../../src/metric/build.js';
import type { MetricBatch } from '../../src/metric/model.js';
import { hostileValues } from '../fixtures/metrics/hostile.js';
import { platform } from '../fixtures/metrics/platform.js';
import { freePort, haveConsumers, type Service, startService } from '../support/metric-consumers.js';

const start = Date.UTC(2026, 10, 20, 9);
const { influxdb } = createFormatters({ tenantId: 'label_42', channels: { influxdb: { profile: 'v1' } } });

describe.runIf(haveConsumers('influxd'))('influxd', () => {
  const folder = mkdtempSync(join(tmpdir(), 'influx-'));
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

  const write = async (batch: MetricBatch): Promise<void> => {
    const { payload, followUps } = influxdb.format(batch, { now: start });
    for (const { lines, query } of [payload, ...followUps]) {
      const answer = await fetch(`${url}/write?db=db&precision=${query.precision}`, {
        method: 'POST',
        body: lines.join('\n'),
      });
      expect([answer.status, await answer.text()]).toEqual([204, '']);
    }
  };
  const rowsOf = async (q: string): Promise<Record<string, string>[]> => {
    const answer = await fetch(`${url}/query?db=db&epoch=ms`, { method: 'POST', body: new URLSearchParams({ q }) });
    // Integers of 64 bits are more than JSON.parse keeps.
    const text = (await answer.text()).replace(/([[,])(-?\d{16,})(?=[,\]])/g, '$1"$2"');
    const { results } = JSON.parse(text) as { results: { series?: { columns: string[]; values: string[][] }[] }[] };
    return (results[0]?.series ?? []).flatMap(({ columns, values }) =>
      values.map((row) => Object.fromEntries(columns.map((column, index) => [column, row[index] ?? '']))),
    );
  };

  it('gives back 400 hostile tag values, and the tenant of none is forged', async () => {
    const values = hostileValues(400);
    const points = values.map((value, index) => ({
      attributes: { value_of: value, tenant: 'forged' },
      value: index + 1,
    }));
    await write(metricBatch([counter('hostile', points)]));
    const rows = await rowsOf('SELECT * FROM hostile');
    const decode = (text = ''): string =>
      text
        .replace(/%0A|%0D|%5C$/g, (code) => ({ '%0A': '\n', '%0D': '\r' })[code] ?? '\\')
        .replace(/%25((?:25)*(?:0A|0D|5C|23))/g, '%$1');
    const found = rows
      .sort((a, b) => Number(a.value) - Number(b.value))
      .map(({ value_of, tenant, exported_tenant }) => [decode(value_of), tenant, exported_tenant]);
    expect(found).toEqual(values.map((value) => [value, 'label_42', 'forged']));
  });

  it('keeps 64-bit integers to the last digit', async () => {
    const values = [9_007_199_254_740_993n, 9_223_372_036_854_775_807n, -9_223_372_036_854_775_808n];
    await write(
      metricBatch([
        gauge(
          'exact',
          values.map((value, index) => ({ attributes: { n: `${index}` }, value })),
        ),
      ]),
    );
    const rows = await rowsOf('SELECT value FROM "exact" GROUP BY n');
    expect(rows.map(({ value }) => BigInt(value ?? 0))).toEqual(values);
  });

  it('stores what it would drop without a word, had it been written as it is', async () => {
    await write(
      metricBatch([gauge('#note', [{ value: 1 }]), gauge('time', [{ attributes: { time: 'noon' }, value: 2 }])]),
    );
    expect(await rowsOf('SELECT value FROM "%23note"')).toHaveLength(1);
    expect(await rowsOf('SELECT value, exported_time FROM "time"')).toMatchObject([
      { value: 2, exported_time: 'noon' },
    ]);
  });

  it('takes every kind of metric', async () => {
    await write(platform);
    expect(await rowsOf('SELECT bucket, le FROM "start.latency"')).toHaveLength(4);
    expect(await rowsOf('SELECT value FROM "streams" WHERE country = \'FR\'')).toMatchObject([{ value: 1_204_551 }]);
    expect(await rowsOf("SELECT active FROM ingest WHERE state = 'running'")).toMatchObject([{ active: true }]);
  });
});
