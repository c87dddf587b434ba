import { EmotionClassifier } from '../index';
import { isIsolating, setIsolating } from './service-worker';

const { storage } = EmotionClassifier;
const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

/**
 * Says what this browser keeps of the model, with a button for each thing that one can do about it.
 * @returns what to call when that may have changed
 */
export function showModelPanel(state: HTMLElement, actions: HTMLElement): () => void {
  const say = (text: string): void => {
    state.textContent = text;
  };
  const refresh = (): void => {
    describe().then(say, () => {
      say('This page was built without a model.');
    });
  };
  let cancel: AbortController | undefined;
  const fetching = (): { signal: AbortSignal; onProgress: (loaded: number, total: number) => void } => ({
    signal: (cancel = new AbortController()).signal,
    onProgress: (loaded, total) => {
      say(`${megabytes(loaded)} of ${megabytes(total)} are here.`);
    },
  });

  /** A sentence to show, or nothing: then the state shows. */
  const add = (label: string, act: () => Promise<string | undefined>): void => {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = label;
    button.addEventListener('click', () => {
      button.disabled = true;
      void act()
        .catch((error: unknown) =>
          (error as Error).name === 'AbortError' ? 'Stopped. What came is kept.' : (error as Error).message,
        )
        .then((text) => {
          if (text === undefined) refresh();
          else say(text);
        })
        .finally(() => {
          button.disabled = false;
        });
    });
    actions.append(button);
  };

  add('Download', async () => {
    const isUpdate = (await storage.updateBytes()) !== null;
    await storage.download(fetching());
    return isUpdate ? 'The new model is here. Reload the page to use it.' : undefined;
  });
  add('Stop', () => {
    cancel?.abort();
    return Promise.resolve(cancel ? undefined : 'Nothing is being downloaded.');
  });
  add('Check', async () => {
    const { damaged, missing } = await storage.verify();
    if (damaged.length > 0) return `Damaged, and removed: ${damaged.join(', ')}. Repair fetches it again.`;
    return missing.length > 0 ? `Not here: ${missing.join(', ')}.` : 'Every file is the one it should be.';
  });
  add('Repair', async () => {
    await storage.repair(fetching());
    return 'Every file is here, and the one it should be.';
  });
  add('Remove', async () => {
    await storage.remove();
    return undefined;
  });
  add('Protect', async () =>
    (await storage.persist())
      ? 'The browser will not remove the model by itself.'
      : 'The browser may remove the model when room is short.',
  );
  add('Import files', async () => {
    const missing = await storage.importFiles(await chooseFiles());
    return missing.length > 0 ? `Still missing: ${missing.join(', ')}.` : undefined;
  });
  add('Use more threads', async () => {
    await setIsolating(!isIsolating());
    return 'One moment: the page reloads.';
  });
  refresh();
  return refresh;
}

async function describe(): Promise<string> {
  const [kept, missing, update] = await Promise.all([storage.storedBytes(), storage.missingBytes(), storage.updateBytes()]);
  if (update !== null) return `An older model serves. A new one can be downloaded: ${megabytes(update)}.`;
  if (missing === 0) return `Kept on this device, verified at each start: ${megabytes(kept)}. It works offline.`;
  const isReading = document.querySelector('emotion-tag:state(read), emotion-tag:state(unsure)') !== null;
  return isReading
    ? 'This browser keeps nothing for this page (a private window, or no room), so the model works from memory.'
    : `To be downloaded once: ${megabytes(missing)}.`;
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
