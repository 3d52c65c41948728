/** HTML that a sanitizer has passed, as a value that nothing else can make. */

const seal = Symbol('seal');

/**
 * A fragment of sanitized HTML. Only a sanitizer makes one: neither JSON, nor `structuredClone`, nor a look-alike object
 * has the private field. The ESM and CJS builds each have their own, and each refuses the other's.
 *
 * It may stand where elements stand. It is not safe inside an attribute, `<textarea>`, `<title>`, `<style>`, `<script>`
 * or `<noscript>`, which read the same characters differently.
 */
export class SafeHtml {
  readonly #html: string;

  /** @internal */
  constructor(key: symbol, html: string) {
    if (key !== seal) throw new TypeError('Cannot make a `SafeHtml`, expected `sanitize()` of a sanitizer to make it');
    this.#html = html;
    Object.freeze(this);
  }

  /** @internal */
  static read(value: unknown): string | undefined {
    return typeof value === 'object' && value !== null && #html in value ? value.#html : undefined;
  }
}

/**
 * Vouches for a fragment. For sanitizers only.
 *
 * @internal
 */
export const sealHtml = (html: string): SafeHtml => new SafeHtml(seal, html);

/** Tells whether a value was made by a sanitizer of this build. */
export function isSafeHtml(value: unknown): value is SafeHtml {
  return SafeHtml.read(value) !== undefined;
}

/** Returns the markup of a sanitized fragment. @throws TypeError when a sanitizer did not make the value */
export function safeHtmlText(value: SafeHtml): string {
  const html = SafeHtml.read(value);
  if (html === undefined) throw new TypeError('Cannot read a value as `SafeHtml`, expected what `sanitize()` returned');
  return html;
}
