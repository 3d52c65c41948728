/**
 * Runs and evaluations of MLflow: a dictionary of metrics, a run as the REST API or `to_dictionary()` gives it, or the history of
 * a metric. https://mlflow.org/docs/latest/rest-api.html#run
 */
import type { MLGate, MLMetric, MLModelPerformanceInput, MLTask } from '../domains/ml-model-performance/input.js';
import type { Diagnostic } from '../kernel/diagnostics.js';
import { InputInvalidError } from '../kernel/errors.js';
import { addMetric, dropped, isRecord, type ModelFacts, numberOf, textOf } from './shared/model-metrics.js';

export type { ModelFacts } from './shared/model-metrics.js';

/** What a run does not say and its caller knows. */
export type MlflowFacts = ModelFacts & {
  /** @default what the metrics are typical of */
  readonly task?: MLTask;
  /** As `greater_is_better` of an evaluation metric. */
  readonly greaterIsBetter?: Readonly<Record<string, boolean>>;
};

type Fields = Readonly<Record<string, unknown>>;

const id = 'sources/mlflow';

/** The names under which evaluations say how many observations there are. */
const countNames: ReadonlySet<string> = new Set(['example_count', 'n_samples']);

/** JSON of protocol buffers has 64-bit integers as texts. */
const order = (value: unknown): number => (typeof value === 'string' ? Number(value) : (numberOf(value) ?? 0));

type Logged = {
  readonly name: string;
  readonly value: unknown;
  readonly step: number;
  readonly time: number;
  readonly path: string;
  readonly isGreaterBetter?: boolean;
};

const greaterOf = (value: unknown) => (typeof value === 'boolean' ? { isGreaterBetter: value } : {});

/** Rows of a list: `{ key, value, timestamp, step }` of runs, `{ name, value, greater_is_better }` of evaluations. */
function listed(rows: readonly unknown[], path: string): Logged[] {
  return rows.flatMap((row, index): Logged[] => {
    const name = isRecord(row) ? (textOf(row['key']) ?? textOf(row['name'])) : undefined;
    if (!isRecord(row) || name === undefined) return [];
    const { step, timestamp, value } = row;
    const greater = greaterOf(row['greater_is_better']);
    return [{ name, value, step: order(step), time: order(timestamp), path: `${path}.${index}.value`, ...greater }];
  });
}

/** A value of a dictionary is a number, or all that was logged of it. */
function named(metrics: Fields, path: string): Logged[] {
  return Object.entries(metrics).flatMap(([name, value]): Logged[] => {
    const at = `${path}.${name}`;
    if (!Array.isArray(value)) return [{ name, value, step: 0, time: 0, path: at }];
    return value.map((entry: unknown, index): Logged => {
      const own = `${at}.${index}`;
      if (!isRecord(entry)) return { name, value: entry, step: index, time: 0, path: own };
      const { step, timestamp, value: logged } = entry;
      return { name, value: logged, step: order(step), time: order(timestamp), path: `${own}.value` };
    });
  });
}

/** The last value of each metric, and how many came before: they are the training, and no version before. */
function latest(logged: readonly Logged[], diagnostics: Diagnostic[]): Logged[] {
  const last = new Map<string, Logged>();
  for (const entry of logged) {
    const known = last.get(entry.name);
    const isLater =
      known === undefined || entry.step > known.step || (entry.step === known.step && entry.time >= known.time);
    if (isLater) last.set(entry.name, entry);
  }
  const earlier = logged.length - last.size;
  if (earlier > 0) {
    diagnostics.push({
      code: 'dropped',
      severity: 'info',
      path: 'metrics',
      message: 'Of metrics that were logged several times, the last value is reported',
      actual: earlier,
      unit: 'item',
    });
  }
  return [...last.values()];
}

/** Values that doubles of protocol buffers have in JSON. */
const isNotFinite = (value: unknown): boolean => value === 'NaN' || value === 'Infinity' || value === '-Infinity';

/** What a run consists of, wherever its metrics stand. */
type Run = { readonly logged: readonly Logged[]; readonly info: Fields; readonly tags: Fields; readonly top: Fields };

/** Tags and parameters are dictionaries, or lists of key and value. */
function pairsOf(value: unknown): Fields {
  if (isRecord(value)) return value;
  if (!Array.isArray(value)) return {};
  return Object.fromEntries(
    value.flatMap((row: unknown) =>
      isRecord(row) && typeof row['key'] === 'string' ? [[row['key'], row['value']]] : [],
    ),
  );
}

const isBare = (fields: Fields): boolean =>
  Object.values(fields).every((value) => typeof value === 'number' || value === null || isNotFinite(value));

function runOf(input: Fields): Run | undefined {
  const top = isRecord(input['run']) ? input['run'] : input;
  const data = isRecord(top['data']) ? top['data'] : top;
  const info = isRecord(top['info']) ? top['info'] : {};
  const prefix = `${top === input ? '' : 'run.'}${data === top ? '' : 'data.'}metrics`;
  const { metrics } = data;
  const tags = pairsOf(data['tags']);
  if (Array.isArray(metrics)) return { logged: listed(metrics, prefix), info, tags, top };
  if (isRecord(metrics)) return { logged: named(metrics, prefix), info, tags, top };
  if (!isBare(input) || Object.keys(input).length === 0) return undefined;
  const logged = Object.entries(input).map(([name, value]) => ({ name, value, step: 0, time: 0, path: name }));
  return { logged, info: {}, tags: {}, top: {} };
}

const classNames = /^(?:accuracy|precision|recall|f1|roc_auc|log_loss|precision_recall_auc)/;
const regressionNames = /^(?:r2|mean_(?:absolute|squared)|root_mean|max_error|sum_on_target|mean_on_target)/;

function taskOf(metrics: readonly MLMetric[]): MLTask {
  const has = (pattern: RegExp): boolean => metrics.some(({ name }) => pattern.test(name));
  if (has(/^(?:ndcg_at|precision_at|recall_at)/)) return 'ranking';
  if (has(/(?:^|\/)(?:rouge|toxicity|flesch)/)) return 'generation';
  if (has(regressionNames)) return 'regression';
  if (!has(classNames)) return 'generation';
  // Evaluations of two classes count right and wrong answers of the positive one.
  return has(/^true_positives$/) ? 'binary' : 'multiclass';
}

/** Thresholds of a validation: `{ accuracy_score: { threshold: 0.8, greater_is_better: true } }`. */
function gatesOf(value: unknown, diagnostics: Diagnostic[]): MLGate[] {
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([metric, row]): MLGate[] => {
    const limit = isRecord(row) ? numberOf(row['threshold']) : undefined;
    const isHigher = isRecord(row) ? row['greater_is_better'] : undefined;
    if (limit === undefined || typeof isHigher !== 'boolean') {
      dropped(diagnostics, `thresholds.${metric}`, 'A threshold was left out, expected a number and its direction');
      return [];
    }
    return [{ name: metric, metric, op: isHigher ? '>=' : '<=', limit }];
  });
}

function read(run: Run, facts: MlflowFacts, diagnostics: Diagnostic[]) {
  const metrics: MLMetric[] = [];
  let n: number | undefined;
  for (const { name, value, path, isGreaterBetter } of latest(run.logged, diagnostics)) {
    if (countNames.has(name) && Number.isSafeInteger(value)) {
      n = Number(value);
      continue;
    }
    const before = metrics.length;
    addMetric(metrics, name, isNotFinite(value) ? null : value, path, diagnostics);
    const added = metrics.length > before ? metrics.at(-1) : undefined;
    const { greaterIsBetter = {} } = facts;
    const isHigher = Object.hasOwn(greaterIsBetter, name) ? greaterIsBetter[name] : isGreaterBetter;
    if (added !== undefined && isHigher !== undefined) added.polarity = isHigher ? 'higher' : 'lower';
  }
  return { metrics, n };
}

function modelOf({ info, tags, top }: Run): MLModelPerformanceInput['model'] {
  const name =
    textOf(top['model_name']) ?? textOf(info['run_name']) ?? textOf(tags['mlflow.runName']) ?? textOf(info['run_id']);
  const version = top['model_version'] ?? tags['mlflow.modelVersion'];
  const text = typeof version === 'number' ? String(version) : textOf(version);
  const endedAt = order(info['end_time']);
  return {
    name: name ?? 'MLflow',
    ...(text !== undefined && { version: text }),
    ...(endedAt > 0 && Number.isSafeInteger(endedAt) && { trainedAt: endedAt }),
  };
}

/**
 * Reads what MLflow knows of a run: `{ accuracy_score, f1_score, roc_auc, example_count }`, the answer of `runs/get`,
 * `run.to_dictionary()`, or the answer of `metrics/get-history`. `thresholds` beside it become gates.
 *
 * @param facts what the run does not say
 * @param diagnostics receives metrics that are no numbers (`null` or `"NaN"`), and how many earlier values there were
 * @throws InputInvalidError when the value holds no metrics
 * @example
 * ```ts
 * import { fromMlflow } from 'channel-formatters/sources/mlflow';
 *
 * const input = fromMlflow(
 *   { accuracy_score: 0.86, f1_score: 0.82, roc_auc: 0.91, example_count: 1200 },
 *   { model: { name: 'genre-tagger', version: '7' }, dataset: { name: 'held-out' } },
 * );
 * console.log(input.dataset.n);
 * ```
 */
export function fromMlflow(
  input: unknown,
  facts: MlflowFacts = {},
  diagnostics: Diagnostic[] = [],
): MLModelPerformanceInput {
  const run = isRecord(input) ? runOf(input) : undefined;
  if (run === undefined || !isRecord(input) || run.logged.length === 0) {
    const expected = 'metrics by name, a run, or the history of metrics';
    throw new InputInvalidError(id, [{ path: '', message: `expected ${expected}`, expected }]);
  }
  const { metrics, n: counted } = read(run, facts, diagnostics);
  const n = facts.dataset?.n ?? counted;
  const gates = gatesOf(input['thresholds'], diagnostics);
  return {
    model: facts.model === undefined ? modelOf(run) : { ...facts.model },
    task: facts.task ?? taskOf(metrics),
    dataset: { name: 'MLflow', ...facts.dataset, ...(n !== undefined && { n }) },
    metrics,
    ...(gates.length > 0 && { gates }),
  };
}
