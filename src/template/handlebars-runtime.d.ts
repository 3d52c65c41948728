/** The part of Handlebars' runtime that is used here; the package declares no types for this path. */
declare module 'handlebars/runtime.js' {
  /** What inherited members of data may be read: none. */
  export type ProtoAccess = {
    readonly whitelist: Readonly<Record<string, boolean>>;
    readonly defaultValue: false;
  };
  export type RenderOptions = {
    readonly data: object;
    readonly partial: true;
    readonly helpers: object;
    readonly partials: Readonly<Record<string, unknown>>;
    readonly decorators: object;
    readonly hooks: object;
    readonly protoAccessControl: { readonly properties: ProtoAccess; readonly methods: ProtoAccess };
  };
  export type Environment = {
    readonly helpers: Readonly<Record<string, unknown>>;
    readonly decorators: Readonly<Record<string, unknown>>;
    unregisterHelper(name: string): void;
    unregisterDecorator(name: string): void;
    template(program: object): (context: unknown, options: RenderOptions) => string;
  };
  const Handlebars: { create(): Environment };

  // biome-ignore lint/style/noDefaultExport: it is how the package exports it
  export default Handlebars;
}
