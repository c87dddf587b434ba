import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { modelNames } from '../engine/models';
import { filesFor, weightsHash } from '../shared/manifest';
import { chosenModel } from './chosen-model';
import { readModel } from './model-folder';

/** What there is to know of a model of this package. */
export interface ModelFacts {
  readonly name: string;
  readonly folder: string;
  /** As `diagnostics` names it. */
  readonly model: string;
  /** Of the files that are read here. */
  readonly bytes: number;
  /** A strongest score below this gets no label. */
  readonly threshold: number;
  /** What it may be used for, as its card says; `null` where it has none. */
  readonly licence: string | null;
  /** What is wrong with its files, if anything is. */
  readonly problem: string | null;
}

/** Of each model, the default first. Reads every file and compares its hash. */
export const modelFacts = (): Promise<ModelFacts[]> => Promise.all(modelNames.map(factsOf));

async function factsOf(name: string): Promise<ModelFacts> {
  const { folder, manifest } = await chosenModel(name);
  const problem = await readModel(folder, manifest).then(
    () => null,
    (error: unknown) => (error as Error).message,
  );
  const bytes = filesFor(manifest, ['wasm']).reduce((sum, file) => sum + file.bytes, 0);
  const card = await readFile(join(folder, 'MODEL.md'), 'utf8').catch(() => '');
  const licence = /^- \*\*Licence\*\*: (.*)$/m.exec(card)?.[1]?.replaceAll('**', '') ?? null;
  return { name, folder, model: weightsHash(manifest), bytes, threshold: manifest.threshold, licence, problem };
}
