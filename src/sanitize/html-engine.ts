/** What the sanitizer needs of a DOM and of what cleans it. Types only. */

/** Cleans and parses HTML, with one policy for its whole life. */
export type HtmlEngine = {
  /** Whether the engine itself believes that it works. */
  readonly isSupported: boolean;
  /** Returns what of a fragment may stay; `again` if it comes from the call before. @throws TooManyElements */
  clean(html: string, again: boolean): string;
  /** Parses a fragment as a browser does inside `<body>`, and hands the parent of it all to `read`. */
  parse<Result>(html: string, read: (root: Element) => Result): Result;
  /** Returns how a fragment is written after it was parsed, and what `read` makes of it. */
  reread<Result>(html: string, read: (root: Element) => Result): readonly [written: string, result: Result];
};

/** Thrown by {@link HtmlEngine.clean} when the parsed fragment takes more work than its markup announced. */
export class TooManyElements extends Error {}
