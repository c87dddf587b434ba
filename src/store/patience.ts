import { STORAGE_PATIENCE_MS } from '../shared/settings';

/** Calls that did not answer in time and have not settled since. While there is one, storage counts as absent: no start waits twice. */
let hanging = 0;

/**
 * What storage answers, or `undefined` where it throws, rejects, or says nothing for too long: a start goes on without it.
 * @param ms how long to wait; more than usual where much is read or written
 */
export async function ifItAnswers<T>(ask: () => T | Promise<T>, ms = STORAGE_PATIENCE_MS): Promise<T | undefined> {
  if (hanging > 0) return undefined;
  const asked = (async () => ask())();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLong = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => {
      hanging++;
      const settled = (): void => {
        hanging--;
      };
      asked.then(settled, settled);
      resolve(undefined);
    }, ms);
  });
  try {
    return await Promise.race([asked, tooLong]);
  } catch {
    return undefined;
  } finally {
    clearTimeout(timer);
  }
}
