import { ClassifierError } from '../shared/errors';
import { modelFileUrl } from '../shared/settings';
import { download } from './download';
import { evict, findKept, keep } from './kept-files';
import type { ModelFile } from './manifest';

/** Verified bytes by path. */
export type ModelBytes = ReadonlyMap<string, Uint8Array<ArrayBuffer>>;

/**
 * The bytes of these files: kept ones where they still match their hash, downloaded ones otherwise. Bytes that do not match are
 * never kept and never returned.
 * @param base absolute URL of the model folder, with a final slash
 * @param onProgress bytes here so far, of all these files; never falls, ends at the total
 */
export async function loadModelFiles(
  base: string,
  files: readonly ModelFile[],
  onProgress: (loaded: number, total: number) => void,
): Promise<ModelBytes> {
  const total = files.reduce((sum, file) => sum + file.bytes, 0);
  let loaded = 0;
  const count = (bytes: number): void => {
    loaded += bytes;
    onProgress(loaded, total);
  };
  onProgress(0, total);
  const tasks = files.map(async (file) => [file.path, await alone(file, () => loadFile(base, file, count))] as const);
  // Where one file fails, the others are still finished and kept: the next attempt fetches only what was missing.
  await Promise.allSettled(tasks);
  return new Map(await Promise.all(tasks));
}

async function loadFile(base: string, file: ModelFile, count: (bytes: number) => void): Promise<Uint8Array<ArrayBuffer>> {
  const kept = await findKept(file);
  if (kept) {
    if (await matches(kept, file)) {
      count(file.bytes);
      return kept;
    }
    await evict(file);
  }
  const url = modelFileUrl(base, file);
  const bytes = await download(url, file, count);
  if (!(await matches(bytes, file))) {
    throw new ClassifierError(
      'model-corrupt',
      `The model file ${url} is not the one this page was built with: its SHA-256 differs. Deploy page and model together.`,
    );
  }
  await keep(file, bytes);
  return bytes;
}

async function matches(bytes: Uint8Array<ArrayBuffer>, file: ModelFile): Promise<boolean> {
  if (bytes.length !== file.bytes) return false;
  // Typed as always there, but absent on insecure origins.
  const subtle = crypto.subtle as SubtleCrypto | undefined;
  if (!subtle) {
    throw new ClassifierError(
      'insecure-origin',
      'This page is not on a secure origin, so the model cannot be verified. Serve it over https.',
    );
  }
  const digest = new Uint8Array(await subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('') === file.sha256;
}

/** One tab or worker at a time a file: the others wait, then find it kept. */
async function alone<T>(file: ModelFile, task: () => Promise<T>): Promise<T> {
  const locks = navigator.locks as LockManager | undefined; // absent on insecure origins
  return locks ? locks.request<Promise<T>>(`emotion-tag:${file.sha256}`, task) : task();
}
