/** The part of Handlebars' runtime that is used here; the package declares no types for this path. */
declare module 'handlebars/runtime.js' {
  export type Helper = (this: unknown, ...args: never[]) => string;
  type RenderOptions = {
    readonly data: object;
    readonly partials: Readonly<Record<string, unknown>>;
    readonly allowProtoMethodsByDefault: false;
    readonly allowProtoPropertiesByDefault: false;
  };
  export type Environment = {
    readonly helpers: Readonly<Record<string, unknown>>;
    readonly decorators: Readonly<Record<string, unknown>>;
    registerHelper(helpers: Readonly<Record<string, Helper>>): void;
    unregisterHelper(name: string): void;
    unregisterDecorator(name: string): void;
    template(program: object): (context: unknown, options: RenderOptions) => string;
  };
  const Handlebars: { create(): Environment };

  // biome-ignore lint/style/noDefaultExport: it is how the package exports it
  export default Handlebars;
}
