/** What a person can do about the kept model, and what is said once it is done. */
import { EmotionClassifier } from '../../index';
import { chosenModel, chosenStorage } from '../chosen-model';
import { megabytes } from '../numbers';
import { isIsolating, setIsolating } from '../service-worker';
import { fill } from '../words/forms';
import type { Saying } from '../words/saying';
import { words } from '../words/speech';

const said = () => words().model.actions;

interface Fetching {
  readonly signal: AbortSignal;
  readonly onProgress: (loaded: number, total: number) => void;
}

export interface ModelAction {
  readonly label: () => string;
  readonly meaning: () => string;
  /** @returns a sentence to show, or nothing where the state says it all */
  readonly act: (fetching: Fetching) => Promise<Saying | undefined>;
}

export const MODEL_ACTIONS: readonly ModelAction[] = [
  {
    label: () => said().download,
    meaning: () => said().downloadMeans,
    async act(fetching) {
      const isUpdate = (await chosenStorage().updateBytes()) !== null;
      await chosenStorage().download(fetching);
      return isUpdate ? () => said().downloadDone : undefined;
    },
  },
  {
    label: () => said().check,
    meaning: () => said().checkMeans,
    async act() {
      const { damaged, missing } = await chosenStorage().verify();
      if (damaged.length > 0) return () => fill(said().checkDamaged, { files: damaged.join(', ') });
      return () => (missing.length > 0 ? fill(said().checkMissing, { files: missing.join(', ') }) : said().checkDone);
    },
  },
  {
    label: () => said().repair,
    meaning: () => said().repairMeans,
    async act(fetching) {
      await chosenStorage().repair(fetching);
      return () => said().repairDone;
    },
  },
  {
    label: () => said().protect,
    meaning: () => said().protectMeans,
    async act() {
      const isSafe = await chosenStorage().persist();
      return () => said()[isSafe ? 'protectDone' : 'protectRefused'];
    },
  },
  {
    label: () => said().import,
    meaning: () => said().importMeans,
    async act() {
      const chosen = await chooseFiles();
      if (chosen.length === 0) return undefined;
      const missing = await chosenStorage().importFiles(chosen);
      return missing.length > 0 ? () => fill(said().importMissing, { files: missing.join(', ') }) : undefined;
    },
  },
  {
    label: () => (isIsolating() ? said().oneThread : said().moreThreads),
    meaning: () => said().threadsMean,
    async act() {
      await setIsolating(!isIsolating());
      return () => said().threadsDone;
    },
  },
  {
    label: () => said().remove,
    meaning: () => said().removeMeans,
    async act() {
      await removeModel(chosenModel());
      return undefined;
    },
  },
];

/** Delete a model from this device, once somebody has said yes to downloading it again. Where nothing of it is here nobody is asked. */
export async function removeModel(name: string | undefined): Promise<void> {
  const storage = EmotionClassifier.storageOf(name);
  const bytes = await storage.storedBytes();
  const question = fill(words().model.reallyDelete, { name: name ?? '', size: megabytes(bytes) });
  if (bytes > 0 && !confirm(question)) return;
  await storage.remove();
}

function chooseFiles(): Promise<File[]> {
  const input = document.createElement('input');
  input.type = 'file';
  input.multiple = true;
  return new Promise((resolve) => {
    input.addEventListener('change', () => {
      resolve([...(input.files ?? [])]);
    });
    input.addEventListener('cancel', () => {
      resolve([]);
    });
    input.click();
  });
}
