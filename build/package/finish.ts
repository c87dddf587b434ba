/** After the build of the package: the script for plain pages, declarations that Node can resolve, types for JSX, the README's table. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { getVsCodeHtmlCustomData } from 'custom-element-vs-code-integration';
import { apiOf, type Own } from './api.ts';
import { jsxTypes, svelteTypes, vueTypes, webTypes } from './frameworks.ts';
import { integrityLines } from './integrity.ts';
import { llmsText } from './llms.ts';
import { takePageScript } from './page-script.ts';
import { tablesOf, type Manifest } from './table.ts';

takePageScript('lib/page', 'lib');
writeFileSync('lib/integrity.html', integrityLines('lib', '/emotion-tag/'));

// Sources import without extensions, as bundlers resolve; Node's resolution wants them.
for (const name of readdirSync('lib/types', { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.d.ts'))) {
  const file = join('lib/types', name);
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, text.replace(/(from |import\()(['"])(\.[^'"]*?)(?:\.js)?\2/g, '$1$2$3.js$2'));
}

const manifest = JSON.parse(readFileSync('lib/custom-elements.json', 'utf8')) as Manifest;
const own = JSON.parse(readFileSync('package.json', 'utf8')) as Own;
writeFileSync('lib/jsx.d.ts', jsxTypes(manifest));
writeFileSync('lib/vue.d.ts', vueTypes(manifest));
writeFileSync('lib/svelte.d.ts', svelteTypes(manifest));
writeFileSync('lib/web-types.json', webTypes(manifest, own));

// The integration writes `undefined` for a custom property that has no one default.
const told = JSON.parse(readFileSync('lib/custom-elements.json', 'utf8')) as Parameters<typeof getVsCodeHtmlCustomData>[0];
const editorData = getVsCodeHtmlCustomData(told, {}).replaceAll(' _(default: undefined)_', '');
writeFileSync('lib/vscode.html-custom-data.json', editorData);
writeFileSync('lib/llms.txt', llmsText(apiOf(manifest, own)));

const readme = readFileSync('README.md', 'utf8');
const filled = readme.replace(
  /(<!-- table: generated[^>]*-->\n)[^]*?(<!-- \/table -->)/,
  (_, start: string, end: string) =>
    `${start}<!-- prettier-ignore-start -->\n\n${tablesOf(manifest)}\n\n<!-- prettier-ignore-end -->\n${end}`,
);
if (filled !== readme) writeFileSync('README.md', filled);
