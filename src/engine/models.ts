import built from 'virtual:emotion-models';
import { ClassifierError } from '../shared/errors';
import { parseManifest, type Manifest } from '../shared/manifest';

/** A model that this code was built with. All others are handed it: no other room knows what was compiled in. */
export interface Model {
  readonly name: string;
  readonly manifest: Manifest;
  /** Where the build has put each of its files, by path, as `build/own-files` writes it. */
  readonly urls: Readonly<Record<string, string>>;
}

/** What models there are to choose from, the default first. */
export const modelNames: readonly string[] = built.map(({ name }) => name);

/**
 * The model of this name; the default one for none, and for an empty one, as templates write what is not there.
 * @throws {ClassifierError} `model-missing` if this code was built without it, `model-corrupt` if its manifest is not one of ours,
 * `invalid-input` for what is no name
 */
export function findModel(name?: string | null): Model {
  if (typeof (name ?? '') !== 'string')
    throw new ClassifierError('invalid-input', `A model is chosen by its name: ${modelNames.join(' or ')}.`);
  const [standard] = built;
  if (!standard) {
    throw new ClassifierError(
      'model-missing',
      'No model: public/model/manifest.json was missing when this page was built. Run training/run.sh, then build again.',
    );
  }
  const found = name ? built.find((model) => model.name === name) : standard;
  if (!found) {
    throw new ClassifierError(
      'model-missing',
      `There is no model ${JSON.stringify(name)} in this build. Choose one of: ${modelNames.join(', ')}.`,
    );
  }
  return { ...found, manifest: parseManifest(found.manifest) };
}
