/** What the plural categories of a language are and cover, asked of `Intl` at check time: CLDR changes them. */

const samples = [...Array.from({ length: 1001 }, (_, index) => index), 1e6, 2e6, 0.1, 0.5, 1.1, 1.5, 2.5, 10.5];

/** Every category of a language with the numbers among the samples that fall into it. */
export function pluralCoverage(locale: string, type: 'cardinal' | 'ordinal'): ReadonlyMap<string, readonly number[]> {
  const rules = new Intl.PluralRules(locale, { type });
  const coverage = new Map<string, number[]>(rules.resolvedOptions().pluralCategories.map((name) => [name, []]));
  for (const value of samples) coverage.get(rules.select(value))?.push(value);
  return coverage;
}

/** Whether a branch stands for one number only, which its words can then name: `=0`, English `one`, Arabic `two`. */
export function isSingleNumber(coverage: ReadonlyMap<string, readonly number[]>, branch: string): boolean {
  return branch.startsWith('=') || coverage.get(branch)?.length === 1;
}
