/** What follows from a confusion matrix: sums, figures of each class and their averages, the pair that is mixed up most. */
import type { Average } from './catalog.js';
import type { MLConfusion } from './input.js';

/** Figures of a class; what divides by nothing is absent. */
export type ClassFigures = {
  readonly label: string;
  readonly hits: number;
  /** How many there are. */
  readonly support: number;
  /** How many were predicted. */
  readonly predicted: number;
  readonly precision?: number;
  readonly recall?: number;
  readonly f1?: number;
};

/** A matrix and its sums. */
export type MatrixFacts = {
  readonly labels: readonly string[];
  readonly matrix: readonly (readonly number[])[];
  readonly total: number;
  readonly hits: number;
  readonly classes: readonly ClassFigures[];
};

function classFigures(label: string, hits: number, support: number, predicted: number): ClassFigures {
  return {
    label,
    hits,
    support,
    predicted,
    ...(predicted > 0 && { precision: hits / predicted }),
    ...(support > 0 && { recall: hits / support }),
    ...(support + predicted > 0 && { f1: (2 * hits) / (support + predicted) }),
  };
}

/** Adds up a matrix. */
export function matrixFacts({ labels, matrix }: MLConfusion): MatrixFacts {
  const support = new Array<number>(labels.length).fill(0);
  const predicted = new Array<number>(labels.length).fill(0);
  let total = 0;
  let hits = 0;
  for (const [row, counts] of matrix.entries()) {
    for (const [column, count] of counts.entries()) {
      support[row] = (support[row] ?? 0) + count;
      predicted[column] = (predicted[column] ?? 0) + count;
      total += count;
      if (row === column) hits += count;
    }
  }
  const classes = labels.map((label, index) =>
    classFigures(label, matrix[index]?.[index] ?? 0, support[index] ?? 0, predicted[index] ?? 0),
  );
  return { labels, matrix, total, hits, classes };
}

type PerClass = 'precision' | 'recall' | 'f1';

const isPerClass = (key: string): key is PerClass => key === 'precision' || key === 'recall' || key === 'f1';

/** Undefined figures count as 0, as they do in scikit-learn. */
function macro(classes: readonly ClassFigures[], key: PerClass): number {
  return classes.reduce((sum, figures) => sum + (figures[key] ?? 0), 0) / classes.length;
}

function weighted({ classes, total }: MatrixFacts, key: PerClass): number {
  return classes.reduce((sum, figures) => sum + (figures[key] ?? 0) * figures.support, 0) / total;
}

/** What is there by chance: products of both margins. */
const chance = ({ classes }: MatrixFacts): number =>
  classes.reduce((sum, { support, predicted }) => sum + support * predicted, 0);

/** Cohen's kappa; `undefined` where chance alone explains all. */
function kappa(facts: MatrixFacts): number | undefined {
  const { total, hits } = facts;
  const expected = chance(facts) / total ** 2;
  return expected === 1 ? undefined : (hits / total - expected) / (1 - expected);
}

/** Matthews's correlation for any number of classes (J. Gorodkin, 2004), 0 where one side has a single class. */
function matthews(facts: MatrixFacts): number {
  const { total, hits, classes } = facts;
  const square = (key: 'support' | 'predicted'): number => classes.reduce((sum, each) => sum + each[key] ** 2, 0);
  const spread = Math.sqrt(Math.max(0, (total ** 2 - square('predicted')) * (total ** 2 - square('support'))));
  return spread === 0 ? 0 : (hits * total - chance(facts)) / spread;
}

function balancedAccuracy({ classes }: MatrixFacts): number {
  const known = classes.flatMap(({ recall }) => recall ?? []);
  return known.reduce((sum, recall) => sum + recall, 0) / known.length;
}

/** What metrics of the whole matrix are. */
const whole: Readonly<Record<string, (facts: MatrixFacts) => number | undefined>> = {
  accuracy: ({ hits, total }) => hits / total,
  balancedAccuracy,
  kappa,
  mcc: matthews,
};

function averaged(facts: MatrixFacts, key: PerClass, average: Average): readonly number[] {
  if (average === 'macro') return [macro(facts.classes, key)];
  if (average === 'weighted') return [weighted(facts, key)];
  // Over all classes, every miss of one is a false alarm of another.
  return average === 'micro' ? [facts.hits / facts.total] : [];
}

/**
 * What a metric can be by the matrix: one value, or several where its name does not say of what it is. `precision` of two classes
 * may be of either or an average. None for metrics that do not follow from a matrix.
 */
export function candidatesOf(facts: MatrixFacts, key: string, average: Average | undefined): readonly number[] {
  if (facts.total === 0) return [];
  const ofWhole = Object.hasOwn(whole, key) ? whole[key]?.(facts) : undefined;
  if (ofWhole !== undefined) return [ofWhole];
  const isBinary = facts.classes.length === 2;
  if (key === 'specificity' && isBinary) return facts.classes.flatMap(({ recall }) => recall ?? 0);
  if (!isPerClass(key)) return [];
  if (average !== undefined) return averaged(facts, key, average);
  const averages = [macro(facts.classes, key), weighted(facts, key), facts.hits / facts.total];
  return isBinary ? [...facts.classes.map((figures) => figures[key] ?? 0), ...averages] : averages;
}

/** A cell off the diagonal. */
export type ConfusedPair = {
  readonly truth: number;
  readonly predicted: number;
  readonly count: number;
  readonly of: number;
};

/** The pairs that are mixed up, the most frequent first; equal ones as they stand. */
export function confusedPairs({ matrix, classes }: MatrixFacts): ConfusedPair[] {
  const pairs: ConfusedPair[] = [];
  for (const [truth, row] of matrix.entries()) {
    for (const [predicted, count] of row.entries()) {
      if (truth !== predicted && count > 0) {
        pairs.push({ truth, predicted, count, of: classes[truth]?.support ?? 0 });
      }
    }
  }
  return pairs.sort((a, b) => b.count - a.count);
}

/** The class that most observations are of, the first of equal ones. */
export function majorityOf({ classes }: MatrixFacts): number {
  let best = 0;
  for (const [index, { support }] of classes.entries()) if (support > (classes[best]?.support ?? 0)) best = index;
  return best;
}
