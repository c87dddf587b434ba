/** A model's files on this disk. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ClassifierError } from '../shared/errors';
import { filesFor, parseManifest, type Manifest, type ModelFile } from '../shared/manifest';
import { matches, type ModelBytes } from '../store/model-files';
import { unpackFiles } from '../store/unpack';

/**
 * What a folder says of its own model. Nobody else vouches for it: whoever names a folder trusts it.
 * @throws {ClassifierError} `model-missing` where there is none, `model-corrupt` where it is not one of ours
 */
export async function manifestIn(folder: string): Promise<Manifest> {
  const path = join(folder, 'manifest.json');
  let written: string;
  try {
    written = await readFile(path, 'utf8');
  } catch (cause) {
    throw new ClassifierError(
      'model-missing',
      `There is no model at ${folder}: ${path} cannot be read. Name the folder that training/run.sh wrote.`,
      { cause },
    );
  }
  try {
    return parseManifest(JSON.parse(written));
  } catch (cause) {
    if (cause instanceof ClassifierError) throw cause;
    throw new ClassifierError('model-corrupt', `${path} is no JSON. It is written by training/export.py.`, { cause });
  }
}

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
  if (await matches(bytes, file)) return bytes;
  throw new ClassifierError(
    'model-corrupt',
    `The model file ${path} is not the one that its manifest names: its SHA-256 differs. Install the package again, or write the folder anew.`,
  );
}
