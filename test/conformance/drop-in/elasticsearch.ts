/** Compiled, never run: payloads and templates go into the official clients as they are. */
import type { Client, estypes } from '@elastic/elasticsearch';
import type { Client as OpenSearchClient } from '@opensearch-project/opensearch';
import type { ElasticsearchIndexTemplate, ElasticsearchPayload } from 'channel-formatters';

declare const elastic: Client;
declare const openSearch: OpenSearchClient;
declare const payload: ElasticsearchPayload;
declare const template: ElasticsearchIndexTemplate;

export async function send(): Promise<void> {
  await elastic.indices.putIndexTemplate(template);
  await elastic.bulk({ operations: payload.operations, refresh: true });
  const { name, ...body } = template;
  await openSearch.indices.putIndexTemplate({ name, body });
  await openSearch.bulk({ body: payload.operations });
}

export const request: estypes.BulkRequest = { operations: payload.operations };
export const put: estypes.IndicesPutIndexTemplateRequest = template;
export const mappings: estypes.MappingTypeMapping = template.template.mappings;
export const properties: Record<string, estypes.MappingProperty> = template.template.mappings.properties;
export const settings: estypes.IndicesIndexSettings = template.template.settings;

// @ts-expect-error an action that bulk requests do not have
export const wrongAction: estypes.BulkOperationContainer = { create: { _idx: 'metrics-a-b' } };
// @ts-expect-error a type that fields do not have
export const wrongType: estypes.MappingProperty = { type: 'keywrd' };
// @ts-expect-error a metric that time series do not have
export const wrongMetric: estypes.MappingProperty = { type: 'double', time_series_metric: 'gaugeX' };
// @ts-expect-error a payload is no list of operations
export const wrongShape: estypes.BulkRequest = { operations: payload };
