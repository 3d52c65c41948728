/** Bodies of bulk requests against the serialisation of the same documents, and against the official transport's. */
import { Serializer } from '@elastic/elasticsearch';
import { createFormatters } from '../../src/index.js';
import type { ElasticsearchTenantOptions } from '../../src/tenant/elasticsearch-options.js';
import { manySeries } from './metrics.js';
import { compare, print } from './rounds.js';

const bytes = (text: string): number => Buffer.byteLength(text);

/** Runs the whole comparison. */
export function benchElasticsearch(): void {
  const batch = manySeries();
  const serializer = new Serializer();
  const floor = 'floor: JSON.stringify of the documents';
  for (const target of ['tsds', 'data-stream'] as const) {
    const options: ElasticsearchTenantOptions = { target, maxBytes: 100_000_000 };
    const { elasticsearch } = createFormatters({ tenantId: 'bench', channels: { elasticsearch: options } });
    const { operations, ndjson } = elasticsearch.format(batch).payload;
    const documents = operations.filter((_operation, index) => index % 2 === 1);
    const write = (): number => {
      let size = 0;
      for (const body of elasticsearch.formatChunks(batch).chunks) size += bytes(body);
      return size;
    };
    const stringify = (): number => {
      let text = '';
      for (const document of documents) text += `${JSON.stringify(document)}\n`;
      return bytes(text);
    };
    const timings = compare(
      [
        { name: floor, run: stringify },
        { name: 'formatChunks, from the batch', run: write },
        { name: 'format, operations too', run: () => elasticsearch.format(batch).payload.operations.length },
        {
          name: '@elastic/transport, ndserialize of the operations',
          run: () => bytes(serializer.ndserialize(operations)),
        },
      ],
      1,
      31,
    );
    print(`10,000 points to Elasticsearch, ${target}, ${bytes(ndjson)} bytes`, timings, floor);
  }
}
