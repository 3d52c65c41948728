/** Sentences about accuracy and classes: how often a model is right, where it is weakest, what it mixes up. */
import type { Inline } from '../../document/nodes.js';
import type { ReportContext } from '../../report/context.js';
import { makeInsight } from '../../report/insight.js';
import type { Derivation, Insight } from '../../report/model.js';
import { minSample, wilson } from '../../report/statistics.js';
import { type Analysis, intervalOf } from './analysis.js';
import { keyOf } from './catalog.js';
import { confusedPairs, type MatrixFacts, majorityOf } from './confusion.js';
import { metricLabel } from './labels.js';
import { at, count, figure, labelled, named, points, proof, ratio, sum, text } from './proofs.js';

const share = (value: number): Inline => figure('ratio', value);

const matrixTotal = (): Derivation => sum('confusion.matrix.*.*');

/** The diagonal of a matrix. */
const matrixHits = ({ labels }: MatrixFacts): Derivation =>
  sum(...labels.map((_label, index) => `confusion.matrix.${index}.${index}`));

type Accuracy = {
  readonly value: number;
  readonly n: number;
  readonly interval: { readonly low: number; readonly high: number };
  readonly derivations: Readonly<Record<'value' | 'n' | 'low' | 'high', Derivation>>;
};

/** Accuracy with its interval and how all of it follows: as it is given, else of the matrix. */
export function accuracyOf(analysis: Analysis, contradicted: ReadonlySet<string>): Accuracy | undefined {
  const { input, matrix, n } = analysis;
  if (contradicted.has('confusion') || contradicted.has('perClass')) return undefined;
  const index = input.metrics.findIndex(({ name, slice }) => slice === undefined && keyOf(name) === 'accuracy');
  const metric = input.metrics[index];
  if (contradicted.has(`metrics.${index}`)) return undefined;
  const isSingle = input.task === 'binary' || input.task === 'multiclass';
  if (!isSingle) return undefined;
  const hits = matrix === undefined ? undefined : matrixHits(matrix);
  if (metric === undefined) {
    const interval = matrix === undefined ? undefined : wilson(matrix.hits, matrix.total);
    if (matrix === undefined || hits === undefined || interval === undefined) return undefined;
    const from = [hits, matrixTotal()];
    return {
      value: matrix.hits / matrix.total,
      n: matrix.total,
      interval,
      derivations: {
        value: ratio(hits, matrixTotal()),
        n: matrixTotal(),
        low: { op: 'wilsonLow', from },
        high: { op: 'wilsonHigh', from },
      },
    };
  }
  const interval = intervalOf(analysis, metric, true);
  const size = metric.n ?? n;
  if (interval === undefined || size === undefined) return undefined;
  const path = `metrics.${index}`;
  const sizeDerivation =
    metric.n !== undefined
      ? at(`${path}.n`)
      : input.dataset.n !== undefined
        ? at('dataset.n')
        : matrix !== undefined
          ? matrixTotal()
          : sum('perClass.*.support');
  const trials: Derivation[] =
    hits !== undefined
      ? [hits, matrixTotal()]
      : [{ op: 'product', from: [`${path}.value`, sizeDerivation] }, sizeDerivation];
  const hasOwn = metric.ci !== undefined;
  return {
    value: metric.value,
    n: size,
    interval,
    derivations: {
      value: at(`${path}.value`),
      n: sizeDerivation,
      low: hasOwn ? at(`${path}.ci.low`) : { op: 'wilsonLow', from: trials },
      high: hasOwn ? at(`${path}.ci.high`) : { op: 'wilsonHigh', from: trials },
    },
  };
}

/** Says how often the model is right, with the interval and the number of observations. */
function accuracyInsight(context: ReportContext, accuracy: Accuracy): Insight {
  const { value, n, interval, derivations } = accuracy;
  return makeInsight(context, 'insight.accuracy', {
    params: { value: share(value), low: share(interval.low), high: share(interval.high), n: count(n) },
    evidence: (['value', 'low', 'high', 'n'] as const).map((param) => proof(param, derivations[param])),
  });
}

/** Compares with always naming the class that is most frequent: where the interval holds that share, nothing was learned. */
function majorityInsight(context: ReportContext, matrix: MatrixFacts, accuracy: Accuracy): Insight | undefined {
  const index = majorityOf(matrix);
  const figures = matrix.classes[index];
  if (figures === undefined) return undefined;
  const base = figures.support / matrix.total;
  const { value, interval, derivations } = accuracy;
  const followed = ratio(sum(`confusion.matrix.${index}.*`), matrixTotal());
  const isBetter = interval.low > base;
  const delta = (value - base) * 100;
  return makeInsight(context, isBetter ? 'insight.aboveMajority' : 'insight.notAboveMajority', {
    severity: isBetter ? 'info' : 'warning',
    params: {
      label: text(figures.label),
      value: share(value),
      base: share(base),
      ...(isBetter && { delta: { type: 'number', value: delta, maxFractionDigits: 1 } }),
    },
    evidence: [
      named('label', `confusion.labels.${index}`),
      proof('value', derivations.value),
      proof('base', followed),
      ...(isBetter ? [proof('delta', points(derivations.value, followed))] : []),
    ],
  });
}

type Weak = { readonly label: string; readonly f1: number; readonly support: number; readonly path: string };

/** Classes with enough observations, as the input or the matrix has their F1. */
function classesOf({ input, matrix }: Analysis, contradicted: ReadonlySet<string>): Weak[] {
  if (input.perClass !== undefined) {
    return input.perClass.flatMap(({ label, f1, support }, index) => {
      const path = `perClass.${index}`;
      return f1 === undefined || support < minSample || contradicted.has(path) ? [] : [{ label, f1, support, path }];
    });
  }
  return (matrix?.classes ?? []).flatMap(({ label, f1, support }, index) =>
    f1 === undefined || support < minSample ? [] : [{ label, f1, support, path: `confusion.labels.${index}` }],
  );
}

function weakProofs({ path }: Weak): Readonly<Record<'label' | 'f1' | 'support', Derivation>> {
  if (path.startsWith('perClass')) {
    return { label: { op: 'text', from: [`${path}.label`] }, f1: at(`${path}.f1`), support: at(`${path}.support`) };
  }
  const index = path.slice('confusion.labels.'.length);
  const hit = `confusion.matrix.${index}.${index}`;
  const row = `confusion.matrix.${index}.*`;
  const f1 = ratio(sum(hit, hit), sum(row, `confusion.matrix.*.${index}`));
  return { label: { op: 'text', from: [path] }, f1, support: sum(row) };
}

/** Names the class with the lowest F1 where it can be told from the others. */
function worstClassInsight(
  context: ReportContext,
  analysis: Analysis,
  contradicted: ReadonlySet<string>,
): Insight | undefined {
  const classes = classesOf(analysis, contradicted);
  const [first, ...rest] = classes;
  if (first === undefined || rest.length === 0) return undefined;
  const worst = rest.reduce((low, each) => (each.f1 < low.f1 ? each : low), first);
  if (classes.every(({ f1 }) => f1 === worst.f1)) return undefined;
  const proofs = weakProofs(worst);
  return makeInsight(context, 'insight.worstClass', {
    params: {
      label: text(worst.label),
      metric: text(metricLabel(context, 'f1')),
      value: share(worst.f1),
      support: count(worst.support),
    },
    evidence: [
      proof('label', proofs.label),
      labelled('metric', worst.path),
      proof('value', proofs.f1),
      proof('support', proofs.support),
    ],
  });
}

/** Names the cell off the diagonal with the most observations. Nothing for ties: neither is the most frequent. */
function confusedInsight(context: ReportContext, matrix: MatrixFacts): Insight | undefined {
  const [top, second] = confusedPairs(matrix);
  if (top === undefined || top.of < minSample || top.count === second?.count) return undefined;
  const { truth, predicted } = top;
  const cell = `confusion.matrix.${truth}.${predicted}`;
  const row = sum(`confusion.matrix.${truth}.*`);
  return makeInsight(context, 'insight.confusedPair', {
    params: {
      label: text(matrix.labels[truth] ?? ''),
      other: text(matrix.labels[predicted] ?? ''),
      count: count(top.count),
      total: count(top.of),
      share: share(top.count / top.of),
    },
    evidence: [
      named('label', `confusion.labels.${truth}`),
      named('other', `confusion.labels.${predicted}`),
      proof('count', at(cell)),
      proof('total', row),
      proof('share', ratio(at(cell), row)),
    ],
  });
}

/** What can be said of classes; nothing of fewer than 30 observations. */
export function classInsights(
  context: ReportContext,
  analysis: Analysis,
  contradicted: ReadonlySet<string>,
): Insight[] {
  const { input, matrix } = analysis;
  if (input.task === 'multilabel') return [];
  const accuracy = accuracyOf(analysis, contradicted);
  const isEnough = accuracy !== undefined && accuracy.n >= minSample;
  const sound = matrix === undefined || contradicted.has('confusion') ? undefined : matrix;
  const insights: readonly (Insight | undefined)[] = [
    isEnough ? accuracyInsight(context, accuracy) : undefined,
    worstClassInsight(context, analysis, contradicted),
    sound && confusedInsight(context, sound),
    sound && isEnough && sound.total >= minSample ? majorityInsight(context, sound, accuracy) : undefined,
  ];
  return insights.flatMap((insight) => insight ?? []);
}
