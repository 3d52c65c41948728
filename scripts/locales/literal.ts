/** Plain data as source text, laid out as the repository's formatter would. */

export const lineWidth = 120;

/** A string literal with the quotes that need fewer escapes, single ones when equal. */
export function quote(text: string): string {
  const singles = text.split("'").length;
  const doubles = text.split('"').length;
  const mark = singles > doubles ? '"' : "'";
  const escaped = text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll(mark, `\\${mark}`);
  return `${mark}${escaped}${mark}`;
}

/** The name of a property, in quotes where it needs them. */
export const key = (name: string): string => (/^[A-Za-z_$][\w$]*$/.test(name) ? name : quote(name));

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

function flat(value: unknown): string {
  if (typeof value === 'string') return quote(value);
  if (Array.isArray(value)) return `[${value.map(flat).join(', ')}]`;
  if (!isObject(value)) return String(value);
  const fields = Object.entries(value).map(([name, member]) => `${key(name)}: ${flat(member)}`);
  return fields.length === 0 ? '{}' : `{ ${fields.join(', ')} }`;
}

/** The formatter never writes a list of pairs, such as `[[1, 'a'], [1, 'b']]`, on one line. */
function isBroken(value: unknown): boolean {
  if (!isObject(value)) return false;
  const members: unknown[] = Object.values(value);
  if (members.some(isBroken)) return true;
  if (!Array.isArray(value) || members.length < 2) return false;
  return members.every((member) => Array.isArray(member) && member.length > 1);
}

/** A value that starts at a column and has `after` characters behind it on its last line. */
function render(value: unknown, indent: number, column: number): string {
  const line = flat(value);
  // A comma follows.
  if (!isObject(value) || (!isBroken(value) && column + line.length + 1 <= lineWidth)) return line;
  const inner = indent + 2;
  const end = `${' '.repeat(indent)}${Array.isArray(value) ? ']' : '}'}`;
  if (!Array.isArray(value)) {
    return `{\n${Object.entries(value)
      .map(([name, member]) => renderProperty(name, member, inner))
      .join('')}${end}`;
  }
  const items = value.map((item) => `${' '.repeat(inner)}${render(item, inner, inner)},\n`);
  return `[\n${items.join('')}${end}`;
}

/** A property on lines of its own. A text that does not fit goes to the next line: strings cannot be broken. */
export function renderProperty(name: string, value: unknown, indent: number): string {
  const start = `${' '.repeat(indent)}${key(name)}:`;
  const column = start.length + 1;
  const text = render(value, indent, column);
  const isLong = typeof value === 'string' && column + text.length + 1 > lineWidth;
  return isLong ? `${start}\n${' '.repeat(indent + 2)}${text},\n` : `${start} ${text},\n`;
}
