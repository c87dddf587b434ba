import { ClassifierError } from '../shared/errors';
import { modelFileUrl, type ModelPlace } from '../shared/settings';
import { download } from './download';
import { find, forget, keyOf, put } from './kept-files';
import type { ModelFile } from '../shared/manifest';
import { plainSha256 } from './plain-sha256';
import { Partial } from './partial-file';
import { wrongFile } from './request';
import { Requests } from './requests';
import { inTurn } from './turns';

/** Verified bytes by path. */
export type ModelBytes = ReadonlyMap<string, Uint8Array<ArrayBuffer>>;

export interface LoadOptions {
  readonly signal?: AbortSignal | undefined;
  /** Counts them; by default bounded as those of a start are. */
  readonly requests?: Requests | undefined;
  /** Called with all bytes of a file while they are verified, for work of which nothing is used should they turn out wrong. */
  readonly onWhole?: ((file: ModelFile, bytes: Uint8Array<ArrayBuffer>) => void) | undefined;
}

/**
 * The bytes of these files: kept ones where they still match their hash, downloaded ones otherwise. Bytes that do not match are
 * never kept and never returned.
 * @param onLoaded called with a path and the bytes of it that are here
 */
export async function loadModelFiles(
  place: ModelPlace,
  files: readonly ModelFile[],
  onLoaded: (path: string, bytes: number) => void,
  { signal, requests = new Requests(), onWhole }: LoadOptions = {},
): Promise<ModelBytes> {
  const tasks = files.map(async (file) => {
    const tell = (bytes: number): void => {
      onLoaded(file.path, bytes);
    };
    const bytes =
      (await readKept(file, onWhole)) ??
      (await inTurn(file, tell, (tellAll) => fetchFile(place, file, requests, tellAll, signal), signal));
    tell(file.bytes);
    return [file.path, bytes] as const;
  });
  // Where one file fails, the others are still finished and kept: the next attempt fetches only what was missing.
  await Promise.allSettled(tasks);
  return new Map(await Promise.all(tasks));
}

/** The kept bytes of a file, verified, or `undefined`. What does not match its hash any more is forgotten. */
export async function readKept(file: ModelFile, onWhole?: LoadOptions['onWhole']): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const kept = await find(keyOf(file.sha256));
  if (kept) onWhole?.(file, kept.bytes);
  if (!kept || (await matches(kept.bytes, file))) return kept?.bytes;
  await forget([keyOf(file.sha256)]);
  return undefined;
}

async function fetchFile(
  place: ModelPlace,
  file: ModelFile,
  requests: Requests,
  tell: (bytes: number) => void,
  signal: AbortSignal | undefined,
): Promise<Uint8Array<ArrayBuffer>> {
  const kept = await readKept(file); // another tab may have fetched it while we waited for our turn
  if (kept) return kept;
  const url = modelFileUrl(place, file);
  for (let isSecond = false; ; isSecond = true) {
    const { bytes, isWhole } = await download(url, file, requests, tell, { signal, isAnew: isSecond });
    if (await matches(bytes, file)) {
      await keep(file, bytes);
      return bytes;
    }
    await new Partial(file).clear();
    // Put together from several answers, two versions may have met in it: begin again, once.
    if (isWhole || isSecond) throw wrongFile(url, 'its SHA-256 differs');
  }
}

/** Keep verified bytes, or go on without. */
export async function keep(file: ModelFile, bytes: Uint8Array<ArrayBuffer>): Promise<boolean> {
  const partial = new Partial(file);
  const isKept = await put(keyOf(file.sha256), bytes);
  await partial.clear();
  return isKept || put(keyOf(file.sha256), bytes); // the pieces may have taken the room
}

/** Whether these are the bytes of this file. */
export async function matches(bytes: Uint8Array<ArrayBuffer>, file: Pick<ModelFile, 'bytes' | 'sha256'>): Promise<boolean> {
  return bytes.length === file.bytes && (await sha256(bytes)) === file.sha256;
}

/** Lower-case hexadecimal. */
export async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  // Typed as always there, but absent on insecure origins, and where there is no origin.
  const subtle = crypto.subtle as SubtleCrypto | undefined;
  if (!subtle && self.origin !== 'null') {
    throw new ClassifierError(
      'insecure-origin',
      'This page is not on a secure origin, so the model cannot be verified. Serve it over https.',
    );
  }
  const digest = subtle ? new Uint8Array(await subtle.digest('SHA-256', bytes)) : plainSha256(bytes);
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
