/** Bodies of bulk requests, each within a limit of bytes. */

/** What one bulk request holds, twice: for the official clients, and as the body of a request of one's own. */
export type ElasticsearchPayload = {
  /** An action and its document, again and again: `client.bulk({ operations })`; `body` in OpenSearch. */
  operations: ElasticsearchOperation[];
  /** The same as newline-delimited JSON, of type `application/x-ndjson`. Empty without documents. */
  ndjson: string;
};

/** An action line, or the document behind it. */
export type ElasticsearchOperation = Record<string, unknown>;

export type BulkSink = {
  /** Adds an action with its document, as lines; says whether they fit into a request. */
  readonly push: (lines: string) => boolean;
  /** Takes the requests that are full. */
  readonly take: () => string[];
  /** Takes the rest as well. */
  readonly finish: () => string[];
};

/** Bytes are counted for so many characters at once. */
const segmentChars = 65_536;

export function createBulkSink(maxBytes: number): BulkSink {
  let ready: string[] = [];
  let body = '';
  let bytes = 0;
  let segment = '';
  const flush = (): void => {
    if (segment === '') return;
    const size = Buffer.byteLength(segment);
    if (bytes + size > maxBytes && body !== '') {
      ready.push(body);
      body = '';
      bytes = 0;
    }
    body += segment;
    bytes += size;
    segment = '';
  };
  const push = (lines: string): boolean => {
    if (lines.length > segmentChars && Buffer.byteLength(lines) > maxBytes) return false;
    if (segment.length + lines.length > segmentChars) flush();
    segment += lines;
    return true;
  };
  const take = (): string[] => {
    const taken = ready;
    ready = [];
    return taken;
  };
  const finish = (): string[] => {
    flush();
    if (body !== '') ready.push(body);
    body = '';
    bytes = 0;
    return take();
  };
  return { push, take, finish };
}

/** Reads the operations back from the body, so that both are the same. */
export function toPayload(ndjson: string): ElasticsearchPayload {
  const lines = ndjson.split('\n');
  lines.pop();
  return { operations: lines.map((line): ElasticsearchOperation => JSON.parse(line)), ndjson };
}
