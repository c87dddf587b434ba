/** The README's tables of the element are generated from its source; `packed.spec.ts` builds it anew and compares. Here: they are whole. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '../../testbed/fake-page';

const sourceOf = (path: string): string => readFileSync(`src/element/${path}`, 'utf8');
const all = (text: string, pattern: RegExp): string[] =>
  [...new Set([...text.matchAll(pattern)].flatMap(([, found = '']) => found.split(' ')))].sort();

test('the README’s tables name each attribute, event, part and state that the element has', async ({ page, story }) => {
  const tables = /<!-- table[^]*<!-- \/table -->/.exec(readFileSync('README.md', 'utf8'))![0].split('\n\n');
  const told = (kind: string): string[] =>
    all(
      tables.find((table) => table.startsWith(`| ${kind}`))!,
      /^\| `([^`]+)`(?! \(property, read)/gm,
    );
  await story('');
  const attributes = await page.evaluate(
    () => (customElements.get('emotion-tag') as unknown as { observedAttributes: string[] }).observedAttributes,
  );
  expect(told('attribute')).toEqual(attributes.sort());
  expect(told('event')).toEqual(all(sourceOf('events.ts'), /static readonly type = '([^']+)'/g));
  const views = readdirSync('src/element/views').map((name) => sourceOf(`views/${name}`));
  expect(told('part').filter((name) => !name.startsWith('--'))).toEqual(
    all([...views, sourceOf('shapes.ts')].join(), /\spart="([^"]+)"/g),
  );
  const [state = ''] = sourceOf('state.ts').split('/** The reading that shows');
  // One more is no state of its own: a reading that shows while a newer text is read.
  expect(told('state')).toEqual([...all(state, /kind: '([^']+)'/g), 'stale'].sort());
});
