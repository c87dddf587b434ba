import { ClassifierError } from '../shared/errors';
import { STALL_MS } from '../shared/settings';
import type { ModelFile } from '../shared/manifest';
import { Partial, PIECE_BYTES } from './partial-file';
import { NoRange, PassingError, request, wrongFile } from './request';
import type { Requests } from './requests';

/** Milliseconds before each further try. Only a try that brings a whole piece more than there ever was starts the row anew. */
const BACK_OFF_MS = [500, 1000, 2000];

/** Parts of which nothing came: the first may be a connection that broke, two are a server that cannot send them. */
const MOST_EMPTY_PARTS = 2;

/** What is here of a file. */
interface Received {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly partial: Partial;
  length: number;
  validator: string | null;
  /** All of it came in one answer. */
  isWhole: boolean;
  emptyParts: number;
}

export interface DownloadOptions {
  readonly signal?: AbortSignal | undefined;
  /** Leave alone what is kept of it: it was wrong. */
  readonly isAnew?: boolean;
}

/**
 * Fetch one file, going on where an earlier download broke off. Its hash is not yet checked.
 * @param onLoaded called with the number of bytes here so far; fewer than before where a server makes us begin again
 * @throws {ClassifierError} `model-missing`, `model-corrupt` (by its length) or, after several tries, `network`
 * @throws the signal's reason; what came so far is kept for the next time
 */
export async function download(
  url: string,
  file: ModelFile,
  requests: Requests,
  onLoaded: (bytes: number) => void,
  { signal, isAnew = false }: DownloadOptions = {},
): Promise<Pick<Received, 'bytes' | 'isWhole'>> {
  const bytes = new Uint8Array(file.bytes);
  const partial = new Partial(file);
  const restored = isAnew ? { length: 0, validator: null } : await partial.restore(bytes);
  const received: Received = { bytes, partial, isWhole: false, emptyParts: 0, ...restored };
  let tries = 0;
  let most = received.length;
  let lastEnd = -1;
  let mayAskForParts = true;
  try {
    while (received.length < file.bytes) {
      onLoaded(received.length);
      const from = mayAskForParts ? received.length : 0; // what is here goes only once a whole answer begins
      received.isWhole = from === 0;
      try {
        requests.count(url);
        await receive(url, file, from, received, onLoaded, signal);
        // Cut short without an error. The same end twice is no accident: it is another, shorter file.
        if (received.length === lastEnd && received.isWhole) {
          throw wrongFile(url, `expected ${String(file.bytes)} bytes, got ${String(lastEnd)}`);
        }
        lastEnd = received.length;
        if (lastEnd < file.bytes) throw brokenOff(url, `it ended after ${String(lastEnd)} of ${String(file.bytes)} bytes`);
      } catch (error) {
        if (error instanceof NoRange || received.emptyParts >= MOST_EMPTY_PARTS) mayAskForParts = false;
        if (received.length >= most + PIECE_BYTES) tries = 0;
        most = Math.max(most, received.length);
        if (tries === BACK_OFF_MS.length && !received.isWhole && mayAskForParts) {
          mayAskForParts = false; // a part that the browser cannot unpack looks like a broken line
          tries--;
        }
        const wait = BACK_OFF_MS[tries++];
        if (!(error instanceof PassingError) || wait === undefined) throw error;
        await pause(wait, signal);
      }
    }
  } finally {
    await partial.settled();
  }
  return received;
}

/** One request, to its end or to whatever breaks it. */
async function receive(
  url: string,
  file: ModelFile,
  from: number,
  received: Received,
  onLoaded: (bytes: number) => void,
  signal: AbortSignal | undefined,
): Promise<void> {
  const end = new AbortController();
  let stall: ReturnType<typeof setTimeout> | undefined;
  const expectMore = (): void => {
    clearTimeout(stall);
    stall = setTimeout(() => {
      end.abort(brokenOff(url, `nothing came for ${String(STALL_MS / 1000)} s`));
    }, STALL_MS);
  };
  try {
    expectMore();
    const either = signal ? AbortSignal.any([signal, end.signal]) : end.signal;
    const answer = await request(url, file, from, received.validator, either);
    if (answer.from < received.length) await received.partial.clear();
    received.isWhole = answer.from === 0;
    received.length = answer.from;
    received.validator = answer.validator;
    if (answer.from > 0) received.emptyParts++; // until something comes
    const reader = answer.body.getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      expectMore();
      received.emptyParts = 0;
      if (received.length + value.length > file.bytes) {
        if (!received.isWhole) throw new NoRange(url, 'more came than is left of it');
        throw wrongFile(url, `expected ${String(file.bytes)} bytes, got more`);
      }
      received.bytes.set(value, received.length);
      received.length += value.length;
      received.partial.save(received.bytes, received.length, received.validator);
      onLoaded(received.length);
    }
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof ClassifierError) throw error;
    throw brokenOff(url, error instanceof Error ? error.message : String(error), error);
  } finally {
    clearTimeout(stall);
    end.abort(); // whatever of the answer is still on its way
  }
}

function brokenOff(url: string, how: string, cause?: unknown): PassingError {
  return new PassingError('network', `The download of ${url} broke off: ${how}. Check the connection and try again.`, { cause });
}

/** Wait, unless the signal aborts first; then reject with its reason. */
function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    signal?.addEventListener(
      'abort',
      () => {
        clearTimeout(timer);
        reject(signal.reason as Error);
      },
      { once: true },
    );
  });
}
