/** Where documents go, and the action line that sends one there. */
import { digest, shortDigest } from '../../kernel/hash.js';

export type ElasticsearchProfile = 'elasticsearch' | 'opensearch';
export type ElasticsearchTarget = 'index' | 'data-stream' | 'tsds';

/** The name of an index or data stream, and what it is. */
export type Destination = {
  readonly target: ElasticsearchTarget;
  readonly name: string;
  /** The parts of a data stream's name; `undefined` for an index. */
  readonly stream: { readonly dataset: string; readonly namespace: string } | undefined;
};

/** `_id` has 512 bytes at most; this is 128 bits of SHA-256. https://www.elastic.co/docs/reference/elasticsearch/mapping-reference/mapping-id-field */
const idDigits = 32;

/** Ids that can stand in a name as they are have no dot, and those that cannot get one: no two tenants share a name. */
export function tenantPart(tenantId: string): string {
  if (/^[a-z0-9_]{1,100}$/.test(tenantId)) return tenantId;
  const start = tenantId
    .toLowerCase()
    .replace(/[^a-z0-9_]/g, '_')
    .slice(0, 60);
  return `${start}.${shortDigest(idDigits, tenantId)}`;
}

export function toDestination(
  target: ElasticsearchTarget,
  dataset: string,
  namespace: string,
  index: string | undefined,
): Destination {
  if (target === 'index') return { target, name: index ?? `metrics_${dataset}_${namespace}`, stream: undefined };
  return { target, name: `metrics-${dataset}-${namespace}`, stream: { dataset, namespace } };
}

/**
 * The action line before a document. With an id of what it says, a retry writes the same document again instead of another;
 * a time series makes its ids itself. Data streams take `create` only.
 */
export type Actions = {
  /** The line, where it is the same for all documents. */
  readonly line: string | undefined;
  /** Puts together what documents are about that differ in time and values only. */
  readonly subjectOf: (parts: readonly string[]) => string;
  /** The line of a document, by what it is about. */
  readonly of: (about: string) => string;
};

export function createActions({ target, name }: Destination, tenantId: string): Actions {
  const index = JSON.stringify(name);
  const subjectOf = (parts: readonly string[]): string => digest(tenantId, ...parts);
  if (target === 'tsds') {
    const line = `{"create":{"_index":${index}}}\n`;
    return { line, subjectOf, of: () => line };
  }
  const start = `{"${target === 'index' ? 'index' : 'create'}":{"_index":${index},"_id":"`;
  return { line: undefined, subjectOf, of: (about) => `${start}${shortDigest(idDigits, about)}"}}\n` };
}
