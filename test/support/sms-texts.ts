/** Texts that are hard to count, the same in every run. */
import fc from 'fast-check';
import { basicAlphabet, extensionAlphabet } from '../../src/channels/sms/gsm7.js';

const basic = fc.constantFrom(...basicAlphabet.replace('\x1b', '').replace('\r', ''));
const extension = fc.constantFrom(...extensionAlphabet.replace('\f', ''));
const latin = fc.constantFrom(...'çêîôûœşğı“”’–—…\u00a0µ°');
const beyond = fc.constantFrom(...'яждαβ中文字あア한국ابتثאבגกขค');
const astral = fc.constantFrom('😀', '🔥', '𝒜', '𐍈', '🎧', '𠮷');

/** Clusters of several code points, as readers see one character; none younger than the calculator's tables (Unicode 10). */
const cluster = fc.constantFrom('👩‍👩‍👧‍👦', '👍🏽', '🇫🇷', 'e\u0301', 'ก\u0e33', '1\ufe0f\u20e3', 'न\u0940');

const joined = (unit: fc.Arbitrary<string>, maxLength: number): fc.Arbitrary<string> =>
  fc.array(unit, { minLength: 1, maxLength, size: 'max' }).map((parts) => parts.join(''));

/** One character many times, up to a border of segments, and others around it. */
const nearBorder = (filler: fc.Arbitrary<string>, other: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc
    .tuple(joined(other, 6), filler, fc.integer({ min: 60, max: 320 }), joined(other, 12))
    .map(([before, unit, count, after]) => before + unit.repeat(count) + after);

const gsmUnit = fc.oneof({ weight: 5, arbitrary: basic }, { weight: 1, arbitrary: extension });

/** In GSM-7, around the borders of segments. */
export const gsmText: fc.Arbitrary<string> = fc.oneof(joined(gsmUnit, 400), nearBorder(basic, gsmUnit));

const anyUnit = fc.oneof(
  { weight: 8, arbitrary: basic },
  { weight: 2, arbitrary: extension },
  { weight: 1, arbitrary: latin },
  { weight: 2, arbitrary: beyond },
  { weight: 2, arbitrary: astral },
);

/** Anything, one code point a character. */
export const anyText: fc.Arbitrary<string> = fc.oneof(joined(anyUnit, 220), nearBorder(beyond, anyUnit));

/** Anything, clusters of several code points too. */
export const clusteredText: fc.Arbitrary<string> = joined(
  fc.oneof({ weight: 6, arbitrary: beyond }, { weight: 1, arbitrary: astral }, { weight: 2, arbitrary: cluster }),
  120,
);
