/**
 * A quick look at inlines, nearly all of which hold values and nothing else: a schema makes a copy of each, and takes ten times as
 * long. What it does not know for certain is for the schema, which says what is wrong.
 */

/** Up to 40 digits before and 20 after the point: beyond any amount, and bounded for those who calculate with it. */
export const decimalPattern = /^-?\d{1,40}(?:\.\d{1,20})?$/;

type Check = (value: unknown) => boolean;

const isText: Check = (value) => typeof value === 'string';
const isDigits: Check = (value) => Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 20;

/** The members of each kind, those that it must have first. */
const kinds: ReadonlyMap<unknown, { readonly required: number; readonly members: Readonly<Record<string, Check>> }> =
  new Map([
    ['text', { required: 1, members: { value: isText } }],
    [
      'number',
      {
        required: 1,
        members: {
          value: Number.isFinite,
          style: (value: unknown) => value === 'percent' || value === 'decimal',
          unit: isText,
          sign: (value: unknown) => value === 'auto' || value === 'always',
          maxFractionDigits: isDigits,
        },
      },
    ],
    [
      'money',
      {
        required: 2,
        members: {
          amount: (value: unknown) => typeof value === 'string' && decimalPattern.test(value),
          currency: (value: unknown) => typeof value === 'string' && /^[A-Z]{3}$/.test(value),
          maxFractionDigits: isDigits,
        },
      },
    ],
    ['duration', { required: 1, members: { durationMs: Number.isFinite } }],
  ]);

/** Tells whether an inline is one of values alone, and right for certain. */
export function isPlainInline(node: unknown): boolean {
  if (typeof node !== 'object' || node === null) return false;
  const inline = node as Readonly<Record<string, unknown>>;
  const kind = kinds.get(inline['type']);
  if (kind === undefined) return false;
  const { required, members } = kind;
  let found = 0;
  for (const name in inline) {
    if (name === 'type') continue;
    const isRight = Object.hasOwn(members, name) ? members[name] : undefined;
    if (isRight === undefined || !isRight(inline[name])) return false;
    if (name === 'value' || name === 'amount' || name === 'currency' || name === 'durationMs') found += 1;
  }
  return found === required;
}
