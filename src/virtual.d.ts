/** Written by the model plugin of vite.config.ts: the manifest of the model folder, or `null` where there is none. */
declare module 'virtual:emotion-model' {
  const manifest: unknown;
  export default manifest;
  /** Where each of its files is, by path, as `build/own-files` writes it. */
  export const urls: Readonly<Record<string, string>>;
}

/** Written by the same plugin: what the runtime's two pairs of files weigh. */
declare module 'virtual:emotion-runtime-bytes' {
  const bytes: { readonly plain: number; readonly jspi: number };
  export default bytes;
}

/** Written by the same plugin: MODEL.md of the model folder, or nothing where there is none. */
declare module 'virtual:emotion-model-card' {
  const markdown: string;
  export default markdown;
}
