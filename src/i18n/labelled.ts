/** A label and what it names, on one line: `Status: Firing`, `Statut : En cours`, full-width without a space in Chinese. */
import { stripIsolates } from './bidi.js';

/** Which of the two stands in a place, or the words and marks of the language between them. */
export type LabelPart = 'label' | 'value' | { readonly literal: string };

/** Stand for the two while the message is taken apart. Private use, so no language writes them. */
const label = '\ue000';
const value = '\ue001';

const places: Readonly<Record<string, LabelPart>> = { [label]: 'label', [value]: 'value' };

/**
 * Takes the message `text.labelled` apart once, so that a channel can put its own elements in the place of the value and
 * a line costs no call. What is put in is not isolated: who knows how it is drawn does that.
 */
export function labelParts(print: (values: { label: string; value: string }) => string): readonly LabelPart[] {
  return stripIsolates(print({ label, value }))
    .split(/([\ue000\ue001])/)
    .filter((piece) => piece !== '')
    .map((piece) => places[piece] ?? { literal: piece });
}

/** Writes a label before a value that are both text. */
export function joinLabelled(parts: readonly LabelPart[], name: string, text: string): string {
  let line = '';
  for (const part of parts) line += part === 'label' ? name : part === 'value' ? text : part.literal;
  return line;
}
