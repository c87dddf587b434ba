/** Written by the model plugin of vite.config.ts: the manifest of the model folder, or `null` where there is none. */
declare module 'virtual:emotion-model' {
  const manifest: unknown;
  export default manifest;
}
