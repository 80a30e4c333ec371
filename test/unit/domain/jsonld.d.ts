/** What the tests use of `jsonld`, which comes without types. */
declare module 'jsonld' {
  interface Options {
    documentLoader: (url: string) => Promise<{ documentUrl: string; document: unknown }>;
    /** Throws where a term or value would be dropped. */
    safe?: boolean;
  }
  const jsonld: {
    expand(document: object, options: Options): Promise<object>;
    compact(document: object, context: object, options: Options): Promise<object>;
    flatten(document: object, context: null, options: Options): Promise<object>;
  };
  export = jsonld;
}
