/** Longest text that is read, in UTF-16 units; the rest is cut off and the reading says `truncated`. Tokenizing costs 1 µs a unit. */
export const MAX_TEXT_LENGTH = 10_000;

/** The worker must say something within this many milliseconds while it loads (downloads report every chunk; compiling is silent). */
export const LOAD_SILENCE_MS = 90_000;

/** The same while it reads. A software GPU takes 3 s a text; a real device a few milliseconds. */
export const READ_SILENCE_MS = 60_000;

/** A download that receives nothing for this many milliseconds has stalled. */
export const STALL_MS = 20_000;

/** A worker without any classifier left is kept this many milliseconds, in case one comes back. */
export const IDLE_MS = 60_000;

/** Where the model files stand, beside the built scripts' folder. */
export const MODEL_FOLDER = 'model';

/** The URL of one model file. It carries the hash, so that a host or proxy can never answer with another version's bytes. */
export function modelFileUrl(base: string, file: { readonly path: string; readonly sha256: string }): string {
  return new URL(`${file.path}?sha256=${file.sha256.slice(0, 16)}`, base).href;
}
