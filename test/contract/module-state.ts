/** The state of modules, as far as it can be seen from outside: what they export, to any depth. */
import { readFileSync } from 'node:fs';

const root = new URL('../../', import.meta.url);
const relativeImport = /(?:from|import)\s*\(?\s*'(\.{1,2}\/[^']+)\.js'/g;
/** Loads jsdom, which takes half a second and is not needed unless HTML is sanitized. */
const heavy = /sanitize\/(?:dompurify|sanitizer)\.ts$/;

/** A source file and all that it imports, directly or not. */
function modulesFrom(source: URL, found = new Set<string>()): Set<string> {
  if (found.has(source.href) || heavy.test(source.href)) return found;
  found.add(source.href);
  for (const [, specifier] of readFileSync(source, 'utf8').matchAll(relativeImport)) {
    modulesFrom(new URL(`${specifier}.ts`, source), found);
  }
  return found;
}

/** A value as plain data, with the insides of maps, sets and classes. */
function dataOf(value: unknown, seen = new Set<unknown>()): unknown {
  if (typeof value === 'bigint' || typeof value === 'symbol') return String(value);
  if ((typeof value !== 'object' && typeof value !== 'function') || value === null) return value;
  if (seen.has(value)) return 'seen';
  seen.add(value);
  if (value instanceof Map) return { map: [...value].map((entry) => dataOf(entry, seen)) };
  if (value instanceof Set) return { set: [...value].map((member) => dataOf(member, seen)) };
  if (value instanceof RegExp) return { pattern: String(value), lastIndex: value.lastIndex };
  const members = Reflect.ownKeys(value).flatMap((key) => {
    const { value: member, get } = Object.getOwnPropertyDescriptor(value, key) ?? {};
    return get === undefined ? [[String(key), dataOf(member, seen)] as const] : [];
  });
  return { kind: typeof value, frozen: Object.isFrozen(value), ...Object.fromEntries(members) };
}

/** The exports of all modules that a source file is made of. */
export async function stateOf(source: string): Promise<{ modules: number; exports: Record<string, unknown> }> {
  const urls = [...modulesFrom(new URL(source, root))];
  const loaded = await Promise.all(urls.map(async (url) => [url, { ...(await import(url)) }] as const));
  const exports = Object.fromEntries(loaded.map(([url, module]) => [url.slice(root.href.length), dataOf(module)]));
  return { modules: urls.length, exports };
}
