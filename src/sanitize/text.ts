/** Removes what a text should never hold: characters that hide, reorder or break what a reader sees. */

/** Everything outside of what is certainly fine. Surrogates are in it: whether they pair up takes a closer look. */
const suspicious =
  /[^\n\t\x20-\x7e\xa0-\u2027\u202f-\u2065\u206a-\ud7ff\ue000-\ufdcf\ufdf0-\ufefe\uff00-\ufff8\ufffc\ufffd]/;
const lineEnds = /\r\n?|[\u2028\u2029]/g;
/**
 * Controls but LF and TAB; bidi embeddings, overrides and isolates (UAX #9; CVE-2021-42574 is what they are misused
 * for); U+FEFF, which is a byte order mark anywhere but in old texts; interlinear annotation; noncharacters.
 */
const forbidden = /(?![\n\t])\p{Cc}|[\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb\p{Noncharacter_Code_Point}]/gu;
/**
 * Tag characters are invisible and can smuggle text. They are kept in flags of regions such as Scotland: black flag,
 * a subdivision code of 3 to 7 letters and digits, cancel tag (UTS #51, ED-14a).
 */
const tags = /(\u{1f3f4}[\u{e0030}-\u{e0039}\u{e0061}-\u{e007a}]{3,7}\u{e007f})|[\u{e0000}-\u{e007f}]/gu;
const breaksOrTabs = /[\n\t]/;
const gaps = /[ \n\t]+/g;

/**
 * Makes a text of unknown origin safe to show: well formed, lines ended by LF, without characters that are never seen
 * but change what is. Joiners, direction marks and variation selectors stay, as languages and emoji need them.
 * A clean text is returned as it is.
 */
export function cleanText(text: string): string {
  if (!suspicious.test(text)) return text;
  return text.toWellFormed().replace(lineEnds, '\n').replace(forbidden, '').replace(tags, '$1');
}

/** Cleans a text as {@link cleanText} does and makes it one line: a gap with a break or a tab becomes one space. */
export function cleanLine(text: string): string {
  const cleaned = cleanText(text);
  if (!breaksOrTabs.test(cleaned)) return cleaned.trim();
  return cleaned.replace(gaps, (gap) => (breaksOrTabs.test(gap) ? ' ' : gap)).trim();
}
