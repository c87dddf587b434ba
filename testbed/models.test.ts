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
