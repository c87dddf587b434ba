import compiled from 'virtual:emotion-model';
import { ClassifierError } from '../shared/errors';
import { parseManifest, type Manifest } from '../shared/manifest';

/**
 * The manifest that this bundle was built with. All others are handed it: no other room knows what was compiled in.
 * @throws {ClassifierError} `model-missing` if it was built without a model, `model-corrupt` if the manifest is not one of ours
 */
export function readManifest(): Manifest {
  if (compiled === null) {
    throw new ClassifierError(
      'model-missing',
      'No model: public/model/manifest.json was missing when this page was built. Run training/run.sh, then build again.',
    );
  }
  return parseManifest(compiled);
}
