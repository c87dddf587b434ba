/** Written by `build/model-plugin`: the models of this build, that of pages which choose none first. */
declare module 'virtual:emotion-models' {
  interface BuiltModel {
    readonly name: string;
    readonly manifest: unknown;
    /** Where each of its files is, by path, as `build/own-files` writes it. */
    readonly urls: Readonly<Record<string, string>>;
  }
  const models: readonly BuiltModel[];
  export default models;
}

/** Written by the same plugin: MODEL.md of each model, by its name; empty where it has none. */
declare module 'virtual:emotion-model-cards' {
  const cards: Readonly<Record<string, string>>;
  export default cards;
}

/** Written by `build/runtime-plugin`: how to know the runtime's two pairs of files. */
declare module 'virtual:emotion-runtime' {
  interface BuiltFile {
    readonly bytes: number;
    readonly sha256: string;
  }
  type Pair = Readonly<Record<'mjs' | 'wasm', BuiltFile>>;
  const files: { readonly plain: Pair; readonly jspi: Pair };
  export default files;
}

/** The text of a file, for tests. */
declare module '*.html?raw' {
  const text: string;
  export default text;
}

/** Written by the embed plugin of vite.config.ts: what the Custom Elements Manifest tells of the element. */
declare module 'virtual:emotion-tag-api' {
  interface ApiRow {
    readonly name: string;
    readonly type?: string;
    readonly default?: string;
    readonly meaning: string;
  }
  const api: {
    readonly name: string;
    readonly version: string;
    readonly homepage: string;
    readonly groups: readonly { readonly title: string; readonly rows: readonly ApiRow[] }[];
  };
  export default api;
}
