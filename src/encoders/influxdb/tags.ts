/** Tags of points: the tenant's, the resource's and the point's own, sorted by key, which servers store fastest. */
import { encodeUnsafe, type InfluxProfile, tagNaming } from '../../metric/influx-names.js';
import type { MetricBatch } from '../../metric/model.js';
import { collectNames, createNameTable } from '../../metric/names.js';
import type { Report } from '../../metric/report.js';
import { type Constant, createSeriesReader, markChars, type SeriesReader } from '../../metric/series.js';
import { escapeTag, markedChars } from './escape.js';

/** A tag set, cut where the values go: `,region=eu,route=`, `,tenant=x`. */
export type TagForm = { readonly pieces: readonly string[] };

export type TagReader = SeriesReader<TagForm>;

/** Where the reading is, for reports. */
export type Place = { path: () => string };

export type TagSettings = {
  readonly batch: MetricBatch;
  readonly profile: InfluxProfile;
  readonly tenant: Constant | undefined;
  readonly hasResource: boolean;
  readonly report: Report;
  readonly place: Place;
};

/** Tags that are written here, by the attribute that they are read from: no caller's name begins so. */
const ownTags: ReadonlyMap<string, string> = new Map([
  ['\0le', 'le'],
  ['\0quantile', 'quantile'],
  ['\0state', 'state'],
]);
export type OwnTag = '\0le' | '\0quantile' | '\0state';

const createForm = (names: readonly string[], constants: readonly Constant[]): TagForm => {
  const fixed = constants.map(({ name, value }) => ({ name, value: escapeTag(encodeUnsafe(value)) }));
  const tags = [...fixed, ...names.map((name) => ({ name, value: undefined }))];
  tags.sort((a, b) => (a.name < b.name ? -1 : 1));
  const pieces: string[] = [];
  let open = '';
  for (const { name, value } of tags) {
    open += `,${escapeTag(name)}=`;
    if (value === undefined) {
      pieces.push(open);
      open = '';
    } else open += value;
  }
  pieces.push(open);
  return { pieces };
};

const marks = markChars(markedChars);

export const encodedMessage =
  'Line breaks and backslashes at the end cannot be stored: they are written as %0A, %0D and %5C';

/** Makes the reader of a batch; `own` says which tag of its own a kind of metric needs, which no attribute can have. */
export function createTagReaders(settings: TagSettings): (own: OwnTag | undefined) => TagReader {
  const { batch, profile, tenant, hasResource, report, place } = settings;
  const resource = hasResource ? (batch.resource ?? {}) : {};
  const told = new Set<string>();
  let isConstantTold = false;
  const create = (own: OwnTag | undefined): TagReader => {
    const ownName = own === undefined ? undefined : ownTags.get(own);
    const { translate, lossless } = tagNaming(profile, [tenant?.name, ownName]);
    const names = (): ReadonlySet<string> =>
      collectNames(
        batch.metrics.map(({ points }) => points),
        [...Object.keys(resource), ...(own === undefined ? [] : [own])],
      );
    const nameOf = createNameTable(
      { translate: (raw) => (raw === own ? (ownName ?? raw) : translate(raw)), lossless },
      names,
      (raw, written, collides) => {
        if (raw === own || told.has(raw)) return;
        told.add(raw);
        const path = `${place.path()}.${raw}`;
        const message = `Written as \`${written}\``;
        if (collides)
          report.note('collision', path, `${message}, another attribute would have the same key`, 'warning');
        else report.note('normalized', path, message);
      },
    );
    place.path = () => 'resource';
    const constants: Constant[] = tenant === undefined ? [] : [tenant];
    for (const [name, value] of Object.entries(resource)) {
      if (value !== '') constants.push({ name: nameOf(name), value: value.toWellFormed() });
    }
    if (!isConstantTold && constants.some(({ value }) => encodeUnsafe(value) !== value)) {
      isConstantTold = true;
      report.note('normalized', 'resource', encodedMessage);
    }
    return createSeriesReader<TagForm>({
      nameOf,
      constants,
      marks,
      createForm,
      onEmpty: (key) => report.note('normalized', `${place.path()}.${key}`, 'An empty attribute is written as none'),
      onReplaced: (name) => {
        report.note('dropped', place.path(), `\`${name}\` of the resource gives way to attributes of points`);
      },
    });
  };
  const readers = new Map<OwnTag | undefined, TagReader>();
  return (own) => {
    const reader = readers.get(own) ?? create(own);
    readers.set(own, reader);
    return reader;
  };
}

/** Prints the tags of a reading, with the comma before each. */
export function printTags({ reading }: TagReader): string {
  const { layout, values, isPlain } = reading;
  const { pieces } = layout.form;
  let text = pieces[0] as string;
  for (let index = 0; index < values.length; index++) {
    const value = values[index] as string;
    text += isPlain ? value : escapeTag(encodeUnsafe(value));
    text += pieces[index + 1] as string;
  }
  return text;
}

/** Whether a tag of a reading holds what no escape can save, so that it is written in another way. */
export const isEncoded = ({ reading }: TagReader): boolean =>
  !reading.isPlain && reading.values.some((value) => encodeUnsafe(value) !== value);
