/** Inlines and key figures as details: numbers stay numbers, everything else is what a person reads. */
import type { Inline, Kpi, NumberInline } from '../../document/nodes.js';
import { clean, countLeaf, type PagerDutyContext } from './context.js';
import { inlinesText } from './inline.js';
import type { PagerDutyDetail, PagerDutyDetails } from './payload.js';

/** An exact decimal that a number cannot hold stays a text. */
function numberOf(value: number | string): number | string {
  // Adding zero makes 0 of -0, which JSON does not know.
  if (typeof value === 'number') return value + 0;
  const number = Number(value);
  return String(number) === value ? number : value;
}

/** Whether a number says all there is without unit, style and sign. */
const isBare = ({ style, unit }: NumberInline): boolean => style !== 'percent' && unit === undefined;

/** What stands under a name. */
export function factValue(context: PagerDutyContext, inlines: readonly Inline[]): PagerDutyDetail {
  const [only] = inlines;
  if (inlines.length === 1 && only !== undefined) {
    if (only.type === 'text') return clean(context, only.value);
    if (only.type === 'number' && isBare(only)) {
      countLeaf(context);
      return numberOf(only.value);
    }
    if (only.type === 'number' && only.unit !== undefined && only.style !== 'percent') {
      countLeaf(context);
      return { value: numberOf(only.value), unit: clean(context, only.unit) };
    }
  }
  return inlinesText(context, inlines);
}

/** The number of a figure; its unit stands beside it, once. */
function figureOf(context: PagerDutyContext, inline: Inline, unit: string | undefined): PagerDutyDetail {
  if (inline.type !== 'number' || inline.style === 'percent' || inline.unit !== unit)
    return factValue(context, [inline]);
  countLeaf(context);
  return numberOf(inline.value);
}

const figures = ['threshold', 'previous', 'target'] as const;

/** A key figure: its number where that is all, else an object with what it is measured against. */
export function kpiValue(context: PagerDutyContext, kpi: Kpi): PagerDutyDetail {
  const { value, delta, direction, assessment = 'neutral' } = kpi;
  const unit = value.type === 'number' && value.style !== 'percent' ? value.unit : undefined;
  const figure = figureOf(context, value, unit);
  const details: PagerDutyDetails = { value: figure };
  let isMore = false;
  if (unit !== undefined) {
    details.unit = clean(context, unit);
    isMore = true;
  }
  for (const name of figures) {
    const inline = kpi[name];
    if (inline === undefined) continue;
    details[name] = figureOf(context, inline, unit);
    isMore = true;
  }
  if (delta !== undefined) {
    details.change = inlinesText(context, [delta]);
    isMore = true;
  }
  if (direction !== undefined) {
    countLeaf(context);
    details.direction = direction;
    isMore = true;
  }
  if (assessment !== 'neutral') {
    countLeaf(context);
    details.assessment = assessment;
    isMore = true;
  }
  if (kpi.note !== undefined) {
    details.note = clean(context, kpi.note);
    isMore = true;
  }
  return isMore ? details : figure;
}
