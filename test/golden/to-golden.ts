/** JSON whose invisible characters can be seen: joiners, marks, isolates, unusual spaces, controls. */
const invisible = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]|(?! )\p{Zs}/gu;

const escapeUnits = (text: string): string =>
  Array.from({ length: text.length }, (_, index) => `\\u${text.charCodeAt(index).toString(16).padStart(4, '0')}`).join('');

/** Prints a value as a golden file holds it: still JSON, and what no reviewer could see is written as an escape. */
export function toGolden(value: unknown): string {
  const lines = JSON.stringify(value, null, 2).split('\n');
  return `${lines.map((line) => line.replace(invisible, escapeUnits)).join('\n')}\n`;
}
