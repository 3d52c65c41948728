/** Cleans texts that a composer may have put together, without taking its isolation of values apart. */
import { cleanText } from './text.js';

const isolates = /[\u2066\u2068\u2069]/;
/** What {@link cleanText} looks at more closely, but for these: nearly always no part of a sentence has to be cleaned. */
const suspicious =
  /[^\n\t\x20-\x7e\xa0-\u2027\u202f-\u2066\u2068-\ud7ff\ue000-\ufdcf\ufdf0-\ufefe\uff00-\ufff8\ufffc\ufffd]/;
const betweenIsolates = /[^\u2066\u2068\u2069]+/g;

function arePaired(text: string): boolean {
  let depth = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === 0x2066 || code === 0x2068) depth += 1;
    else if (code === 0x2069) depth -= 1;
    if (depth < 0) return false;
  }
  return depth === 0;
}

/**
 * Cleans a text that may be a composed sentence. Isolates (UAX #9) that pair stay: composers put them around values,
 * and what is isolated cannot disturb its neighbours.
 */
export function cleanSentence(raw: string): string {
  const isIsolated = isolates.test(raw) && arePaired(raw);
  if (!isIsolated) return cleanText(raw);
  return suspicious.test(raw) ? raw.replace(betweenIsolates, cleanText) : raw;
}
