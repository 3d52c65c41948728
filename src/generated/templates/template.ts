// Written by scripts/gen-templates.ts. Do not edit: run `npm run gen`.

declare const trusted: unique symbol;

/** Finished HTML: inserted as it is. A plain string is none; what templates of kind `html` print is. */
export type Html = string & { readonly [trusted]: true };

/** A compiled template: data for src/template/. Holds nothing of a tenant. */
export type Template<Context, Kind extends 'html' | 'text' = 'html' | 'text'> = {
  /** Folder and file: `email/layout`. */
  readonly name: string;
  readonly kind: Kind;
  /** The templates that it calls, by the names under which it does. */
  readonly partials: Readonly<Record<string, Template<never>>>;
  /** The helpers that it calls. */
  readonly helpers: readonly string[];
  /** What the runtime of Handlebars takes. */
  readonly program: object;
  /** Ties the variables to the type; there is no such member. */
  readonly context?: (context: Context) => void;
};
