/** Written by `build/node-files-plugin.ts`: where the package's own files are, beside whatever bundle asks. */
declare module 'virtual:emotion-node-files' {
  /** The folder of the model that was built in. */
  export const model: URL;
  /** The WASM runtime that browsers use too. */
  export const wasm: URL;
  /** The script of a thread. */
  export const thread: URL;
}
