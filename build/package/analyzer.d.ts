declare module '@custom-elements-manifest/analyzer/cli.js' {
  import type { Manifest } from './table.ts';
  export function cli(options: { readonly argv: readonly string[]; readonly noWrite: boolean }): Promise<Manifest>;
}
