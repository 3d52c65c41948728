import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFormatters } from '../../src/index.js';
import { gauge, metricBatch } from '../../src/metric/build.js';
import { hostileValues } from '../fixtures/metrics/hostile.js';
import { freePort, haveConsumers, type Service, startService } from '../support/metric-consumers.js';

type Exported = { metric: Record<string, string>; values: number[]; timestamps: number[] };

describe.runIf(haveConsumers('victoria-metrics'))('VictoriaMetrics', () => {
  const folder = mkdtempSync(join(tmpdir(), 'victoria-'));
  const formatters = createFormatters({ tenantId: 'label_42' });
  let server: Service | undefined;
  let url = '';

  beforeAll(async () => {
    const port = await freePort();
    url = `http://127.0.0.1:${port}`;
    const flags = [`-storageDataPath=${folder}`, `-httpListenAddr=127.0.0.1:${port}`, '-retentionPeriod=100y'];
    server = await startService('victoria-metrics', flags, url, '/health');
  });

  afterAll(async () => {
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const exported = async (match: string): Promise<Exported[]> => {
    await fetch(`${url}/internal/force_flush`);
    const text = await (await fetch(`${url}/api/v1/export?match[]=${encodeURIComponent(match)}`)).text();
    return text
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line));
  };

  const at = Date.UTC(2026, 10, 20);
  const values = hostileValues(200).filter((value) => !/[\0\r\n]/.test(value));
  const batch = (name: string, of = values) =>
    metricBatch([
      gauge(
        name,
        of.map((value, index) => ({ attributes: { value_of: value }, value: index, timestamp: at })),
      ),
    ]);

  it('imports text with times and exports the same', async () => {
    const { body } = formatters.prometheus.format(batch('imported'), { timestamps: true }).payload;
    const answer = await fetch(`${url}/api/v1/import/prometheus`, { method: 'POST', body: body as string });
    expect(answer.status).toBe(204);
    const rows = await exported('{__name__="imported"}');
    const found = rows.map(({ metric, values: [value], timestamps: [time] }) => [
      metric.value_of,
      metric.tenant,
      value,
      time,
    ]);
    expect(found.sort((a, b) => Number(a[2]) - Number(b[2]))).toEqual(
      values.map((value, index) => [value, 'label_42', index, at]),
    );
  });

  it('takes line protocol', async () => {
    // Backslashes and quotes it reads in another way than InfluxDB, whose format it is; percent codes are this package's.
    const plain = values.filter((value) => !/[\\"%]/.test(value));
    const { lines, query } = formatters.influxdb.format(batch('written', plain)).payload;
    const answer = await fetch(`${url}/write?precision=${query.precision}`, { method: 'POST', body: lines.join('\n') });
    expect(answer.status).toBe(204);
    const rows = await exported('{__name__="written_value"}');
    expect(rows.map(({ metric }) => metric.value_of).sort()).toEqual([...plain].sort());
  });
});
