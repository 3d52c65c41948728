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
  return {
    region(code) {
      if (!pattern.test(code)) return code;
      names ??= new Intl.DisplayNames([...locales], { type: 'region', fallback: 'code' });
      return names.of(code) ?? code;
    },
  };
}
