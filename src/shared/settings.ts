/** Longest text that is read, in UTF-16 units; the rest is cut off and the reading says `truncated`. Tokenizing costs 1 µs a unit. */
export const MAX_TEXT_LENGTH = 10_000;

/** The worker must say something within this many milliseconds while it loads (downloads report every chunk; compiling is silent). */
export const LOAD_SILENCE_MS = 90_000;

/** Silence allowed while reading: this, or `READ_SILENCE_TEXTS` times the self-test's time for one text, so that a software GPU counts as slow, not dead. */
export const READ_SILENCE_MS = 15_000;
export const READ_SILENCE_TEXTS = 30;

/** A download that receives nothing for this many milliseconds has stalled. */
export const STALL_MS = 20_000;

/** Requests for model files in one start, all files and tries together. A bad line may break off at each of some thirty pieces. */
export const MOST_REQUESTS = 60;

/** Storage that says nothing for this many milliseconds is given up: a start goes on without it. */
export const STORAGE_PATIENCE_MS = 5000;

/** A worker without work is kept this many milliseconds. The next text starts one again. */
export const IDLE_MS = 60_000;

/** Texts that a worker holds, those it reads included: enough that it never waits for the page, few enough that newer texts overtake. */
export const TEXTS_AHEAD = { wasm: 16, native: 16, webgpu: 64 } as const;

/** So many texts must wait that a second worker, which takes half a second to start, is worth its memory; and how long it stays without work. */
export const HELP_FROM = 200;
export const HELP_IDLE_MS = 10_000;

/** Losses of a running device within this many milliseconds count together. */
export const LOSS_WINDOW_MS = 60_000;

/** Where the model's files are: a folder with a final slash, or each file's own URL by its path, as a bundler brought them. */
export type ModelPlace = string | Readonly<Record<string, string>>;

/** The URL of one model file. It carries the hash, so that a host or proxy can never answer with another version's bytes. */
export function modelFileUrl(place: ModelPlace, { path, sha256 }: { readonly path: string; readonly sha256: string }): string {
  const url = new URL(typeof place === 'string' ? `${place}${path}` : (place[path] ?? path));
  if (url.protocol !== 'data:') url.searchParams.set('sha256', sha256.slice(0, 16));
  return url.href;
}
