/** The helpers that built-in templates may call, and what they take. src/template/ implements them. */
import type { Atom } from './shape.js';

export type Parameter = {
  /** Types of values that are accepted. */
  readonly accepts: readonly Atom[];
  /** A list of such values. */
  readonly list?: true;
  /** May be absent from the context. */
  readonly optional?: true;
  /** Has to be written in the template, as one of these. */
  readonly oneOf?: readonly string[];
};

export type Signature = {
  readonly params: readonly Parameter[];
  /** Named arguments; none is needed. */
  readonly hash?: Readonly<Record<string, Parameter>>;
};

const string: Parameter = { accepts: ['string'] };
const number: Parameter = { accepts: ['number'] };
/** An exact decimal, or a number. */
const decimal: Parameter = { accepts: ['number', 'string'] };
const look: Signature = {
  params: [
    { accepts: ['Severity'], optional: true },
    { accepts: ['Status'], optional: true },
  ],
};
const sign: Parameter = { accepts: ['string'], oneOf: ['auto', 'always'] };

/** Helpers that print. `t` is not among them: what it takes depends on the message. */
export const valueHelpers: ReadonlyMap<string, Signature> = new Map<string, Signature>([
  [
    'number',
    {
      params: [decimal],
      hash: {
        unit: string,
        notation: { accepts: ['string'], oneOf: ['standard', 'compact'] },
        sign,
        maxFractionDigits: number,
      },
    },
  ],
  ['percent', { params: [decimal], hash: { sign, maxFractionDigits: number } }],
  ['money', { params: [string, string] }],
  ['date', { params: [number], hash: { style: { accepts: ['string'], oneOf: ['date', 'datetime'] } } }],
  ['time', { params: [number] }],
  ['relative', { params: [number] }],
  ['duration', { params: [number] }],
  ['list', { params: [{ accepts: ['string'], list: true }] }],
  ['severityEmoji', look],
  ['statusColor', look],
  ['url', { params: [string] }],
  ['color', { params: [string] }],
  ['px', { params: [number] }],
]);

/** Blocks. All take one argument. */
export const blockHelpers = ['if', 'unless', 'each', 'with'] as const;

export type BlockHelper = (typeof blockHelpers)[number];

/** Helpers that only the compiler writes. The names cannot be called from templates, which know the ones above only. */
export const internalHelpers = ['html', 'line', 'plain', 'raw', 'cid', 'scope'] as const;

/** Tells whether a name is that of a helper which prints. */
export function isValueHelper(name: string): boolean {
  return name === 't' || valueHelpers.has(name);
}
