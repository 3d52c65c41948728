/** Spaces and dashes that `Intl` prints and plain channels cannot carry. */

const wide = /[\u00a0\u2007\u2009\u200a\u202f\u2010-\u2013\u2212]/;

/**
 * Replaces typographic spaces, minus signs and short dashes of `Intl` output by ASCII ones (`ascii`: SMS, logs, machine
 * fields), or leaves the text alone (`keep`). One no-break space turns an SMS of 160 characters into UCS-2 with 70.
 */
export function normalizeSpaces(text: string, policy: 'keep' | 'ascii'): string {
  if (policy === 'keep' || !wide.test(text)) return text;
  return text.replace(/[\u00a0\u2007\u2009\u200a\u202f]/g, ' ').replace(/[\u2010-\u2013\u2212]/g, '-');
}
