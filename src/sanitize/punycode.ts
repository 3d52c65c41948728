/** Whether punycode in a host name stands for anything. Runtimes disagree: Node 20 and 22 refuse `xn--a`, Node 24 does not. */

// RFC 3492 section 5.
const base = 36;
const leastThreshold = 1;
const mostThreshold = 26;
const skew = 38;
const damp = 700;
const initialBias = 72;
const initialCode = 0x80;

/** RFC 3492 section 5: `a` to `z` are 0 to 25, `0` to `9` are 26 to 35. */
function digitOf(code: number): number {
  if (code >= 0x61 && code <= 0x7a) return code - 0x61;
  return code >= 0x30 && code <= 0x39 ? code - 0x30 + 26 : base;
}

/** RFC 3492 section 6.1. */
function adapt(change: number, length: number, isFirst: boolean): number {
  let delta = isFirst ? Math.floor(change / damp) : change >> 1;
  delta += Math.floor(delta / length);
  let rounds = 0;
  for (; delta > ((base - leastThreshold) * mostThreshold) >> 1; rounds += base) {
    delta = Math.floor(delta / (base - leastThreshold));
  }
  return rounds + Math.floor(((base - leastThreshold + 1) * delta) / (delta + skew));
}

/** RFC 5892: neither controls nor surrogates, private or unassigned code points. */
const notInNames = /\p{C}/u;

const mayStand = (code: number): boolean => code <= 0x10ffff && !notInNames.test(String.fromCodePoint(code));

/**
 * Decodes the part after `xn--` by RFC 3492 section 6.2, and tells whether it adds at least one character that a host name
 * cannot hold as it is. Which characters it adds does not matter here.
 */
export function isPunycode(text: string): boolean {
  let length = Math.max(0, text.lastIndexOf('-'));
  let index = length > 0 ? length + 1 : 0;
  if (index >= text.length) return false;
  let code = initialCode;
  let bias = initialBias;
  let position = 0;
  while (index < text.length) {
    const start = position;
    let weight = 1;
    for (let step = base; ; step += base) {
      const digit = digitOf(text.charCodeAt(index++));
      if (digit >= base) return false;
      position += digit * weight;
      const threshold = Math.min(Math.max(step - bias, leastThreshold), mostThreshold);
      if (digit < threshold) break;
      weight *= base - threshold;
      if (weight > 2 ** 31) return false;
    }
    length++;
    bias = adapt(position - start, length, start === 0);
    code += Math.floor(position / length);
    if (!mayStand(code)) return false;
    position = (position % length) + 1;
  }
  return true;
}

/** Tells whether every label of a lower-case host name that claims to be punycode is. */
export const isEncodedName = (host: string): boolean =>
  !host.includes('xn--') || host.split('.').every((label) => !label.startsWith('xn--') || isPunycode(label.slice(4)));
