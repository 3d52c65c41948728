/**
 * Names in formats that allow fewer characters, by the escaping schemes of Prometheus:
 * https://prometheus.io/docs/instrumenting/escaping_schemes/ (read 2026-08-06).
 */

/** `allow-utf-8` leaves a name as it is, `values` can be read back; the other two are shorter, and can make two names one. */
export type EscapingScheme = 'allow-utf-8' | 'underscores' | 'dots' | 'values';

/** Which characters a name may have; colons are for metrics only. */
export type NameGrammar = { readonly whole: RegExp; readonly allowed: RegExp };

export const metricNames: NameGrammar = { whole: /^[A-Za-z_:][A-Za-z0-9_:]*$/, allowed: /[A-Za-z0-9:]/ };
export const labelNames: NameGrammar = { whole: /^[A-Za-z_][A-Za-z0-9_]*$/, allowed: /[A-Za-z0-9]/ };

/** Names in the lossless scheme begin so, and in no other scheme. */
const losslessPrefix = 'U__';

const isAllowed = (char: string, index: number, { allowed }: NameGrammar): boolean =>
  allowed.test(char) && !(index === 0 && char >= '0' && char <= '9');

function mapChars(name: string, map: (char: string, index: number) => string): string {
  let mapped = '';
  let index = 0;
  for (const char of name.toWellFormed()) mapped += map(char, index++);
  return mapped;
}

/** Writes any name so that it can be read back: `a.b` as `U__a_2e_b`. No two names are written alike. */
export function losslessName(name: string, grammar: NameGrammar): string {
  const escaped = mapChars(name, (char) => {
    if (char === '_') return '__';
    return grammar.allowed.test(char) ? char : `_${(char.codePointAt(0) ?? 0).toString(16)}_`;
  });
  return losslessPrefix + escaped;
}

const schemes: Readonly<Record<EscapingScheme, (name: string, grammar: NameGrammar) => string>> = {
  'allow-utf-8': (name) => name.toWellFormed(),
  underscores: (name, grammar) =>
    grammar.whole.test(name)
      ? name
      : mapChars(name, (char, index) => (char === '_' || isAllowed(char, index, grammar) ? char : '_')),
  dots: (name, grammar) =>
    mapChars(name, (char, index) => {
      if (char === '_') return '__';
      if (char === '.') return '_dot_';
      return isAllowed(char, index, grammar) ? char : '_';
    }),
  values: (name, grammar) => (grammar.whole.test(name) ? name : losslessName(name, grammar)),
};

/** The words of the schemes, as they stand in `Accept` and `Content-Type`. */
export const escapingSchemes = Object.keys(schemes) as readonly EscapingScheme[];

/** Writes a name by a scheme. A name that looks like a lossless one, and is none, is written as a lossless one itself. */
export function escapeName(name: string, scheme: EscapingScheme, grammar: NameGrammar): string {
  const escaped = schemes[scheme](name, grammar);
  const isForged = escaped.startsWith(losslessPrefix) && !(scheme === 'values' && escaped !== name);
  return isForged ? losslessName(name, grammar) : escaped;
}

/** How names are written, and how one that is written like another is. */
export type Naming = {
  readonly translate: (raw: string) => string;
  readonly lossless: (raw: string) => string;
};

/** Called for each name that is not written as it is, once. */
export type OnRename = (raw: string, written: string, collides: boolean) => void;

/**
 * Gives each name of a batch a written form of its own. What can be written as it is, is; of those that had to be changed,
 * any that would be written like another name is written losslessly. The order of the names makes no difference.
 *
 * @param all every name of the batch; read on the first name that had to be changed, as most batches have none
 */
export function createNameTable(naming: Naming, all: () => ReadonlySet<string>, onRename: OnRename) {
  const written = new Map<string, string>();
  const used = new Set<string>();
  let claims: Map<string, number> | undefined;
  const claimsOf = (name: string): number => {
    if (claims === undefined) {
      claims = new Map();
      for (const raw of all()) {
        const translated = naming.translate(raw);
        claims.set(translated, (claims.get(translated) ?? 0) + 1);
      }
    }
    return claims.get(name) ?? 0;
  };
  return (raw: string): string => {
    const known = written.get(raw);
    if (known !== undefined) return known;
    let name = naming.translate(raw);
    let collides = name !== raw && claimsOf(name) > 1;
    if (collides) name = naming.lossless(raw);
    // Whoever makes names up so that even these meet gets one that nobody else has.
    for (; used.has(name); collides = true) name += '_';
    if (name !== raw) onRename(raw, name, collides);
    used.add(name);
    written.set(raw, name);
    return name;
  };
}

/** Lists all attribute names of points, reading runs of points with the same names once. */
export function collectNames(
  groups: Iterable<readonly { readonly attributes?: Readonly<Record<string, string>> }[]>,
  also: Iterable<string>,
): Set<string> {
  const names = new Set(also);
  for (const points of groups) {
    for (const { attributes } of points) {
      if (attributes === undefined) continue;
      for (const key of Object.keys(attributes)) names.add(key);
    }
  }
  return names;
}
