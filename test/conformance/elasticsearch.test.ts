import { Client } from '@elastic/elasticsearch';
import { Client as OpenSearchClient } from '@opensearch-project/opensearch';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { createFormatters, type ElasticsearchPayload } from '../../src/index.js';
import { counter, metricBatch } from '../../src/metric/build.js';
import type { ElasticsearchTenantOptions } from '../../src/tenant/elasticsearch-options.js';
import { hostileBatch } from '../fixtures/metrics/hostile.js';
import { platform } from '../fixtures/metrics/platform.js';
import { type BulkServer, startBulkServer } from '../support/bulk-server.js';

const create = (options: ElasticsearchTenantOptions) =>
  createFormatters({
    tenantId: 'maison_carthage',
    clock: () => Date.UTC(2026, 10, 20, 10),
    channels: { elasticsearch: options },
  }).elasticsearch;

const documentsOf = ({ operations }: ElasticsearchPayload) => operations.filter((_operation, index) => index % 2 === 1);

const started: BulkServer[] = [];
let server: BulkServer;

beforeEach(async () => {
  server = await startBulkServer();
  started.push(server);
});

afterAll(async () => {
  for (const each of started) await each.close();
});

const targets = ['index', 'data-stream', 'tsds'] as const;

describe.each(targets)('@elastic/elasticsearch, %s', (target) => {
  const elasticsearch = create({ target });

  it.each([
    ['a batch of all kinds', platform],
    ['400 hostile values', hostileBatch(400)],
  ])('sends %s, and a server reads what was written', async (_name, batch) => {
    const client = new Client({ node: server.url, maxRetries: 0 });
    await client.indices.putIndexTemplate(elasticsearch.indexTemplate(batch).template);
    const { payload } = elasticsearch.format(batch);
    const answer = await client.bulk(payload.operations.length === 0 ? {} : { operations: payload.operations });
    expect(answer.items.filter((item) => Object.values(item)[0]?.status !== 201)).toEqual([]);
    expect(server.items.map(({ document }) => document)).toEqual(documentsOf(payload));
    expect(server.contentTypes).toEqual([expect.stringMatching(/^application\/vnd\.elasticsearch\+x-ndjson/)]);
    await client.close();
  });

  it('sends the body itself as well, and a second time without doing harm', async () => {
    const client = new Client({ node: server.url, maxRetries: 0 });
    await client.indices.putIndexTemplate(elasticsearch.indexTemplate(platform).template);
    const { payload } = elasticsearch.format(platform);
    for (const [round, expected] of [201, target === 'index' ? 201 : 409].entries()) {
      const response = await fetch(`${server.url}/_bulk`, {
        method: 'POST',
        headers: { 'content-type': 'application/x-ndjson' },
        body: payload.ndjson,
      });
      const { items } = (await response.json()) as { items: Record<string, { status: number }>[] };
      expect(
        items.map((item) => Object.values(item)[0]?.status),
        `round ${round}`,
      ).toEqual(items.map(() => expected));
    }
    const ids = new Set(server.items.map(({ id }) => id));
    expect(ids.size).toBe(target === 'tsds' ? 1 : documentsOf(payload).length);
    await client.close();
  });
});

it('keeps integers beyond 2^53 through the client, which throws at bigints', async () => {
  const elasticsearch = create({});
  const batch = metricBatch([counter('streams', [{ value: 9_007_199_254_740_993n }])]);
  const client = new Client({ node: server.url, maxRetries: 0 });
  await client.indices.putIndexTemplate(elasticsearch.indexTemplate(batch).template);
  await client.bulk({ operations: elasticsearch.format(batch).payload.operations });
  expect(server.items[0]?.document.metrics).toEqual({ streams: '9007199254740993' });
  await client.close();
});

it.each(['index', 'data-stream'] as const)(
  '@opensearch-project/opensearch, %s: sends what a server reads',
  async (target) => {
    const elasticsearch = create({ profile: 'opensearch', target });
    const client = new OpenSearchClient({ node: server.url, maxRetries: 0 });
    const { name, ...body } = elasticsearch.indexTemplate(platform).template;
    await client.indices.putIndexTemplate({ name, body });
    const { payload } = elasticsearch.format(platform);
    const answer = await client.bulk({ body: payload.operations });
    expect(answer.body.errors).toBe(false);
    expect(server.items.map(({ document }) => document)).toEqual(documentsOf(payload));
    expect(server.contentTypes).toEqual(['application/x-ndjson']);
    await client.close();
  },
);

it('would be noticed if it were wrong: the server refuses what Elasticsearch refuses', async () => {
  const elasticsearch = create({ target: 'tsds' });
  const client = new Client({ node: server.url, maxRetries: 0 });
  await client.indices.putIndexTemplate(elasticsearch.indexTemplate(platform).template);
  const { operations } = elasticsearch.format(platform).payload;
  const [, document = {}] = operations;
  const _index = 'metrics-generic-default';
  const statuses = async (list: Record<string, unknown>[]): Promise<unknown[]> =>
    (await client.bulk({ operations: list })).items.map((item) => Object.values(item)[0]?.status);
  expect(await statuses([{ index: { _index } }, document])).toEqual([400]);
  expect(await statuses([{ create: { _index, _id: 'a' } }, document])).toEqual([400]);
  expect(await statuses([{ create: { _index } }, document, { create: { _index } }, document])).toEqual([201, 409]);
  await expect(statuses([{ create: { _index } }, { ...document, surprise: 1 }])).rejects.toThrow(
    /illegal_argument_exception/,
  );
  await client.close();
});
