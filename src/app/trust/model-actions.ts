/** What a person can do about the kept model, and what is said once it is done. */
import { chosenStorage } from '../chosen-model';
import { isIsolating, setIsolating } from '../service-worker';

interface Fetching {
  readonly signal: AbortSignal;
  readonly onProgress: (loaded: number, total: number) => void;
}

export interface ModelAction {
  readonly label: string;
  readonly meaning: string;
  /** @returns a sentence to show, or nothing where the state says it all */
  readonly act: (fetching: Fetching) => Promise<string | undefined>;
}

export const MODEL_ACTIONS: readonly ModelAction[] = [
  {
    label: 'Download',
    meaning: 'Fetch the model now, or a newer one where an older one serves.',
    async act(fetching) {
      const isUpdate = (await chosenStorage().updateBytes()) !== null;
      await chosenStorage().download(fetching);
      return isUpdate ? 'The new model is here. Reload the page to use it.' : undefined;
    },
  },
  {
    label: 'Check',
    meaning: 'Compare every file with its fingerprint.',
    async act() {
      const { damaged, missing } = await chosenStorage().verify();
      if (damaged.length > 0) return `Damaged, and removed: ${damaged.join(', ')}. Repair fetches it again.`;
      return missing.length > 0 ? `Not here: ${missing.join(', ')}.` : 'Every file is the one it should be.';
    },
  },
  {
    label: 'Repair',
    meaning: 'Fetch again what is damaged or missing.',
    async act(fetching) {
      await chosenStorage().repair(fetching);
      return 'Every file is here, and the one it should be.';
    },
  },
  {
    label: 'Protect',
    meaning: 'Ask the browser not to remove the model when room is short.',
    act: async () =>
      (await chosenStorage().persist())
        ? 'The browser will not remove the model by itself.'
        : 'The browser may remove the model when room is short.',
  },
  {
    label: 'Import files',
    meaning: 'Take the model’s files from this device, where the network cannot bring them.',
    async act() {
      const chosen = await chooseFiles();
      if (chosen.length === 0) return undefined;
      const missing = await chosenStorage().importFiles(chosen);
      return missing.length > 0 ? `Still missing: ${missing.join(', ')}.` : undefined;
    },
  },
  {
    get label() {
      return isIsolating() ? 'Use one thread' : 'Use more threads';
    },
    meaning: 'Let several processor cores read together, or one again. The page reloads.',
    async act() {
      await setIsolating(!isIsolating());
      return 'One moment: the page reloads.';
    },
  },
  {
    label: 'Remove',
    meaning: 'Delete this model and every part of it from this device.',
    async act() {
      await chosenStorage().remove();
      return undefined;
    },
  },
];

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
