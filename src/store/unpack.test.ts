import { expect, test } from 'vitest';
import type { ModelFile } from '../shared/manifest';
import { sha256 } from './model-files';
import { beginUnpacking, unpackFiles } from './unpack';

async function gzip(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(new CompressionStream('gzip'))).arrayBuffer());
}
const plain = new TextEncoder().encode('weights '.repeat(1_000));

function packed(bytes: Uint8Array<ArrayBuffer>, raw: NonNullable<ModelFile['raw']>): Parameters<typeof unpackFiles> {
  const file: ModelFile = { path: 'onnx/weights.bin.gzip', bytes: bytes.length, sha256: '0'.repeat(64), raw };
  return [[file], new Map([[file.path, bytes]])];
}
const facts = { bytes: plain.length, sha256: await sha256(plain) };

test('a packed file comes out under the name that it is run by', async () => {
  const files = await unpackFiles(...packed(await gzip(plain), facts));
  expect([...files.keys()]).toEqual(['onnx/weights.bin']);
  expect(files.get('onnx/weights.bin')).toEqual(plain);
});

test.each([
  ['unfolds to more than the manifest says', await gzip(new Uint8Array(50_000_000)), facts],
  ['was cut short', (await gzip(plain)).slice(0, 40), facts],
  ['is no gzip', plain, facts],
  ['unpacks to fewer bytes', await gzip(plain.slice(1)), facts],
])('a file that %s is refused', async (_, bytes, raw) => {
  await expect(unpackFiles(...packed(bytes, raw))).rejects.toMatchObject({
    code: 'model-corrupt',
    message: expect.stringContaining('onnx/weights.bin.gzip') as string,
  });
});

test('what was begun while the hash was computed is taken once that is right', async () => {
  const bytes = await gzip(plain);
  const [files, whole] = packed(bytes, facts);
  for (const file of files) beginUnpacking(file, bytes);
  const [one, other] = [await unpackFiles(files, whole), await unpackFiles(files, whole)];
  expect(one.get('onnx/weights.bin')).toEqual(plain);
  expect(other.get('onnx/weights.bin')).toBe(one.get('onnx/weights.bin')); // unpacked once
});

test('that what was begun fails is told to whoever asks for it', async () => {
  const [files, whole] = packed(plain, facts);
  for (const file of files) beginUnpacking(file, plain);
  await expect(unpackFiles(files, whole)).rejects.toMatchObject({ code: 'model-corrupt' });
});
