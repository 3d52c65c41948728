/** One line for a fact and for a key figure. */
import type { Fact, Inline, Kpi } from '../../document/nodes.js';
import { printDate, type SlackContext } from './context.js';
import { appendInline, flatText, printNumber } from './inline.js';
import { cleaned, isolated, isolatedOrMark, oneLine, orMark, own } from './leaf.js';
import { appendText, type Run } from './run.js';

/** How a figure moves. */
const arrows = { up: '▲', down: '▼', flat: '▬' } as const;

/** Prints the values that key figures hold. */
function printValue(context: SlackContext, inline: Inline): string {
  const { localizer } = context;
  if (inline.type === 'number') return printNumber(context, inline);
  if (inline.type === 'money') return localizer.money(inline.amount, inline.currency, inline.maxFractionDigits);
  if (inline.type === 'duration') return localizer.duration(inline.durationMs);
  if (inline.type === 'date') return printDate(context, inline);
  const { chars } = context;
  const text = flatText(context, [inline]);
  // It is counted with the phrase that it becomes a part of.
  context.chars = chars;
  return text;
}

/** What a figure is measured against, how it moves and whether that is welcome; never by colour or arrow alone. */
function details(context: SlackContext, kpi: Kpi): string {
  const { t } = context.localizer;
  let text = '';
  const add = (part: string): void => {
    text += text === '' ? part : ` · ${part}`;
  };
  if (kpi.threshold !== undefined) add(t('kpi.threshold', { value: printValue(context, kpi.threshold) }));
  if (kpi.target !== undefined) add(t('kpi.target', { value: printValue(context, kpi.target) }));
  if (kpi.previous !== undefined) add(t('kpi.previous', { value: printValue(context, kpi.previous) }));
  if (kpi.direction !== undefined) {
    const change = kpi.delta === undefined ? t(`trend.${kpi.direction}`) : printValue(context, kpi.delta);
    add(`${arrows[kpi.direction]} ${kpi.delta?.type === 'number' ? change : context.localizer.isolate(change)}`);
  } else if (kpi.delta !== undefined) add(t('kpi.change', { value: printValue(context, kpi.delta) }));
  if (kpi.assessment === 'bad' || kpi.assessment === 'good') add(t(`assessment.${kpi.assessment}`));
  if (kpi.note !== undefined) add(context.localizer.isolate(orMark(oneLine(cleaned(context, kpi.note)))));
  return text;
}

/** Writes a key figure with all that it is measured against. */
export function writeKpi(context: SlackContext, out: Run, kpi: Kpi): void {
  const { between } = context;
  if (between !== undefined) {
    appendText(out, `• ${isolatedOrMark(context, kpi.label)}${between}`);
    context.chars += 2 + between.length;
    appendInline(context, out, kpi.value);
    writeDetails(context, out, kpi);
    return;
  }
  appendText(out, own(context, '• '));
  for (const part of context.labelParts) {
    if (part === 'label') appendText(out, isolatedOrMark(context, kpi.label));
    else if (part === 'value') appendInline(context, out, kpi.value);
    else appendText(out, own(context, part.literal));
  }
  writeDetails(context, out, kpi);
}

function writeDetails(context: SlackContext, out: Run, kpi: Kpi): void {
  const more = details(context, kpi);
  if (more !== '') appendText(out, own(context, ` (${more})`));
}

/** Writes the value of a fact. Its parts cannot reorder each other or the label. */
function writeFactValue(context: SlackContext, out: Run, value: readonly Inline[]): void {
  const [only] = value;
  if (only === undefined) appendText(out, own(context, orMark('')));
  else if (value.length === 1 && only.type === 'text') appendText(out, isolatedOrMark(context, only.value));
  else {
    for (const inline of value) {
      if (inline.type === 'text') appendText(out, isolated(context, inline.value));
      else appendInline(context, out, inline);
    }
  }
}

/** Writes a fact. */
export function writeFact(context: SlackContext, out: Run, { label, value }: Fact): void {
  const { between } = context;
  if (between !== undefined) {
    appendText(out, isolatedOrMark(context, label) + between);
    context.chars += between.length;
    writeFactValue(context, out, value);
    return;
  }
  for (const part of context.labelParts) {
    if (part === 'label') appendText(out, isolatedOrMark(context, label));
    else if (part === 'value') writeFactValue(context, out, value);
    else appendText(out, own(context, part.literal));
  }
}
