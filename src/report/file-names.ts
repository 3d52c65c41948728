/** Names of files that every file system takes: ASCII, short, and no two alike. */

const maxLength = 60;
const marks = /\p{M}+/gu;
const others = /[^a-z0-9]+/g;
/** Where a word of `topTracks` begins. */
const humps = /([a-z0-9])([A-Z])/g;
/** Names of devices on Windows, with any extension: https://learn.microsoft.com/windows/win32/fileio/naming-a-file */
const device = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

/** Makes of a text what can stand in a name: `topTracks` as `top-tracks`, `Écoutes` as `ecoutes`; empty where nothing is left. */
function slug(text: string): string {
  const words = text
    .slice(0, 4 * maxLength)
    .replace(humps, '$1-$2')
    .normalize('NFKD')
    .replace(marks, '')
    .toLowerCase()
    .replace(others, '-');
  const short = words.replace(/^-/, '').slice(0, maxLength).replace(/-$/, '');
  return device.test(short) ? `table-${short}` : short;
}

/** Names a file by the first of some texts that has letters or digits of ASCII, and not as any name in `taken`. */
export function fileName(texts: readonly (string | undefined)[], extension: string, taken: Set<string>): string {
  const base = texts.map((text) => (text === undefined ? '' : slug(text))).find((text) => text !== '') ?? 'table';
  let name = `${base}.${extension}`;
  for (let number = 2; taken.has(name); number++) name = `${base}-${number}.${extension}`;
  taken.add(name);
  return name;
}
