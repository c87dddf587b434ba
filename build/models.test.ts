import { mkdtempSync, mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { modelsIn } from './models.ts';

/** Folders with manifests of these names; `null` for one that lacks its manifest. */
function foldersOf(...names: readonly (string | null)[]): string[] {
  const parent = mkdtempSync(join(tmpdir(), 'models-'));
  return names.map((name, i) => {
    const folder = join(parent, String(i));
    mkdirSync(folder);
    if (name !== null) writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ name }));
    return folder;
  });
}

// fault: build | a model’s folder has no manifest when the page is built | an empty folder beside a whole one | a warning with its path; the build has the other, as its default | –
test('a folder without a model is told, and the others ship, the first as the default', () => {
  const missing: string[] = [];
  const [empty, open] = foldersOf(null, 'open') as [string, string];
  const models = modelsIn([empty, open], (manifest) => missing.push(manifest));
  expect(models.map(({ name, to }) => [name, to])).toEqual([['open', 'model']]);
  expect(missing).toEqual([join(empty, 'manifest.json')]);
});

test('two models of one name are refused with both folders', () => {
  const folders = foldersOf('open', 'open');
  expect(() => modelsIn(folders, () => undefined)).toThrow(folders[1]);
});
