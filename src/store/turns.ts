import type { ModelFile } from '../shared/manifest';

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
  const channel = new BroadcastChannel(name);
  channel.onmessage = ({ data }: MessageEvent<unknown>) => {
    if (typeof data === 'number') onLoaded(data);
  };
  try {
    return await alone(
      name,
      () => {
        channel.onmessage = null;
        return task((bytes) => {
          onLoaded(bytes);
          channel.postMessage(bytes);
        });
      },
      signal,
    );
  } finally {
    channel.close();
  }
}

async function alone<T>(name: string, task: () => Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  const locks = navigator.locks as LockManager | undefined; // absent on insecure origins
  if (!locks) return task();
  let result: Promise<T> | undefined;
  try {
    await locks.request(name, signal ? { signal } : {}, () => (result = task()).catch(() => undefined));
  } catch {
    signal?.throwIfAborted(); // else denied, as in a sandboxed frame
  }
  return result ?? task();
}

const IN_USE = 'emotion-tag:in-use:';

/**
 * Say that this version of the model is in use, until the returned function is called or this page or worker ends: what it needs is
 * not forgotten meanwhile.
 */
export function holdVersion(version: string): () => void {
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  const locks = navigator.locks as LockManager | undefined;
  locks?.request(IN_USE + version, { mode: 'shared' }, () => held).catch(() => undefined);
  return release;
}

/** Whether any tab runs another version of the model. Where nobody can tell, one may. */
export async function isAnotherVersionInUse(version: string): Promise<boolean> {
  try {
    const { held = [] } = await navigator.locks.query();
    return held.some(({ name = '' }) => name.startsWith(IN_USE) && name !== IN_USE + version);
  } catch {
    return true;
  }
}
