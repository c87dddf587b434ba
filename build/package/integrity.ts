/** Subresource Integrity for pages without a build: the lines that let a browser run these scripts and no others. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ENTRY = 'emotion-tag.js';

const integrityOf = (file: string): string => `sha384-${createHash('sha384').update(readFileSync(file)).digest('base64')}`;

/**
 * An attribute covers one script alone; what that imports is named in an import map (Chromium 127, Safari 18, Firefox 138; older browsers
 * run it unchecked). Workers know neither: the worker, and the wasm that it runs, come from the same folder.
 * @param folder the built files
 * @param base the address of the folder on the site, with a final slash
 */
export function integrityLines(folder: string, base: string): string {
  const imported = readdirSync(join(folder, 'assets'))
    .filter((name) => name.endsWith('.js'))
    .sort()
    .map((name) => `assets/${name}`);
  const integrity = Object.fromEntries(imported.map((path) => [base + path, integrityOf(join(folder, path))]));
  return `<script type="importmap">
${JSON.stringify({ integrity }, null, 2)}
</script>
<script type="module" src="${base}${ENTRY}" integrity="${integrityOf(join(folder, ENTRY))}"></script>
`;
}
