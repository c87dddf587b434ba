/** Written by `build/node-files-plugin.ts`: where the package's own files are, beside whatever bundle asks. */
declare module 'virtual:emotion-node-files' {
  /** The folders of the models that were built in, by their names. */
  export const folders: Readonly<Record<string, URL>>;
  /** The WASM runtime that browsers use too. */
  export const wasm: URL;
  /** The script of a thread. */
  export const thread: URL;
}
