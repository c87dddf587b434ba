/**
 * What a page may ask of the kept model and do with it. All of it works on a page as in a worker, and nothing here downloads but
 * `download` and `repair`. Where storage is denied or full, what can do nothing but keep says so; all the rest goes on with nothing.
 */
import { ClassifierError } from '../shared/errors';
import { allKeys, areKept, canKeep, forget, keyOf, sizeOf } from './kept-files';
import { claim, editionOf, findOlder, forgetRefusal, keysOf } from './kept-models';
import { filesFor, type Manifest, type ModelFile } from '../shared/manifest';
import type { ModelPlace } from '../shared/settings';
import { keep, loadModelFiles, matches, readKept } from './model-files';
import { Progress } from './progress';
import { holdEdition } from './turns';

/** How a download is watched and called off. */
export interface FetchOptions {
  /** Aborts it with its reason; what came so far is kept. */
  readonly signal?: AbortSignal | undefined;
  /** Bytes here so far, of all files of the model; never falls, ends at the total. */
  readonly onProgress?: ((loaded: number, total: number) => void) | undefined;
}

/** `available`: a start downloads no model, though an older one than the page's may serve. `downloadable`: it downloads. */
export async function availability(manifest: Manifest): Promise<'available' | 'downloadable'> {
  if (await areKept(filesFor(manifest, ['wasm']))) return 'available';
  return (await findOlder(manifest, ['wasm'])) ? 'available' : 'downloadable';
}

/** A file of the model, and whether it is kept on this device. */
export interface StoredFile extends ModelFile {
  /** Whether this browser keeps it; its bytes are compared with the hash when they are read. */
  readonly isKept: boolean;
}

/** The files of this model, in the order of its manifest. */
export async function files(manifest: Manifest): Promise<StoredFile[]> {
  const kept = new Set(await allKeys());
  return manifest.files.map((file) => ({ ...file, isKept: kept.has(keyOf(file.sha256)) }));
}

/** Bytes of this model that a start on WASM would still have to download; 0 when they are all kept. */
export async function missingBytes(manifest: Manifest): Promise<number> {
  const kept = new Set(await allKeys());
  const missing = filesFor(manifest, ['wasm']).filter(({ sha256 }) => !kept.has(keyOf(sha256)));
  return missing.reduce((sum, { bytes }) => sum + bytes, 0);
}

/** The same of a newer model, while an older one serves; `null` where there is nothing to offer. */
export async function updateBytes(manifest: Manifest): Promise<number | null> {
  const bytes = await missingBytes(manifest);
  return bytes > 0 && (await findOlder(manifest, ['wasm'])) ? bytes : null;
}

/**
 * Bytes of this model on this device, of every edition and of downloads under way; not files that it shares with another kept model, nor
 * the browser's own overhead.
 */
export async function storedBytes(manifest: Manifest): Promise<number> {
  const sizes = await Promise.all((await keysOf(manifest)).map(sizeOf));
  return sizes.reduce((sum, bytes) => sum + bytes, 0);
}

/**
 * Read every kept file of this model again and compare its hash. What does not match is forgotten, so that the next start fetches it.
 * @returns the paths that were found damaged, and those that are not kept
 */
export async function verify(manifest: Manifest): Promise<{ damaged: string[]; missing: string[] }> {
  const kept = new Set(await allKeys());
  const missing = manifest.files.filter(({ sha256 }) => !kept.has(keyOf(sha256)));
  const damaged: string[] = [];
  for (const file of manifest.files) {
    if (!missing.includes(file) && !(await readKept(file))) damaged.push(file.path);
  }
  return { damaged, missing: missing.map(({ path }) => path) };
}

/**
 * Fetch what is missing of this model, for every device, and keep it. A running classifier goes on with what it has; the next start
 * takes this.
 * @throws {ClassifierError} `model-missing`, `model-corrupt` or `network`; `runtime` if this browser keeps nothing
 * @throws the signal's reason; what came so far is kept for the next time
 */
export async function download(manifest: Manifest, place: ModelPlace, { signal, onProgress }: FetchOptions = {}): Promise<void> {
  if (!(await canKeep())) throw notKept('the model'); // before a megabyte comes in vain
  await forgetRefusal(manifest); // who asks for a model that failed here wants it tried again
  const parts = new Map(manifest.files.map(({ path, bytes }) => [path, bytes]));
  const progress = new Progress(parts, onProgress ?? (() => undefined));
  const tell = (path: string, bytes: number): void => {
    progress.set(path, bytes);
  };
  await claim(manifest); // else a start of another edition or model might tidy it away
  const release = holdEdition(await editionOf(manifest));
  try {
    await loadModelFiles(place, manifest.files, tell, { signal });
  } finally {
    release();
  }
  if (!(await areKept(manifest.files))) throw notKept('the model');
}

/** Fetch again what is damaged or missing: every kept file is read and its hash compared on the way. Errors as `download`. */
export async function repair(manifest: Manifest, place: ModelPlace, options: FetchOptions = {}): Promise<void> {
  await download(manifest, place, options);
}

/** Forget every edition and every partial download of this model. A running classifier goes on from memory. */
export async function remove(manifest: Manifest): Promise<void> {
  await forget(await keysOf(manifest));
}

/**
 * Keep model files that somebody brought on a stick. They are known by their content: names and folders do not matter, and files of
 * something else are left alone.
 * @returns the paths of the model that are still missing; none when the model is now `available`
 * @throws {ClassifierError} `model-corrupt` if none of them belongs to this model, `runtime` if this browser keeps nothing
 */
export async function importFiles(manifest: Manifest, files: Iterable<Blob>): Promise<string[]> {
  let found = 0;
  for (const blob of files) {
    const candidates = manifest.files.filter(({ bytes }) => bytes === blob.size);
    if (candidates.length === 0) continue;
    const bytes = new Uint8Array(await blob.arrayBuffer());
    for (const file of candidates) {
      if (!(await matches(bytes, file))) continue;
      if (found++ === 0) await claim(manifest);
      if (!(await keep(file, bytes))) throw notKept(file.path);
    }
  }
  if (found === 0) {
    throw new ClassifierError(
      'model-corrupt',
      'None of these files belongs to the model that this page was built with. Choose the files of its folder `model`.',
    );
  }
  return (await verify(manifest)).missing;
}

const notKept = (what: string): ClassifierError =>
  new ClassifierError(
    'runtime',
    `This browser could not keep ${what}: its storage is denied or full. Allow storage for this site, or make room.`,
  );

/**
 * Ask the browser not to evict the model when room is short. Call it only after somebody's own action: some browsers ask them.
 * @returns whether what is kept is now safe from that
 */
export async function persist(): Promise<boolean> {
  const storage = navigator.storage as StorageManager | undefined; // absent on insecure origins
  try {
    return (await storage?.persist()) ?? false;
  } catch {
    return false;
  }
}
