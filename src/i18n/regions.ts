/** Names of countries and regions, as CLDR has them. */

export type Regions = {
  /** Names a region by its ISO 3166-1 code in capitals; a code that has no name is returned as it is. */
  region(code: string): string;
};

/** What `Intl.DisplayNames` accepts as a region: two letters, or three digits of UN M49. It throws on anything else. */
const pattern = /^(?:[A-Z]{2}|\d{3})$/;

/** Creates the names for one reader; the `Intl` object is made on first use. */
export function createRegions(locales: readonly string[]): Regions {
  let names: Intl.DisplayNames | undefined;
  // At most as many as there are codes.
  const known = new Map<string, string>();
  return {
    region(code) {
      const before = known.get(code);
      if (before !== undefined) return before;
      if (!pattern.test(code)) return code;
      names ??= new Intl.DisplayNames([...locales], { type: 'region', fallback: 'code' });
      const name = names.of(code) ?? code;
      known.set(code, name);
      return name;
    },
  };
}
