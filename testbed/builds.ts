import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { Manifest } from '../src/shared/manifest';

type Writable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer E)[] ? Writable<E>[] : T[K] };

/** Build the page with a model of its own, as a later deployment would be. Resolves with the built folder, in a temporary place. */
export function buildWith(change: (manifest: Writable<Manifest>, folder: string) => void): string {
  const place = mkdtempSync(join(tmpdir(), 'emotion-tag-'));
  const model = join(place, 'model');
  cpSync('models/open', model, { recursive: true });
  const path = join(model, 'manifest.json');
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as Writable<Manifest>;
  change(manifest, model);
  writeFileSync(path, JSON.stringify(manifest));
  const built = join(place, 'dist');
  execFileSync('npx', ['vite', 'build', '--outDir', built, '--emptyOutDir', '--logLevel', 'error'], {
    env: { ...process.env, EMOTION_MODEL: model },
  });
  return built;
}

/** Other weights that compute the same: a byte more at the end, which no tensor refers to. */
export function withOtherWeights(manifest: Writable<Manifest>, folder: string): void {
  const file = manifest.files.find((entry) => entry.path === 'onnx/weights.bin.gzip');
  if (!file) throw new Error('no weights in the manifest');
  const raw = Buffer.concat([gunzipSync(readFileSync(join(folder, file.path))), Buffer.from([0])]);
  const bytes = gzipSync(raw, { level: 1 });
  writeFileSync(join(folder, file.path), bytes);
  Object.assign(file, { ...factsOf(bytes), raw: factsOf(raw) });
}

const factsOf = (bytes: Buffer): { bytes: number; sha256: string } => ({
  bytes: bytes.length,
  sha256: createHash('sha256').update(bytes).digest('hex'),
});
