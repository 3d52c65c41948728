/** Counters, gauges, facts and states: one number a line. This is the hot path of the text formats. */
import type { CounterPoint, Point, StatesetPoint } from '../../metric/model.js';
import { printSeconds, printValue } from '../../metric/number.js';
import { counterExpected } from '../../metric/rules.js';
import type { Layout } from '../../metric/series.js';
import type { Encoding, Run } from './encoding.js';
import { escapeValue, type LabelForm, printLabels } from './labels.js';
import { headOf, lineStart, printExemplar, printTime, tellOnce, withLabel } from './samples.js';

/** Writes some points of a run. */
export type Writer = (from: number, to: number) => string;

/** The pieces of a whole line: `name{tenant="x",a="`, `",b="`, `"} `. */
function linePieces(name: string, { pieces }: LabelForm): readonly string[] {
  const head = headOf(name);
  const [only = ''] = pieces;
  if (pieces.length === 1) return [lineStart(head, only)];
  return pieces.map((piece, index) => {
    if (index === 0) return head.open + piece;
    return index === pieces.length - 1 ? `${piece}} ` : piece;
  });
}

/** What stands between the value and the end of the line; mostly nothing does. */
function lineRest(point: CounterPoint, path: () => string, encoding: Encoding): string {
  const { timestamp, createdAt, exemplar } = point;
  const start =
    encoding.format === 'openmetrics-2.0' && createdAt !== undefined ? ` st@${printSeconds(createdAt)}` : '';
  return printTime(timestamp, encoding) + start + printExemplar(exemplar, encoding, path);
}

/** The line in which OpenMetrics 1.0 tells when counting began. */
export function createdLine(
  run: Run,
  point: Pick<CounterPoint, 'createdAt' | 'timestamp'>,
  labels: () => string,
  path: () => string,
  encoding: Encoding,
): string {
  const { createdAt, timestamp } = point;
  if (createdAt === undefined || encoding.format === 'openmetrics-2.0') return '';
  if (!encoding.isOpenMetrics) {
    tellOnce(
      encoding,
      'created',
      () => `${path()}.createdAt`,
      'The text format has no time of creation: it is left out',
    );
    return '';
  }
  const start = lineStart(headOf(`${run.family.stem}_created`), labels());
  return `${start}${printSeconds(createdAt)}${printTime(timestamp, encoding)}\n`;
}

/** Tells once that times are left out, which is as it should be for a scrape. */
export function tellTime({ timestamp }: Point, path: () => string, encoding: Encoding): void {
  if (timestamp === undefined || encoding.hasTimestamps) return;
  const message = 'A scrape is of the present: times are left out without `timestamps`';
  tellOnce(encoding, 'timestamp', () => `${path()}.timestamp`, message);
}

export function numberWriter(run: Run, encoding: Encoding): Writer {
  const { points, reader, admit, pathOf, family } = run;
  const { reading } = reader;
  const isCounter = family.kind === 'counter';
  const isInfo = family.kind === 'info';
  let layout: Layout<LabelForm> | undefined;
  let pieces: readonly string[] = [];
  let isTimeTold = false;
  const known = new Map<Layout<LabelForm>, readonly string[]>();
  const usePieces = (wanted: Layout<LabelForm>): void => {
    layout = wanted;
    pieces = known.get(wanted) ?? linePieces(family.name, wanted.form);
    known.set(wanted, pieces);
  };
  return (from, to) => {
    let text = '';
    for (let position = from; position < to; position++) {
      const point = points[position] as CounterPoint;
      const value = isInfo ? 1 : point.value;
      if (isCounter && !(value >= 0)) {
        encoding.report.refuse(`${pathOf(position)}.value`, counterExpected);
        continue;
      }
      if (!admit(position)) continue;
      if (reading.layout !== layout) usePieces(reading.layout);
      const { values, isPlain } = reading;
      text += pieces[0] as string;
      for (let index = 0; index < values.length; index++) {
        const label = values[index] as string;
        text += isPlain ? label : escapeValue(label);
        text += pieces[index + 1] as string;
      }
      text += printValue(value);
      const isShort = point.createdAt === undefined && point.exemplar === undefined;
      if (isShort && (isTimeTold || point.timestamp === undefined)) {
        text += '\n';
        continue;
      }
      isTimeTold = !encoding.hasTimestamps;
      const path = (): string => pathOf(position);
      text += `${lineRest(point, path, encoding)}\n`;
      text += createdLine(run, point, () => printLabels(reader), path, encoding);
      tellTime(point, path, encoding);
    }
    return text;
  };
}

export function statesetWriter(run: Run, encoding: Encoding): Writer {
  const { points, reader, admit, pathOf, family } = run;
  const head = headOf(family.name);
  return (from, to) => {
    let text = '';
    for (let position = from; position < to; position++) {
      const point = points[position] as StatesetPoint;
      const states = Object.entries(point.states);
      if (states.length === 0) {
        encoding.report.refuse(`${pathOf(position)}.states`, 'at least one state');
        continue;
      }
      if (!admit(position)) continue;
      const labels = printLabels(reader);
      for (const [state, isOn] of states) {
        const start = lineStart(head, withLabel(labels, family.name, state.toWellFormed()));
        text += `${start}${isOn ? 1 : 0}${printTime(point.timestamp, encoding)}\n`;
      }
      tellTime(point, () => pathOf(position), encoding);
    }
    return text;
  };
}
