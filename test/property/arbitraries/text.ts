/** Texts of every kind that a system may be handed. */
import fc from 'fast-check';
import { injectionSamples } from '../../support/injection-samples.js';

/** What markup, direction, case and cutting trip over. */
const pieces = [
  ...['a', 'Z', '7', ' ', '\n', '\r\n', '\t', '\u00a0', '\u3000', '\u200b', '\u2028', '\0', '\x1b[31m', '\x7f', '\x85'],
  ...[
    '&',
    '<',
    '>',
    '&amp;',
    '&lt;',
    '<!channel>',
    '<@U024BE7LH>',
    '<!subteam^S1|x>',
    '<https://evil.example|bank.example>',
  ],
  ...[
    '*',
    '_',
    '~',
    '`',
    '```',
    '|',
    '[a](!here)',
    '#general',
    '@everyone',
    '${x}',
    '{{x}}',
    '{count, plural, other {#}}',
  ],
  ...['é', 'e\u0301', 'ß', 'İ', '漢字', '각', 'क्षि', 'ก\u0e33', 'عربي', 'עברית', '\u0600', '١٢٣'],
  ...[
    '👩‍👩‍👧‍👦',
    '👍🏽',
    '🇫🇷',
    '🇩',
    '🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}',
    '\u{e0041}',
    '\u200d',
    '\ufe0f',
    '\u0301',
  ],
  ...['\u202e', '\u202a', '\u202c', '\u2066', '\u2067', '\u2068', '\u2069', '\u200e', '\u200f', '\u061c'],
  ...['\ud83d', '\udd25', '\ud800', '\udfff', '\ufffd', '\ufffe', '\ufeff', '\u{10ffff}'],
  ...['undefined', 'null', '__proto__', 'constructor', '-0', 'NaN'],
];

const units = fc.nat(0xffff).map((unit) => String.fromCharCode(unit));
const samples = injectionSamples.map(([, text]) => text.slice(0, 500));

/** Anything that a string can hold, lone surrogates and controls included. */
export const anyText = (maxLength = 40): fc.Arbitrary<string> =>
  fc.oneof(
    { arbitrary: fc.string({ unit: fc.constantFrom(...pieces), maxLength }), weight: 5 },
    { arbitrary: fc.string({ unit: units, maxLength }), weight: 2 },
    { arbitrary: fc.string({ unit: 'grapheme', maxLength }), weight: 2 },
    { arbitrary: fc.constantFrom('', ' ', '\0', '\u00a0', '\u200b', '\n\n', ...samples), weight: 1 },
  );

/** Texts with at least one character that stays visible; at most `maxChars` UTF-16 units. */
export const visibleText = (maxChars: number): fc.Arbitrary<string> =>
  anyText(Math.ceil(maxChars / 2))
    .map((text) => `x${text}`.slice(0, maxChars))
    .map((text) => text.toWellFormed());

/** Long texts: few of them are worth much, so they are repeated pieces. */
export const longText = (maxChars: number): fc.Arbitrary<string> =>
  fc.array(fc.tuple(anyText(12), fc.nat(400)), { minLength: 1, maxLength: 8 }).map((runs) =>
    runs
      .map(([piece, times]) => (piece === '' ? ' ' : piece).repeat(times + 1))
      .join('')
      .slice(0, maxChars),
  );

/** URLs, most of them safe, some long, some hostile. */
export const anyUrl: fc.Arbitrary<string> = fc.oneof(
  { arbitrary: fc.webUrl({ withQueryParameters: true, withFragments: true }), weight: 4 },
  { arbitrary: fc.nat(3200).map((length) => `https://runbooks.example.com/${'a'.repeat(length)}`), weight: 1 },
  { arbitrary: fc.nat(700).map((length) => `https://dash.example.com/?q=${'&'.repeat(length)}`), weight: 1 },
  {
    arbitrary: fc.constantFrom(
      ...[
        'javascript:alert(1)',
        'data:text/html,x',
        'mailto:oncall@example.com',
        'https://a:b@evil.example',
        '//x',
        '',
      ],
      ...[
        'https://evil.example|bank.example',
        'https://x.example/<!channel>',
        'https://x.example/ y',
        'HTTPS://X.EXAMPLE',
      ],
    ),
    weight: 1,
  },
  { arbitrary: anyText(20), weight: 1 },
);
