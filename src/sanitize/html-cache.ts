/** Keeps results for fragments that come again, without keeping the fragments. */
import { digest } from '../kernel/hash.js';

export type HtmlCache<Value> = {
  /** Returns what was stored for the fragment, or makes and stores it. */
  getOrMake(html: string, make: () => Value): Value;
};

/**
 * Creates a cache of the `maxEntries` results used last, of at most `maxChars` together.
 *
 * Its keys are SHA-256 under a random key, nested as HMAC nests it: they hold no text, and mean nothing in another
 * process or to another sanitizer.
 */
export function createHtmlCache<Value>(bounds: {
  readonly maxEntries: number;
  readonly maxChars: number;
  readonly sizeOf: (value: Value) => number;
}): HtmlCache<Value> {
  const secret = Array.from(crypto.getRandomValues(new Uint32Array(8)), (word) => word.toString(16)).join(' ');
  const entries = new Map<string, Value>();
  let chars = 0;

  const drop = (key: string, value: Value): void => {
    entries.delete(key);
    chars -= bounds.sizeOf(value);
  };
  const store = (key: string, value: Value): void => {
    entries.set(key, value);
    chars += bounds.sizeOf(value);
    // A map keeps the order of insertion, so the first is the one that was not used for longest.
    for (const [oldest, stale] of entries) {
      if (entries.size <= bounds.maxEntries && chars <= bounds.maxChars) return;
      drop(oldest, stale);
    }
  };

  return {
    getOrMake: (html, make) => {
      const key = digest(secret, digest(secret, html));
      const known = entries.get(key);
      if (known !== undefined) {
        entries.delete(key);
        entries.set(key, known);
        return known;
      }
      const made = make();
      store(key, made);
      return made;
    },
  };
}
