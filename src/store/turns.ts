import type { ModelFile } from '../shared/manifest';
import { ifItAnswers } from './patience';

/**
 * One tab or worker at a time downloads a file: the others wait, then find it kept. While they wait they hear how much is here, so
 * that every tab shows the same bar and no waiting worker looks dead.
 * @param onLoaded called with the bytes that are here, wherever they arrive
 * @param task does the work; it calls `tell` with the bytes that are here
 */
export async function inTurn<T>(
  file: ModelFile,
  onLoaded: (bytes: number) => void,
  task: (tell: (bytes: number) => void) => Promise<T>,
  signal?: AbortSignal,
): Promise<T> {
  const name = `emotion-tag:${file.sha256}`;
  const channel = openChannel(name);
  let heardAt = performance.now();
  if (channel) {
    channel.onmessage = ({ data }: MessageEvent<unknown>) => {
      heardAt = performance.now();
      if (typeof data === 'number') onLoaded(data);
    };
  }
  let last = 0;
  let beat: ReturnType<typeof setInterval> | undefined;
  const work = (): Promise<T> => {
    if (channel) channel.onmessage = null;
    beat = setInterval(() => channel?.postMessage(last), BEAT_MS);
    return task((bytes) => {
      last = bytes;
      onLoaded(bytes);
      channel?.postMessage(bytes);
    });
  };
  try {
    return await alone(name, work, () => performance.now() - heardAt > SILENCE_MS, signal);
  } finally {
    clearInterval(beat);
    channel?.close();
  }
}

/** Milliseconds between two signs of life of the one that downloads, and after which it is taken for dead, or frozen with its tab. */
const BEAT_MS = 1000;
const SILENCE_MS = 10_000;

function openChannel(name: string): BroadcastChannel | undefined {
  try {
    return new BroadcastChannel(name);
  } catch {
    return undefined;
  }
}

/** Run a task, once, under a lock: or without, where there are no locks, they fail, or whoever holds it has fallen silent. */
async function alone<T>(
  name: string,
  task: () => Promise<T>,
  isSilent: () => boolean,
  signal: AbortSignal | undefined,
): Promise<T> {
  let result: Promise<T> | undefined;
  const once = (): Promise<T> => (result ??= task());
  const waiting = new AbortController();
  await new Promise<void>((resolve) => {
    const goOn = (): void => {
      clearInterval(watch);
      resolve();
    };
    const watch = setInterval(() => {
      if (!isSilent()) return;
      goOn();
      waiting.abort();
    }, BEAT_MS);
    const either = signal ? AbortSignal.any([signal, waiting.signal]) : waiting.signal;
    either.addEventListener('abort', goOn, { once: true });
    const locks = navigator.locks as LockManager | undefined; // absent on insecure origins
    const request = async (): Promise<void> => {
      await locks?.request(name, { signal: either }, async () => {
        if (either.aborted) return;
        goOn();
        await once().catch(() => undefined);
      });
    };
    request().then(goOn, goOn); // denied, as in a sandboxed frame: nobody can tell whose turn it is
  });
  signal?.throwIfAborted();
  return once();
}

const IN_USE = 'emotion-tag:in-use:';

/** A model as other tabs know it: its name, and which edition of it this is. */
export interface Edition {
  readonly name: string;
  readonly version: string;
}

/**
 * Say that this edition of a model is in use, until the returned function is called or this page or worker ends: what it needs is not
 * forgotten meanwhile.
 */
export function holdEdition({ name, version }: Edition): () => void {
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  const hold = async (): Promise<void> => {
    await navigator.locks.request(`${IN_USE}${name}:${version}`, { mode: 'shared' }, () => held);
  };
  hold().catch(() => undefined);
  return release;
}

/** Whether any tab runs another edition of this model. Where nobody can tell, one may; nor do tabs of before there were names. */
export async function isOtherEditionInUse({ name, version }: Edition): Promise<boolean> {
  const found: unknown = await ifItAnswers(async () => (await navigator.locks.query()).held);
  if (!Array.isArray(found)) return true;
  return (found as LockInfo[])
    .flatMap((lock) => (lock.name?.startsWith(IN_USE) ? [lock.name.slice(IN_USE.length).split(':')] : []))
    .some(([first, second]) => second === undefined || (first === name && second !== version));
}
