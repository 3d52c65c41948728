import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createFormatters } from '../../src/index.js';
import { counter, metricBatch } from '../../src/metric/build.js';
import { hostileBatch, hostileValues } from '../fixtures/metrics/hostile.js';
import { platform } from '../fixtures/metrics/platform.js';
import { freePort, haveConsumers, runTool, type Service, startService } from '../support/metric-consumers.js';

const { prometheus } = createFormatters({ tenantId: 'label_42' });
const folder = mkdtempSync(join(tmpdir(), 'metrics-'));
const services: Service[] = [];

afterAll(async () => {
  for (const { stop } of services) await stop();
  rmSync(folder, { recursive: true, force: true });
});

const textOf = (
  batch: Parameters<typeof prometheus.format>[0],
  options?: Parameters<typeof prometheus.format>[1],
): string => prometheus.format(batch, options).payload.body as string;

/** Reads OpenMetrics with Debian's parser, the strictest there is. Prints samples as JSON. */
const parser = `
import json, sys
from prometheus_client.openmetrics.parser import text_string_to_metric_families
for family in text_string_to_metric_families(sys.stdin.read()):
    for s in family.samples:
        print(json.dumps([s.name, s.labels, s.value, None if s.timestamp is None else float(s.timestamp), None if s.exemplar is None else s.exemplar.labels]))
`;

type Row = [name: string, labels: Record<string, string>, value: number, time: number | null, exemplar: object | null];

function parse(text: string): Row[] {
  const { status, output } = runTool('/usr/bin/python3', ['-c', parser], text);
  expect(output.slice(0, status === 0 ? 0 : 2000)).toBe('');
  return output
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}

describe.runIf(haveConsumers('promtool', '/usr/bin/python3'))('the OpenMetrics parser and promtool', () => {
  it('read every kind of metric', () => {
    const rows = parse(textOf(platform, { format: 'openmetrics' }));
    expect(rows.find(([name]) => name === 'streams_total')).toEqual([
      'streams_total',
      { tenant: 'label_42', service_name: 'edge', region: 'eu', country: 'FR', plan: 'premium' },
      1_204_551,
      null,
      { trace_id: '4bf92f3577b34da6' },
    ]);
    expect(rows.filter(([name]) => name.startsWith('start_latency_seconds_bucket')).map(([, { le }]) => le)).toEqual([
      '0.05',
      '0.1',
      '1.0',
      '+Inf',
    ]);
    expect(rows.map(([name]) => name)).toEqual(
      expect.arrayContaining(['royalties_queue_seconds', 'build_info', 'ingest', 'decode_sum', 'streams_created']),
    );
    expect(rows.find(([name]) => name === 'royalties_queue_seconds')?.[1].queue_name).toBe('a "b" \\ c\nd');
  });

  it.each(['underscores', 'dots', 'values'] as const)('read names in the scheme %s', (escaping) => {
    expect(parse(textOf(platform, { format: 'openmetrics', escaping })).length).toBeGreaterThan(20);
  });

  it('give back 400 hostile values, each as it was, and the tenant of none is forged', () => {
    const rows = parse(textOf(hostileBatch(), { format: 'openmetrics' }));
    expect(rows.map(([, labels, value]) => [labels.value_of, labels.tenant, labels.exported_tenant, value])).toEqual(
      hostileValues(400).map((value, index) => [value, 'label_42', 'forged', index + 1]),
    );
  });

  it('accept a batch without metrics', () => {
    expect(parse(textOf({ metrics: [] }, { format: 'openmetrics' }))).toEqual([]);
  });

  it('keep promtool from complaining of anything but style', () => {
    const { status, output } = runTool('promtool', ['check', 'metrics'], textOf(platform));
    expect([0, 3], output).toContain(status);
    expect(runTool('promtool', ['check', 'metrics'], textOf(hostileBatch())).status).not.toBe(1);
    expect(runTool('promtool', ['check', 'metrics'], 'a{ 1\n').status).toBe(1);
  });

  it('come back from a database that promtool fills', () => {
    const hour = 3_600_000;
    const start = Date.UTC(2026, 10, 20);
    const points = [2, 0, 1].flatMap((step) =>
      ['FR', 'TN'].map((country) => ({ attributes: { country }, value: step * 10, timestamp: start + step * hour })),
    );
    const batch = metricBatch([counter('streams', points)]);
    const file = join(folder, 'backfill.txt');
    const data = join(folder, 'data');
    writeFileSync(file, textOf(batch, { format: 'openmetrics', timestamps: true }));
    mkdirSync(join(data, 'wal'), { recursive: true });
    const created = runTool('promtool', ['tsdb', 'create-blocks-from', 'openmetrics', file, data]);
    expect(created.status, created.output).toBe(0);
    const lines = runTool('promtool', ['tsdb', 'dump', data])
      .output.split('\n')
      .filter((line) => line.startsWith('{'));
    const expected = points.map(
      ({ attributes: { country }, value, timestamp }) =>
        `{__name__="streams_total", country="${country}", tenant="label_42"} ${value} ${timestamp}`,
    );
    expect(lines.sort()).toEqual(expected.sort());
  });
});

describe.runIf(haveConsumers('prometheus-pushgateway'))('the Pushgateway', () => {
  it('takes every kind of metric and 400 hostile values', async () => {
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    services.push(
      await startService('prometheus-pushgateway', [`--web.listen-address=127.0.0.1:${port}`], url, '/-/ready'),
    );
    for (const batch of [platform, hostileBatch()]) {
      const { body, contentType } = prometheus.format(batch).payload;
      const answer = await fetch(`${url}/metrics/job/ingest`, {
        method: 'PUT',
        body: body as string,
        headers: { 'Content-Type': contentType },
      });
      expect([answer.status, await answer.text()]).toEqual([200, '']);
      const stored = (await (await fetch(`${url}/api/v1/metrics`)).json()) as { data: object[] };
      expect(stored.data).toHaveLength(1);
    }
    const twice = 'a{b="1"} 1\na{b="1"} 2\n';
    expect((await fetch(`${url}/metrics/job/ingest`, { method: 'PUT', body: twice })).status).toBe(400);
  });
});

describe.runIf(haveConsumers('prometheus'))('a Prometheus server', () => {
  it('scrapes text, OpenMetrics and protobuf, and stores the same of each', async () => {
    const served = createServer((request, response) => {
      const format = (request.url ?? '').slice(1) as 'text' | 'openmetrics' | 'protobuf';
      const { body, contentType } = prometheus.format(platform, { format }).payload;
      response.setHeader('Content-Type', contentType);
      response.end(body);
    });
    const targetPort = await freePort();
    await new Promise<void>((resolve) => served.listen(targetPort, '127.0.0.1', resolve));
    const formats = ['text', 'openmetrics', 'protobuf'];
    const jobs = formats.map((job) => ({
      job_name: job,
      metrics_path: `/${job}`,
      honor_labels: true,
      static_configs: [{ targets: [`127.0.0.1:${targetPort}`] }],
    }));
    const config = join(folder, 'prometheus.json');
    writeFileSync(
      config,
      JSON.stringify({ global: { scrape_interval: '1s', scrape_timeout: '1s' }, scrape_configs: jobs }),
    );
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    const flags = [
      `--config.file=${config}`,
      `--web.listen-address=127.0.0.1:${port}`,
      `--storage.tsdb.path=${join(folder, 'tsdb')}`,
      '--enable-feature=exemplar-storage,native-histograms',
    ];
    services.push(await startService('prometheus', flags, url, '/-/ready'));
    type Target = { health: string; lastError: string; labels: { job: string } };
    let targets: Target[] = [];
    for (
      let attempt = 0;
      attempt < 150 && (targets.length < 3 || targets.some(({ health }) => health === 'unknown'));
      attempt++
    ) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      targets = ((await (await fetch(`${url}/api/v1/targets`)).json()) as { data: { activeTargets: Target[] } }).data
        .activeTargets;
    }
    expect(targets.map(({ labels, health, lastError }) => [labels.job, health, lastError]).sort()).toEqual(
      formats.map((job) => [job, 'up', '']).sort(),
    );
    type Series = { metric: Record<string, string>; value?: [number, string]; histogram?: [number, { count: string }] };
    const query = async (text: string): Promise<Series[]> =>
      (
        (await (await fetch(`${url}/api/v1/query?query=${encodeURIComponent(text)}`)).json()) as {
          data: { result: Series[] };
        }
      ).data.result;
    const byJob = async (text: string): Promise<Record<string, unknown[]>> => {
      const found: Record<string, unknown[]> = Object.fromEntries(formats.map((job) => [job, []]));
      for (const { metric, value } of await query(text)) {
        const { job = '', instance: _, ...labels } = metric;
        found[job]?.push([labels, value?.[1]]);
      }
      return found;
    };
    for (const name of [
      'streams_total',
      'royalties_queue_seconds',
      'start_latency_seconds_sum',
      'decode',
      'build_info',
      'ingest',
    ]) {
      const { text = [], openmetrics, protobuf } = await byJob(name);
      expect(text.length, name).toBeGreaterThan(0);
      expect(openmetrics, name).toEqual(text);
      expect(protobuf, name).toEqual(text);
    }
    const native = await query('download_size{job="protobuf"}');
    expect(native[0]?.histogram?.[1]).toMatchObject({ count: '12', sum: '90.5' });
    served.close();
  });
});
