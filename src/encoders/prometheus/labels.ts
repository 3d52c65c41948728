/** Labels of series: whose they are, whose they cannot be, and how their values are escaped. */
import { labelNaming } from '../../metric/label-names.js';
import type { MetricBatch } from '../../metric/model.js';
import { collectNames, createNameTable, type EscapingScheme, labelNames } from '../../metric/names.js';
import type { Report } from '../../metric/report.js';
import { type Constant, createSeriesReader, markChars, type SeriesReader } from '../../metric/series.js';

/** Where the reading is, for reports. */
export type Place = { path: () => string };

/** The tenant as a label; no attribute can have its name. */
export type TenantLabel = { readonly name: string; readonly value: string };

export type LabelSettings = {
  readonly batch: MetricBatch;
  readonly scheme: EscapingScheme;
  readonly tenant: TenantLabel | undefined;
  /** Whether the resource's attributes are labels of every series. */
  readonly hasResource: boolean;
  readonly report: Report;
  readonly place: Place;
};

/** The text of a label set, cut where the values go: `tenant="x",a="`, `",b="`, `"`. */
export type LabelForm = { readonly pieces: readonly string[]; readonly constants: readonly Constant[] };

export type LabelReader = SeriesReader<LabelForm>;

const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '"': '\\"', '\n': '\\n' };

/** https://prometheus.io/docs/instrumenting/exposition_formats/#comments-help-text-and-type-information */
export const escapeValue = (text: string): string => text.replace(/[\\"\n]/g, (char) => escapes[char] ?? char);

const marks = markChars('\\"\n');

/** A name as it stands in a label set: quoted where it is none of the classic ones. */
export const quoteLabelName = (name: string): string => (labelNames.whole.test(name) ? name : `"${escapeValue(name)}"`);

function createForm(names: readonly string[], constants: readonly Constant[]): LabelForm {
  let open = constants.map(({ name, value }) => `${quoteLabelName(name)}="${escapeValue(value)}"`).join(',');
  const pieces: string[] = [];
  for (const name of names) {
    pieces.push(`${open}${open === '' ? '' : ','}${quoteLabelName(name)}="`);
    open = '"';
  }
  pieces.push(open);
  return { pieces, constants };
}

/** Puts the labels of a reading together, without the braces around them. */
export function printLabels({ reading }: LabelReader): string {
  const { values, layout, isPlain } = reading;
  const { pieces } = layout.form;
  let text = pieces[0] as string;
  for (let index = 0; index < values.length; index++) {
    const value = values[index] as string;
    text += (isPlain ? value : escapeValue(value)) + (pieces[index + 1] as string);
  }
  return text;
}

/**
 * Makes readers of attributes, one for each label name that a kind of metric needs for itself (`le`, `quantile`, the name of
 * a state set), and one, `''`, for all others.
 */
export function createLabelReaders(settings: LabelSettings): (reserved: string) => LabelReader {
  const { batch, scheme, tenant, hasResource, report, place } = settings;
  const resource = hasResource ? (batch.resource ?? {}) : {};
  let collected: ReadonlySet<string> | undefined;
  /** Kinds with a label of their own read the same names again. */
  const told = new Set<string>();
  const allNames = (): ReadonlySet<string> => {
    collected ??= collectNames(
      batch.metrics.map(({ points }) => points),
      Object.keys(resource),
    );
    return collected;
  };
  const create = (reserved: string): LabelReader => {
    const nameOf = createNameTable(
      labelNaming(scheme, [tenant?.name, reserved]),
      allNames,
      (raw, written, collides) => {
        const key = JSON.stringify([raw, written]);
        if (told.has(key)) return;
        told.add(key);
        const path = `${place.path()}.${raw}`;
        const message = `Written as \`${written}\``;
        if (collides)
          report.note('collision', path, `${message}, another attribute would have the same name`, 'warning');
        else report.note('normalized', path, message);
      },
    );
    place.path = () => 'resource';
    const constants: Constant[] = tenant === undefined ? [] : [tenant];
    for (const [name, value] of Object.entries(resource)) {
      if (value !== '') constants.push({ name: nameOf(name), value: value.toWellFormed() });
    }
    return createSeriesReader<LabelForm>({
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
  const readers = new Map<string, LabelReader>();
  return (reserved) => {
    const known = readers.get(reserved);
    if (known !== undefined) return known;
    const made = create(reserved);
    readers.set(reserved, made);
    return made;
  };
}
