/** A server on loopback that takes bulk requests as strictly as Elasticsearch does, and remembers what it took. */
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

type Json = Record<string, unknown>;
type Item = { readonly action: string; readonly id: string | undefined; readonly document: Json };

export type BulkServer = {
  readonly url: string;
  readonly items: Item[];
  readonly contentTypes: string[];
  readonly templates: Map<string, Json>;
  readonly close: () => Promise<void>;
};

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The dimensions of a document, by the mapping of its template: what a time series takes its id from. */
function dimensionsOf(document: Json, properties: Json): unknown {
  return Object.entries(document).flatMap(([key, value]) => {
    const property = properties[key];
    if (!isObject(property)) throw new Error(`strict_dynamic_mapping_exception: ${key}`);
    if (property.type === 'object') return [[key, dimensionsOf(value as Json, property.properties as Json)]];
    return property.time_series_dimension === true ? [[key, value]] : [];
  });
}

/** Takes one action with its document. Returns the status of the item. */
function take(item: Item, index: string, templates: Map<string, Json>, seen: Set<string>): number {
  const template = templates.get(index) as {
    data_stream?: Json;
    template: { settings: Json; mappings: { properties: Json } };
  };
  if (template === undefined) return 404;
  const isSeries = (template.template.settings.index as Json).mode === 'time_series';
  if (template.data_stream !== undefined && item.action !== 'create') return 400;
  if (isSeries && item.id !== undefined) return 400;
  if (!/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(String(item.document['@timestamp']))) return 400;
  const subject = isSeries
    ? JSON.stringify([item.document['@timestamp'], dimensionsOf(item.document, template.template.mappings.properties)])
    : `${index}/${item.id}`;
  if (item.id !== undefined && Buffer.byteLength(item.id) > 512) return 400;
  if (item.action === 'create' && seen.has(subject)) return 409;
  seen.add(subject);
  return 201;
}

async function read(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(parts));
}

function readItems(body: string): [index: string, item: Item][] {
  if (!body.endsWith('\n')) throw new Error('the bulk request must be terminated by a newline');
  const lines = body.slice(0, -1).split('\n');
  if (lines.length % 2 !== 0) throw new Error('an action without a document');
  const items: [string, Item][] = [];
  for (let at = 0; at < lines.length; at += 2) {
    const entries = Object.entries(JSON.parse(lines[at] ?? '') as Json);
    const [action = '', target] = entries[0] ?? [];
    if (entries.length !== 1 || !['index', 'create'].includes(action) || !isObject(target))
      throw new Error('no action');
    const unknown = Object.keys(target).filter((key) => key !== '_index' && key !== '_id');
    if (unknown.length > 0) throw new Error(`unknown ${unknown[0]}`);
    const document: unknown = JSON.parse(lines[at + 1] ?? '');
    if (!isObject(document)) throw new Error('no document');
    items.push([String(target._index), { action, id: target._id as string | undefined, document }]);
  }
  return items;
}

/** Starts one, for either family: the header `x-elastic-product` is what Elastic's client asks for. */
export async function startBulkServer(): Promise<BulkServer> {
  const items: Item[] = [];
  const contentTypes: string[] = [];
  const templates = new Map<string, Json>();
  const seen = new Set<string>();
  const answer = async (request: IncomingMessage): Promise<Json> => {
    const body = await read(request);
    const [path = ''] = (request.url ?? '').split('?');
    const [, name] = /^\/_index_template\/(.+)$/.exec(path) ?? [];
    if (name !== undefined) {
      templates.set(decodeURIComponent(name), JSON.parse(body));
      return { acknowledged: true };
    }
    if (path !== '/_bulk') return {};
    contentTypes.push(request.headers['content-type'] ?? '');
    const results = readItems(body).map(([index, item]) => {
      const status = take(item, index, templates, seen);
      if (status === 201) items.push(item);
      return {
        [item.action]: {
          _index: index,
          _id: item.id ?? 'made',
          status,
          ...(status > 201 && { error: { type: 'refused' } }),
        },
      };
    });
    return { took: 1, errors: results.some((each) => Number(Object.values(each)[0]?.status) > 201), items: results };
  };
  const server: Server = createServer((request, response) => {
    answer(request).then(
      (json) => {
        response.writeHead(200, { 'content-type': 'application/json', 'x-elastic-product': 'Elasticsearch' });
        response.end(JSON.stringify(json));
      },
      (error: Error) => {
        response.writeHead(400, { 'content-type': 'application/json', 'x-elastic-product': 'Elasticsearch' });
        response.end(
          JSON.stringify({ error: { type: 'illegal_argument_exception', reason: error.message }, status: 400 }),
        );
      },
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${port}`, items, contentTypes, templates, close };
}
