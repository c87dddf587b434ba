import { fileURLToPath } from 'node:url';
import { model as builtIn } from 'virtual:emotion-node-files';
import { readManifest } from '../engine/models';
import { filesFor, modelName } from '../shared/manifest';
import { readModel } from './model-folder';

/** What there is to know of the model of this package. */
export interface ModelFacts {
  readonly name: 'built-in';
  readonly folder: string;
  /** As `diagnostics` names it. */
  readonly model: string;
  /** Of the files that are read here. */
  readonly bytes: number;
  /** A strongest score below this gets no label. */
  readonly threshold: number;
  /** What is wrong with its files, if anything is. */
  readonly problem: string | null;
}

/** Reads every file and compares its hash. */
export async function modelFacts(): Promise<ModelFacts> {
  const manifest = readManifest();
  const folder = fileURLToPath(builtIn);
  const problem = await readModel(folder, manifest).then(
    () => null,
    (error: unknown) => (error as Error).message,
  );
  const bytes = filesFor(manifest, ['wasm']).reduce((sum, file) => sum + file.bytes, 0);
  return { name: 'built-in', folder, model: modelName(manifest), bytes, threshold: manifest.threshold, problem };
}
