/** Short ways to say how a number of a sentence follows. */
import type { Inline } from '../../document/nodes.js';
import { figureInline } from '../../report/kpi.js';
import type { Derivation, Evidence, FigureUnit, Source } from '../../report/model.js';
import type { Measure } from './measures.js';

/** A raw text in a sentence. */
export const text = (value: string): Inline => ({ type: 'text', value });

/** A whole number in a sentence. */
export const count = (value: number): Inline => ({ type: 'number', value, maxFractionDigits: 0 });

/** A figure of a unit. */
export const figure = (unit: FigureUnit, value: number): Inline => figureInline({ unit }, value);

/** A value of what a measure is of, as its own or its limit. */
export const measured = ({ unit, suffix }: Pick<Measure, 'unit' | 'suffix'>, value: number): Inline =>
  suffix === undefined ? figure(unit, value) : { type: 'number', value, unit: suffix };

/** The value at a path. */
export const at = (path: string): Derivation => ({ op: 'value', from: [path] });

export const sum = (...from: readonly (Source | Derivation)[]): Derivation => ({ op: 'sum', from });

export const ratio = (one: Derivation, other: Derivation): Derivation => ({ op: 'ratio', from: [one, other] });

export const points = (one: Derivation, other: Derivation): Derivation => ({ op: 'points', from: [one, other] });

/** The size of a number that is known to be below zero, or not. */
export const sizeOf = (derivation: Derivation, value: number): Derivation =>
  value < 0 ? { op: 'product', from: [derivation, { op: 'minusOne', from: [] }] } : derivation;

export const proof = (param: string, derivation: Derivation): Evidence => ({ param, ...derivation });

/** A name of the input that stands in a sentence as it is. */
export const named = (param: string, path: string): Evidence => ({ param, op: 'text', from: [path] });

/** Words for something of the input, in the reader's language. */
export const labelled = (param: string, ...from: readonly string[]): Evidence => ({ param, op: 'label', from });
