/**
 * Checks a batch in place: the kinds of values, and that no member is unknown. zod per point would cost more than writing it.
 * What values mean (a negative counter, a bucket out of order) is checked point by point where formats are written, so that
 * one of them does not cost the rest.
 */

import type { RawIssue } from '../kernel/issues.js';
import type { Schema } from '../kernel/schema.js';
import type { MetricBatch, MetricKind } from './model.js';

/** Where the check is, and what it found. One for a whole batch: paths are copied only where something is wrong. */
type Walk = { readonly path: (string | number)[]; readonly issues: RawIssue[] };
type Check = (value: unknown, walk: Walk) => void;
type Shape = { readonly members: Readonly<Record<string, Check>>; readonly required: readonly string[] };

/** One batch tells of so much at most: of a million wrong points nobody reads the rest. */
const maxIssues = 100;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function report({ path, issues }: Walk, expected: string, ...below: string[]): void {
  if (issues.length < maxIssues) issues.push({ code: 'custom', message: expected, path: [...path, ...below] });
}

const kind =
  (expected: string, accepts: (value: unknown) => boolean): Check =>
  (value, walk) => {
    if (!accepts(value)) report(walk, expected);
  };

const text = kind('string', (value) => typeof value === 'string');
const name = kind('at least one character', (value) => typeof value === 'string' && value !== '');
const number = kind('number', (value) => typeof value === 'number');
const value = kind('number or bigint', (given) => typeof given === 'number' || typeof given === 'bigint');
/** ECMA-262 section 21.4.1.1: the range of a time value. */
const isTime = (given: unknown): boolean =>
  typeof given === 'number' && Number.isInteger(given) && Math.abs(given) <= 8.64e15;
const time = kind('whole epoch milliseconds', isTime);

const recordOf =
  (type: 'string' | 'boolean'): Check =>
  (given, walk) => {
    if (!isRecord(given)) return report(walk, 'an object');
    for (const key of Object.keys(given)) if (typeof given[key] !== type) report(walk, type, key);
  };

const attributes = recordOf('string');

/**
 * Accepts the points that most batches consist of, in a tenth of the time; what it does not accept is looked at again. Members
 * are read where they are found, and inherited ones are refused as unknown.
 */
function isPlainPoint(given: unknown): boolean {
  if (!isRecord(given)) return false;
  let hasValue = false;
  for (const key in given) {
    const member = given[key];
    if (key === 'attributes') {
      if (!isRecord(member)) return false;
      for (const each in member) if (typeof member[each] !== 'string') return false;
    } else if (key === 'value') {
      if (typeof member !== 'number' && typeof member !== 'bigint') return false;
      hasValue = true;
    } else if (key !== 'timestamp' || !isTime(member)) return false;
  }
  return hasValue;
}

const unlessPlain =
  (check: Check): Check =>
  (given, walk) => {
    if (!isPlainPoint(given)) check(given, walk);
  };

const list =
  (item: Check): Check =>
  (given, walk) => {
    if (!Array.isArray(given)) return report(walk, 'array');
    const { path } = walk;
    const depth = path.length;
    for (let index = 0; index < given.length; index++) {
      path[depth] = index;
      item(given[index], walk);
    }
    path.length = depth;
  };

function checkShape(given: unknown, { members, required }: Shape, walk: Walk): void {
  if (!isRecord(given)) {
    report(walk, 'an object');
    return;
  }
  const { path } = walk;
  const depth = path.length;
  for (const key of Object.keys(given)) {
    const check = Object.hasOwn(members, key) ? members[key] : undefined;
    if (check === undefined) report(walk, 'only known members', key);
    else if (given[key] !== undefined) {
      path[depth] = key;
      check(given[key], walk);
      path.length = depth;
    }
  }
  for (const key of required) if (given[key] === undefined) report(walk, 'a value', key);
}

function shape(required: Readonly<Record<string, Check>>, optional: Readonly<Record<string, Check>> = {}): Check {
  const prepared: Shape = { members: { ...required, ...optional }, required: Object.keys(required) };
  return (given, walk) => checkShape(given, prepared, walk);
}

const ignored: Check = () => {};

const schemaNumber = kind(
  'a whole number from -4 to 8',
  (given) => Number.isInteger(given) && Number(given) >= -4 && Number(given) <= 8,
);
const whole = kind('a whole number', (given) => Number.isSafeInteger(given));

function createBatchCheck(): Check {
  const exemplar = shape({ value: number }, { attributes, timestamp: time });
  const base = { attributes, timestamp: time };
  const accumulated = { ...base, createdAt: time };
  const side = shape({ spans: list(shape({ offset: whole, length: whole })), counts: list(value) });
  const native = shape(
    { schema: schemaNumber, zeroThreshold: number, zeroCount: value },
    { positive: side, negative: side },
  );
  const bucket = shape({ le: number, count: value }, { exemplar });
  const points: Readonly<Record<MetricKind, Check>> = {
    counter: list(unlessPlain(shape({ value }, { ...accumulated, exemplar }))),
    gauge: list(unlessPlain(shape({ value }, base))),
    histogram: list(shape({ count: value }, { ...accumulated, sum: number, buckets: list(bucket), native })),
    summary: list(
      shape({ count: value, sum: number, quantiles: list(shape({ quantile: number, value: number })) }, accumulated),
    ),
    info: list(shape({}, base)),
    stateset: list(shape({ states: recordOf('boolean') }, base)),
  };
  const kinds = Object.keys(points);
  const kindName = kind(`one of ${kinds.map((each) => `\`${each}\``).join(', ')}`, (given) =>
    kinds.includes(given as string),
  );
  const metrics = Object.fromEntries(
    Object.entries(points).map(([each, check]) => [
      each,
      shape({ kind: kindName, name, points: check }, { unit: text, help: text }),
    ]),
  );
  const unknownKind = shape({ kind: kindName }, { name: ignored, points: ignored, unit: ignored, help: ignored });
  const metric: Check = (given, walk) => {
    const own = isRecord(given) && typeof given.kind === 'string' && Object.hasOwn(metrics, given.kind);
    (own ? (metrics[given.kind as string] ?? unknownKind) : unknownKind)(given, walk);
  };
  return shape({ metrics: list(metric) }, { resource: attributes });
}

const checkBatch = /* @__PURE__ */ createBatchCheck();

/** Accepts a batch; what it returns is what it was given, not a copy. */
export const metricBatchSchema: Schema<MetricBatch> = {
  safeParse: (given) => {
    const walk: Walk = { path: [], issues: [] };
    checkBatch(given, walk);
    return walk.issues.length === 0
      ? { success: true, data: given as MetricBatch }
      : { success: false, error: { issues: walk.issues } };
  },
};
