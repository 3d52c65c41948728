/** Attributes as the fields of a document that tell its series: labels, fields of ECS, and the tenant. */
import { ecsFields, fieldLabelNaming, labelsObject } from '../../metric/elasticsearch-names.js';
import type { MetricBatch, MetricKind } from '../../metric/model.js';
import { collectNames, createNameTable } from '../../metric/names.js';
import type { Report } from '../../metric/report.js';
import { type Constant, createSeriesReader, markChars, type SeriesReader } from '../../metric/series.js';
import type { ElasticsearchProfile } from './target.js';

/** Labels that are written here, by the attribute that they are read from: no caller's name begins so. */
const ownLabels: ReadonlyMap<string, string> = new Map([
  ['\0le', 'le'],
  ['\0quantile', 'quantile'],
  ['\0state', 'state'],
]);
export type OwnLabel = '\0le' | '\0quantile' | '\0state';

/** The label that tells the documents of one point apart. Elasticsearch has a type for a whole histogram. */
export function ownLabelOf(kind: MetricKind, profile: ElasticsearchProfile): OwnLabel | undefined {
  if (kind === 'stateset') return '\0state';
  if (kind === 'summary') return '\0quantile';
  return kind === 'histogram' && profile === 'opensearch' ? '\0le' : undefined;
}

/** The fields as JSON, cut where the values go: `,"labels":{"route":"`, `","tenant":"x"}`. */
export type FieldForm = {
  readonly pieces: readonly string[];
  /** What is expected instead of points with these attributes, where they cannot be written. */
  readonly expected: string | undefined;
};

export type LabelReader = SeriesReader<FieldForm> & { readonly pathOf: (raw: string) => string };

/** Where the reading is, for reports. */
export type Place = { path: () => string };

export type LabelSettings = {
  readonly batch: MetricBatch;
  readonly tenant: Constant | undefined;
  readonly hasResource: boolean;
  readonly report: Report;
  readonly place: Place;
  /** Reserves fields in the index; says whether there is room. */
  readonly claim: (paths: readonly string[]) => boolean;
};

type Tree = Map<string, Tree | { readonly value: string | undefined }>;

function toTree(leaves: readonly { readonly path: string; readonly value: string | undefined }[]): Tree {
  const root: Tree = new Map();
  for (const { path, value } of leaves) {
    const parts = path.split('.');
    const last = parts.pop() ?? '';
    let node = root;
    for (const part of parts) {
      const next = node.get(part);
      const child: Tree = next instanceof Map ? next : new Map();
      if (child !== next) node.set(part, child);
      node = child;
    }
    node.set(last, { value });
  }
  return root;
}

/** Prints a tree as JSON without its outer braces, in pieces: what has no value is a string still to come. */
function printTree(root: Tree): string[] {
  const pieces: string[] = [];
  let open = '';
  const print = (tree: Tree, isRoot: boolean): void => {
    let separator = isRoot ? ',' : '';
    for (const [key, child] of tree) {
      open += `${separator}${JSON.stringify(key)}:`;
      separator = ',';
      if (child instanceof Map) {
        open += '{';
        print(child, false);
        open += '}';
      } else if (child.value === undefined) {
        pieces.push(`${open}"`);
        open = '"';
      } else open += JSON.stringify(child.value);
    }
  };
  print(root, true);
  pieces.push(open);
  return pieces;
}

/** What JSON escapes: RFC 8259, section 7. */
const marks = markChars(`"\\${Array.from({ length: 32 }, (_value, code) => String.fromCharCode(code)).join('')}`);

/** Escapes a value between quotes that are there already. */
export const escapeValue = (value: string): string => JSON.stringify(value).slice(1, -1);

/** Makes the reader of a batch; `own` says which label of its own a kind of metric needs, which no attribute can have. */
export function createLabelReaders(settings: LabelSettings): (own: OwnLabel | undefined) => LabelReader {
  const { batch, tenant, hasResource, report, place, claim } = settings;
  const resource = hasResource ? (batch.resource ?? {}) : {};
  const told = new Set<string>();
  const expectedOf = (paths: readonly string[]): string | undefined => {
    // Halves of surrogate pairs are all written alike, and so would names be that differ in nothing else.
    if (new Set(paths).size < paths.length) return 'attributes with names that differ when written';
    return claim(paths) ? undefined : 'attributes that the index has fields left for';
  };
  const create = (own: OwnLabel | undefined): LabelReader => {
    const ownName = own === undefined ? undefined : ownLabels.get(own);
    const tenantLabel = tenant?.name.startsWith(labelsObject) ? tenant.name.slice(labelsObject.length) : undefined;
    const naming = fieldLabelNaming([tenantLabel, ownName]);
    const others = (): ReadonlySet<string> => {
      const all = collectNames(
        batch.metrics.map(({ points }) => points),
        Object.keys(resource),
      );
      for (const raw of ecsFields.keys()) all.delete(raw);
      return all;
    };
    const labelOf = createNameTable(naming, others, (raw, written, collides) => {
      if (told.has(raw)) return;
      told.add(raw);
      const path = `${place.path()}.${raw}`;
      const message = `Written as \`${written}\``;
      if (collides) {
        report.note('collision', path, `${message}, another attribute would have the same field`, 'warning');
      } else report.note('normalized', path, message);
    });
    const pathOf = (raw: string): string =>
      ecsFields.get(raw) ?? labelsObject + (raw === own ? (ownName ?? raw) : labelOf(raw));
    place.path = () => 'resource';
    const constants: Constant[] = tenant === undefined ? [] : [tenant];
    for (const [name, value] of Object.entries(resource)) {
      if (value !== '') constants.push({ name: pathOf(name), value: value.toWellFormed() });
    }
    const reader = createSeriesReader<FieldForm>({
      nameOf: pathOf,
      constants,
      marks,
      createForm: (names, kept) => {
        const leaves = [
          ...kept.map(({ name, value }) => ({ path: name, value })),
          ...names.map((path) => ({ path, value: undefined })),
        ].sort((a, b) => (a.path < b.path ? -1 : 1));
        return { pieces: printTree(toTree(leaves)), expected: expectedOf(leaves.map(({ path }) => path)) };
      },
      onEmpty: (key) => report.note('normalized', `${place.path()}.${key}`, 'An empty attribute is written as none'),
      onReplaced: (name) => {
        report.note('dropped', place.path(), `\`${name}\` of the resource gives way to attributes of points`);
      },
    });
    const { reading, read } = reader;
    return { reading, read, pathOf };
  };
  const readers = new Map<OwnLabel | undefined, LabelReader>();
  return (own) => {
    const reader = readers.get(own) ?? create(own);
    readers.set(own, reader);
    return reader;
  };
}
