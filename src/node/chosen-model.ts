/** Which model a caller means, and where it is on this disk. */
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { folders } from 'virtual:emotion-node-files';
import { findModel, modelNames } from '../engine/models';
import { ClassifierError } from '../shared/errors';
import { parseManifest, type Manifest } from '../shared/manifest';

/** A model's folder, and what its files must be. */
export interface ModelFolder {
  readonly folder: string;
  readonly manifest: Manifest;
}

/**
 * The default model, the one of the package with this name, or else the one in this folder.
 * @throws {ClassifierError} `model-missing`, `model-corrupt`, or `invalid-input` for what is no string
 */
export async function chosenModel(model: string | undefined): Promise<ModelFolder> {
  if (typeof model !== 'string' || modelNames.includes(model)) {
    const { name, manifest } = findModel(model);
    return { folder: fileURLToPath(folders[name] ?? ''), manifest };
  }
  const folder = resolve(model);
  return { folder, manifest: await manifestIn(folder) };
}

/**
 * What a folder says of its own model. Nobody else vouches for it: whoever names a folder trusts it.
 * @throws {ClassifierError} `model-missing` where there is none, `model-corrupt` where it is not one of ours
 */
async function manifestIn(folder: string): Promise<Manifest> {
  const path = join(folder, 'manifest.json');
  let written: string;
  try {
    written = await readFile(path, 'utf8');
  } catch (cause) {
    throw new ClassifierError(
      'model-missing',
      `There is no model at ${folder}: ${path} cannot be read. Choose ${modelNames.join(' or ')}, or name a folder that training/run.sh wrote.`,
      { cause },
    );
  }
  try {
    return parseManifest(JSON.parse(written));
  } catch (cause) {
    if (cause instanceof ClassifierError)
      throw new ClassifierError(cause.code, cause.message.replace('model/manifest.json', path), { cause });
    throw new ClassifierError('model-corrupt', `${path} is no JSON. It is written by training/export.py.`, { cause });
  }
}
