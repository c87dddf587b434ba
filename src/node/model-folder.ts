/** A model's files on this disk. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ClassifierError } from '../shared/errors';
import { filesFor, type Manifest, type ModelFile } from '../shared/manifest';
import { matches, type ModelBytes } from '../store/model-files';
import { beginUnpacking, unpackFiles } from '../store/unpack';

/**
 * The files that the graph of WASM needs, each compared with its hash.
 * @throws {ClassifierError} `model-missing` or `model-corrupt`
 */
export async function readModel(folder: string, manifest: Manifest): Promise<ModelBytes> {
  const files = filesFor(manifest, ['wasm']);
  const packed = files.map(async (file) => [file.path, await readVerified(folder, file)] as const);
  return unpackFiles(files, new Map(await Promise.all(packed)));
}

async function readVerified(folder: string, file: ModelFile): Promise<Uint8Array<ArrayBuffer>> {
  const path = join(folder, file.path);
  let bytes: Uint8Array<ArrayBuffer>;
  try {
    bytes = new Uint8Array(await readFile(path));
  } catch (cause) {
    throw new ClassifierError(
      'model-missing',
      `No model file at ${path}. Install the package again, or name another model folder.`,
      { cause },
    );
  }
  beginUnpacking(file, bytes);
  if (await matches(bytes, file)) return bytes;
  throw new ClassifierError(
    'model-corrupt',
    `The model file ${path} is not the one that its manifest names: its SHA-256 differs. Install the package again, or write the folder anew.`,
  );
}
