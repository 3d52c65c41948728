/** The text formats, family by family, in pieces of bounded size. */

import type { Family } from '../../metric/families.js';
import { compositeWriter } from './composites.js';
import { histogramWriter, summaryWriter } from './distributions.js';
import { createRun, type Encoding, type Run } from './encoding.js';
import { escapeValue } from './labels.js';
import { numberWriter, statesetWriter, type Writer } from './numbers.js';
import { quoteMetricName } from './samples.js';

/** How many points make a piece: some 100 kB of text. */
const pointsAtOnce = 512;

function writerOf(run: Run, encoding: Encoding): Writer {
  const { kind } = run.family;
  if (kind === 'stateset') return statesetWriter(run, encoding);
  if (kind !== 'histogram' && kind !== 'summary') return numberWriter(run, encoding);
  if (encoding.format === 'openmetrics-2.0') return compositeWriter(run, encoding);
  return kind === 'histogram' ? histogramWriter(run, encoding) : summaryWriter(run, encoding);
}

/** The text format escapes no quotes in help texts. */
const escapeHelp = (help: string): string => help.replace(/\\/g, '\\\\').replace(/\n/g, '\\n');

/** Neither of the kinds exists in the text format; their samples are gauges. */
const textTypes: Readonly<Record<string, string>> = { info: 'gauge', stateset: 'gauge' };

/** The lines before the samples of a family. */
function metadata({ kind, name, stem, unit, help }: Family, { format, isOpenMetrics }: Encoding): string {
  const shown = quoteMetricName(format === 'openmetrics' ? stem : name);
  const text = help?.toWellFormed();
  if (!isOpenMetrics) {
    const helpLine = text === undefined ? '' : `# HELP ${shown} ${escapeHelp(text)}\n`;
    return `${helpLine}# TYPE ${shown} ${textTypes[kind] ?? kind}\n`;
  }
  let lines = `# TYPE ${shown} ${kind}\n`;
  if (unit !== undefined) lines += `# UNIT ${shown} ${unit}\n`;
  if (text !== undefined) lines += `# HELP ${shown} ${escapeValue(text)}\n`;
  return lines;
}

/** Writes families as text. Nothing is held but the piece at hand and what tells series apart. */
export function* writeText(families: readonly Family[], encoding: Encoding): Generator<string> {
  for (const family of families) {
    const run = createRun(family, encoding);
    const write = writerOf(run, encoding);
    const { length } = run.points;
    let head = metadata(family, encoding);
    for (let from = 0; from < length; from += pointsAtOnce) {
      const samples = write(from, Math.min(length, from + pointsAtOnce));
      if (samples === '') continue;
      yield head + samples;
      head = '';
    }
  }
  if (encoding.isOpenMetrics) yield '# EOF\n';
}
