/** Codes of countries, where a service writes their English names. */

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

/** What statements call everywhere. */
const worlds: ReadonlySet<string> = new Set(['', 'world', 'worldwide', 'global', 'ww']);

/** Makes the reader of codes and names; all names are looked up on first use, as no list of them is kept. */
export function createRegionCodes(): (name: string) => string {
  let byName: Map<string, string> | undefined;
  const namesInEnglish = (): Map<string, string> => {
    const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
    const found = new Map<string, string>();
    for (const first of letters) {
      for (const second of letters) {
        const name = names.of(first + second);
        if (name !== undefined && !found.has(name.toLowerCase())) found.set(name.toLowerCase(), first + second);
      }
    }
    return found;
  };
  return (name) => {
    const word = name.trim();
    if (/^[A-Za-z]{2}$/.test(word)) return word.toUpperCase();
    if (worlds.has(word.toLowerCase())) return 'WW';
    byName ??= namesInEnglish();
    return byName.get(word.toLowerCase()) ?? word;
  };
}
