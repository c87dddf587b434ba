/** Written by the model plugin of vite.config.ts: the manifest of the model folder, or `null` where there is none. */
declare module 'virtual:emotion-model' {
  const manifest: unknown;
  export default manifest;
  /** Where each of its files is, by path, as `build/own-files` writes it. */
  export const urls: Readonly<Record<string, string>>;
}

/** Written by the same plugin: how to know the runtime's two pairs of files. */
declare module 'virtual:emotion-runtime' {
  interface BuiltFile {
    readonly bytes: number;
    readonly sha256: string;
  }
  type Pair = Readonly<Record<'mjs' | 'wasm', BuiltFile>>;
  const files: { readonly plain: Pair; readonly jspi: Pair };
  export default files;
}

/** Written by the same plugin: MODEL.md of the model folder, or nothing where there is none. */
declare module 'virtual:emotion-model-card' {
  const markdown: string;
  export default markdown;
}

/** The text of a file, for tests. */
declare module '*.html?raw' {
  const text: string;
  export default text;
}
