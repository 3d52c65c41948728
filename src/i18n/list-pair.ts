/** Lists of two, the most frequent ones, without asking `Intl` each time: that takes a microsecond. */

/** Joins two items by the words of a language, or says that these depend on the items. */
export type Pair = { readonly join: (items: readonly string[]) => string } | 'shifting';

/** Where the word for "and" depends on what follows: Spanish `e` before an `i`, Hebrew and Thai spacing. */
const shifting: readonly string[] = ['es', 'he', 'iw', 'th'];

/** Stand for the items. Private use, so no language writes them. */
const first = '\ue000';
const second = '\ue001';

/** Takes the pattern of a list of two apart. */
export function pairOf(format: Intl.ListFormat): Pair {
  const { locale } = format.resolvedOptions();
  if (shifting.includes(locale.split('-')[0] ?? '')) return 'shifting';
  const [before = '', between = '', after = ''] = format.format([first, second]).split(/[\ue000\ue001]/);
  return { join: ([one = '', two = '']) => `${before}${one}${between}${two}${after}` };
}
