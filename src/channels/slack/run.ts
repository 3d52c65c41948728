/**
 * A run of rich text being written. Neighbouring texts of one style become one element: fewer objects on the wire. They
 * are collected and joined once, because a string grown piece by piece has to be flattened when it is serialised.
 */
import type { RichElement, RichStyle } from './payload.js';

export type Run = {
  readonly elements: RichElement[];
  readonly parts: string[];
  style: RichStyle | undefined;
};

export const createRun = (): Run => ({ elements: [], parts: [], style: undefined });

const sameStyle = (a: RichStyle | undefined, b: RichStyle | undefined): boolean =>
  a === b || (a?.bold === b?.bold && a?.italic === b?.italic && a?.strike === b?.strike && a?.code === b?.code);

function closeText(run: Run): void {
  const { parts, style } = run;
  if (parts.length === 0) return;
  const text = parts.length === 1 ? (parts[0] ?? '') : parts.join('');
  parts.length = 0;
  // A style of its own for each element: whoever changes a payload changes no other.
  run.elements.push(style === undefined ? { type: 'text', text } : { type: 'text', text, style: { ...style } });
}

/** Appends text. */
export function appendText(run: Run, value: string, style?: RichStyle): void {
  if (value === '') return;
  if (run.parts.length > 0 && !sameStyle(run.style, style)) closeText(run);
  run.style = style;
  run.parts.push(value);
}

/** Appends an element that is not text. */
export function appendElement(run: Run, element: RichElement): void {
  closeText(run);
  run.elements.push(element);
}

/** Tells whether nothing has been written yet. */
export const isEmpty = (run: Run): boolean => run.parts.length === 0 && run.elements.length === 0;

/** Ends the run and gives its elements. */
export function elementsOf(run: Run): RichElement[] {
  closeText(run);
  return run.elements;
}
