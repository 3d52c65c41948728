/** Gates for programs: as JSON, and as the XML that CI servers read. */
import { toTimestamp } from '../../kernel/timestamp.js';
import { escapeWith, xmlEscapes } from '../../sanitize/escape.js';
import { cleanText } from '../../sanitize/text.js';
import { type GateResult, type GateStatus, gateResults, gateVerdict } from './gates.js';
import type { MLGateOp, MLModelPerformanceInput } from './input.js';

/** A gate and what came of it. `value` is absent where the metric is. */
export type GateReportRow = {
  name: string;
  metric: string;
  op: MLGateOp;
  limit: number;
  value?: number;
  status: GateStatus;
};

export type GateReport = {
  model: string;
  version?: string;
  dataset: string;
  /**
   * `failed` where a gate is missed; `unknown` where one has no metric, or one that contradicts the confusion matrix, or there is no
   * gate: only `passed` is a pass.
   */
  verdict: GateStatus;
  gates: GateReportRow[];
};

const rowOf = ({ gate, status, measure }: GateResult): GateReportRow => ({
  name: gate.name,
  metric: gate.metric,
  op: gate.op,
  limit: gate.limit,
  ...(measure !== undefined && { value: measure.value }),
  status,
});

/**
 * Evaluates the gates of a checked input.
 *
 * @example
 * ```ts
 * import { toGateReport } from 'channel-formatters/ml-model-performance';
 *
 * const report = toGateReport({
 *   model: { name: 'genre-tagger' },
 *   task: 'binary',
 *   dataset: { name: 'held-out-2026' },
 *   metrics: [{ name: 'f1', value: 0.82 }],
 *   gates: [{ name: 'release', metric: 'f1', op: '>=', limit: 0.85 }],
 * });
 * if (report.verdict !== 'passed') process.exitCode = 1;
 * ```
 */
export function toGateReport(input: MLModelPerformanceInput): GateReport {
  const results = gateResults(input);
  const { model, dataset } = input;
  return {
    model: model.name,
    ...(model.version !== undefined && { version: model.version }),
    dataset: dataset.name,
    verdict: gateVerdict(results) ?? 'unknown',
    gates: results.map(rowOf),
  };
}

/** A text in an attribute: without characters that XML 1.0 has no place for, and with its line ends. */
const attribute = (raw: string): string =>
  escapeWith(xmlEscapes, cleanText(raw)).replace(/[\n\t]/g, (char) => (char === '\n' ? '&#10;' : '&#9;'));

function testCase(suite: string, { name, metric, op, limit, value, status }: GateReportRow): string {
  const open = `    <testcase classname="${attribute(suite)}" name="${attribute(name)}"`;
  if (status === 'passed') return `${open}/>`;
  if (status === 'unknown') {
    // Skipped tests pass a build, and what cannot be told must not.
    const why = value === undefined ? `There is no metric ${metric}` : `${metric} contradicts the confusion matrix`;
    const type = value === undefined ? 'missing' : 'contradicted';
    return `${open}>\n      <error type="${type}" message="${attribute(why)}"/>\n    </testcase>`;
  }
  const message = attribute(`${metric} is ${value}, expected ${op} ${limit}`);
  return `${open}>\n      <failure type="gate" message="${message}"/>\n    </testcase>`;
}

/**
 * Writes the gates as a JUnit report: a missed gate is a failure, a gate without its metric an error.
 *
 * @param options `evaluatedAt`: epoch milliseconds for the attribute `timestamp`
 */
export function toJUnit(input: MLModelPerformanceInput, options: { readonly evaluatedAt?: number } = {}): string {
  const { model, version, dataset, gates } = toGateReport(input);
  const suite = version === undefined ? model : `${model} ${version}`;
  const count = (status: GateStatus): number => gates.filter((gate) => gate.status === status).length;
  const totals = `tests="${gates.length}" failures="${count('failed')}" errors="${count('unknown')}"`;
  const { evaluatedAt } = options;
  const time = evaluatedAt === undefined ? '' : ` timestamp="${toTimestamp(evaluatedAt)}"`;
  const properties = `    <properties>\n      <property name="dataset" value="${attribute(dataset)}"/>\n    </properties>`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites ${totals}>`,
    `  <testsuite name="${attribute(suite)}" ${totals}${time}>`,
    properties,
    ...gates.map((gate) => testCase(suite, gate)),
    '  </testsuite>',
    '</testsuites>',
    '',
  ].join('\n');
}
