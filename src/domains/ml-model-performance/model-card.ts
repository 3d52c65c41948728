/**
 * Model cards as Hugging Face reads them: a model index in YAML, and Markdown below it.
 * https://huggingface.co/docs/hub/model-cards#evaluation-results
 */
import { keyOf, knownMetric } from './catalog.js';
import type { MLModelPerformanceInput, MLTask } from './input.js';

/** Tasks as the hub names them. */
const hubTasks: Readonly<Record<MLTask, string>> = {
  binary: 'tabular-classification',
  multiclass: 'tabular-classification',
  multilabel: 'tabular-classification',
  regression: 'tabular-regression',
  ranking: 'text-ranking',
  forecast: 'time-series-forecasting',
  asr: 'automatic-speech-recognition',
  generation: 'text-generation',
};

/** Metrics as the hub names them, where its names are others. */
const hubMetrics: Readonly<Record<string, string>> = {
  rocAuc: 'roc_auc',
  averagePrecision: 'average_precision',
  mcc: 'matthews_correlation',
  r2: 'r_squared',
  brier: 'brier_score',
};

/** Not printable by YAML 1.2 section 5.1, or a line end to some parsers; JSON leaves them as they are. */
const unprintable = /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g;

/** A JSON text is a double-quoted scalar of YAML 1.2, which no content can end or continue. */
const scalar = (value: string): string =>
  JSON.stringify(value).replace(unprintable, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** Exponents need a dot for parsers of YAML 1.1, which read `1e-7` as a text. */
function number(value: number): string {
  const text = JSON.stringify(value);
  return text.includes('e') && !text.includes('.') ? text.replace('e', '.0e') : text;
}

function metricLines({ name, value, slice }: MLModelPerformanceInput['metrics'][number]): string[] {
  const type = knownMetric(name)?.average === undefined ? (hubMetrics[keyOf(name)] ?? keyOf(name)) : name;
  const title = slice === undefined ? name : `${name} (${slice})`;
  return [
    `          - type: ${scalar(type)}`,
    `            name: ${scalar(title)}`,
    `            value: ${number(value)}`,
  ];
}

/**
 * Writes the model index of a checked input as YAML, without `---`.
 *
 * @param options `task`: as the hub names it, where the default is not right
 */
export function toModelIndex(input: MLModelPerformanceInput, options: { readonly task?: string } = {}): string {
  const { model, dataset, task, metrics } = input;
  const lines = [
    'model-index:',
    `  - name: ${scalar(model.name)}`,
    '    results:',
    '      - task:',
    `          type: ${scalar(options.task ?? hubTasks[task])}`,
    '        dataset:',
    `          name: ${scalar(dataset.name)}`,
    `          type: ${scalar(dataset.name)}`,
    ...(dataset.split === undefined ? [] : [`          split: ${scalar(dataset.split)}`]),
    ...(metrics.length === 0 ? ['        metrics: []'] : ['        metrics:', ...metrics.flatMap(metricLines)]),
  ];
  return `${lines.join('\n')}\n`;
}

/**
 * Writes a model card: the index, and below it a text, mostly the report as Markdown.
 *
 * @param body Markdown, as the formatter of `channel-formatters/markdown` makes it of a report
 * @example
 * ```ts
 * import { en } from 'channel-formatters/locales/en';
 * import { MarkdownFormatter } from 'channel-formatters/markdown';
 * import { MLModelPerformanceFormatter, toModelCard } from 'channel-formatters/ml-model-performance';
 *
 * const tenant = { tenantId: 'label_42', locales: [en] };
 * const input = {
 *   model: { name: 'genre-tagger', version: '2.4.0' },
 *   task: 'binary' as const,
 *   dataset: { name: 'held-out-2026' },
 *   metrics: [{ name: 'f1', value: 0.82 }],
 * };
 * const report = new MLModelPerformanceFormatter(tenant).format(input).payload;
 * const card = toModelCard(input, new MarkdownFormatter(tenant).format(report.document).payload.markdown);
 * console.log(card);
 * ```
 */
export function toModelCard(
  input: MLModelPerformanceInput,
  body: string,
  options: { readonly task?: string } = {},
): string {
  return `---\n${toModelIndex(input, options)}---\n\n${body.trimEnd()}\n`;
}
