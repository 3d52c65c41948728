/** Points with numbers and states as documents. */
import type { CounterPoint, StatesetPoint } from '../../metric/model.js';
import { counterExpected } from '../../metric/rules.js';
import { writeDistributions } from './distributions.js';
import { exemplarMessage, type Run } from './run.js';
import { numberExpected, printNumber } from './values.js';

/** Writes the points of a run from one position up to another. */
type Writer = (run: Run, from: number, to: number) => void;

const nameIn = ({ metric }: Run): string => JSON.stringify(metric.name);

const writeNumbers: Writer = (run, from, to) => {
  const { metric, settings, admit, opening, write, tellOnce } = run;
  const { points, pathOf, kind, type } = metric;
  const open = opening(`${nameIn(run)}:`);
  for (let position = from; position < to; position++) {
    const point = points[position] as CounterPoint;
    const value = kind === 'info' ? 1n : point.value;
    const text = printNumber(value, type);
    if (text === undefined || (kind === 'counter' && !(value >= 0))) {
      const expected = text === undefined ? numberExpected[type] : counterExpected;
      settings.report.refuse(`${pathOf(position)}.value`, expected);
      continue;
    }
    const time = admit(position);
    if (time === undefined) continue;
    if (value === 0 && Object.is(value, -0))
      tellOnce('normalized', position, 'value', 'Zero is written without a sign');
    if (point.exemplar !== undefined) tellOnce('dropped', position, 'exemplar', exemplarMessage);
    write(position, time, open, text);
  }
};

/** One document for each state, with a label of its own. */
const writeStates: Writer = (run, from, to) => {
  const { metric, settings, reader, admit, opening, write } = run;
  const { points, pathOf } = metric;
  const open = opening(`${nameIn(run)}:`);
  for (let position = from; position < to; position++) {
    const { states, attributes } = points[position] as StatesetPoint;
    const time = admit(position);
    if (time === undefined) continue;
    const names = Object.keys(states);
    if (names.length === 0) settings.report.refuse(`${pathOf(position)}.states`, 'at least one state');
    for (const state of names) {
      if (state === '' || !state.isWellFormed()) {
        settings.report.refuse(`${pathOf(position)}.states`, 'names of states, without halves of surrogate pairs');
        continue;
      }
      reader.read({ ...attributes, '\0state': state });
      write(position, time, open, states[state] ? '1' : '0');
    }
  }
};

/** The writer of each kind of metric. */
export const writers: Readonly<Record<Run['metric']['kind'], Writer>> = {
  counter: writeNumbers,
  gauge: writeNumbers,
  info: writeNumbers,
  stateset: writeStates,
  histogram: writeDistributions,
  summary: writeDistributions,
};
