import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The models that there are. Training writes these folders. */
const FOLDERS = { research: 'public/model', open: 'models/open' };

/** A model as a build ships it. */
export interface ShippedModel {
  readonly name: string;
  /** Its files, here. */
  readonly folder: string;
  /** Its folder in the build: `model` for the first, which is that of pages that choose none, and `model-NAME` for each other. */
  readonly to: string;
  /** What stands in its `manifest.json`. */
  readonly manifest: string;
}

/** The folders of the models of a build: this one first. `EMOTION_MODEL` names another folder, which is shipped alone. */
export function modelFolders(first: keyof typeof FOLDERS): string[] {
  const { EMOTION_MODEL: only } = process.env;
  return only === undefined ? [...new Set([FOLDERS[first], ...Object.values(FOLDERS)])] : [only];
}

/**
 * The models in these folders; `missing` hears of a folder without one.
 * @throws {Error} where two have one name: a page could not choose
 */
export function modelsIn(folders: readonly string[], missing: (manifest: string) => void): ShippedModel[] {
  const models: ShippedModel[] = [];
  for (const folder of folders.map((path) => resolve(path))) {
    const path = join(folder, 'manifest.json');
    if (!existsSync(path)) {
      missing(path);
      continue;
    }
    const manifest = readFileSync(path, 'utf8');
    const { name = 'research' } = JSON.parse(manifest) as { name?: string }; // as `nameOf` in src/shared/manifest
    const same = models.find((other) => other.name === name);
    if (same) throw new Error(`The models in ${same.folder} and ${folder} are both named ${name}. Give one of them another name.`);
    models.push({ name, folder, to: models.length === 0 ? 'model' : `model-${name}`, manifest });
  }
  return models;
}
