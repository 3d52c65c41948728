/** Isolates (UAX #9) cost two of the 70 characters of a message each: those that change nothing on the screen go. */

/** One isolate with printable ASCII in it, and no other inside. */
const isolated = /[\u2066\u2068]([\x20-\x7e]+)\u2069/g;

/**
 * Read as one run from its first letter to its last letter or digit: all that is between takes their direction (rule N1). Not
 * with brackets, which look for their other half outside (rule N0).
 */
const word = /^[A-Za-z](?:[^()[\]{}]*[A-Za-z0-9])?$/;
/** Digits with separators that belong to them (rule W4). */
const figure = /^\d+(?:[.,]\d+)*$/;

const rtlLetter = /[\u05d0-\u05ea\u0620-\u064a\u066e-\u06d3]/;
/** What has a direction, or gives one to its neighbours. */
const strong = /[\p{L}\p{N}\u200e\u200f\u061c]/u;

const closed = /[\u2066\u2068][^\u2066-\u2069]*\u2069/g;

type Nearest = (text: string) => string | undefined;

const firstStrong: Nearest = (text) => strong.exec(text)?.[0];

/** From the end, a character at a time: an expression would look at all of a line for each place in it. */
const lastStrong: Nearest = (text) => {
  for (let end = text.length; end > 0; ) {
    const isLow = (text.charCodeAt(end - 1) & 0xfc00) === 0xdc00 && (text.charCodeAt(end - 2) & 0xfc00) === 0xd800;
    const char = text.slice(isLow ? end - 2 : end - 1, end);
    if (strong.test(char)) return char;
    end -= char.length;
  }
  return undefined;
};

/** Tells whether right-to-left letters are next to a place, be the isolates between them there or not. */
function isBesideRtl(side: string, nearest: Nearest, ifNothing: boolean): boolean {
  const isRtl = (text: string): boolean => {
    const found = nearest(text);
    return found === undefined ? ifNothing : rtlLetter.test(found);
  };
  return isRtl(side) && (!side.includes('\u2069') || isRtl(side.replace(closed, '')));
}

/**
 * Leaves out the isolates around Latin words and plain figures that stand between right-to-left words on one line: there they
 * are drawn the same without. After them may be nothing but signs, at the end of the line.
 */
export function dropNeedlessIsolates(line: string): string {
  if (!line.includes('\u2069')) return line;
  return line.replace(isolated, (whole, inner: string, at: number) => {
    const isPlain = word.test(inner) || figure.test(inner);
    const isNeedless =
      isPlain &&
      isBesideRtl(line.slice(0, at), lastStrong, false) &&
      isBesideRtl(line.slice(at + whole.length), firstStrong, true);
    return isNeedless ? inner : whole;
  });
}
