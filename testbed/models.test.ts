import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseManifest, runName } from '../src/shared/manifest';
import { sha256 } from '../src/store/model-files';
import { unpackFiles } from '../src/store/unpack';

// A start compares the packed bytes alone: what comes out of them follows.
test.each(['public/model', 'models/open'])('what %s unpacks to is what its manifest names', async (folder) => {
  const { files } = parseManifest(JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')));
  const read = async (path: string) => [path, new Uint8Array(await readFile(join(folder, path)))] as const;
  const unpacked = await unpackFiles(files, new Map(await Promise.all(files.map(({ path }) => read(path)))));
  for (const file of files)
    if (file.raw) expect(await sha256(unpacked.get(runName(file)) ?? new Uint8Array())).toBe(file.raw.sha256);
});

/** In percent, from a card: the mean of GoEmotions' macro F1, of praise and complaints that are not contradicted, and of our own 400 texts. */
async function meanOf(folder: string): Promise<number> {
  const card = await readFile(join(folder, 'MODEL.md'), 'utf8');
  const figure = (pattern: RegExp): number => Number(pattern.exec(card)?.[1]);
  const goemotions = 100 * figure(/^\| goemotions [^|]*\|[^|]*\| ([\d.]+) /m);
  const contradicted = (figure(/^\| praise .* ([\d.]+)% \|$/m) + figure(/^\| complaints .* ([\d.]+)% \|$/m)) / 2;
  const own = figure(/^`training\/kinds\.jsonl`.* ([\d.]+)% of all/m);
  return (goemotions + (100 - contradicted) + own) / 3;
}

// From two points on `research` would be the default of the page.
test('research is less than two points ahead of open, and the README says which is ahead by how many', async () => {
  const ahead = (await meanOf('public/model')) - (await meanOf('models/open'));
  expect(ahead).toBeLessThan(2);
  expect(await readFile('README.md', 'utf8')).toContain(
    `\`${ahead > 0 ? 'research' : 'open'}\` is ${Math.abs(ahead).toFixed(1)} points ahead`,
  );
});
