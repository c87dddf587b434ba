import { ClassifierError } from '../shared/errors';
import { STALL_MS } from '../shared/settings';
import type { ModelFile } from './manifest';

/**
 * Fetch one model file into memory, refusing anything that is not it by length.
 * @param onBytes called with the number of bytes of each chunk
 * @throws {ClassifierError} `model-missing`, `model-corrupt` or `network`
 */
export async function download(url: string, file: ModelFile, onBytes: (count: number) => void): Promise<Uint8Array<ArrayBuffer>> {
  const stall = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const expectMore = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      stall.abort(new Error(`nothing received for ${String(STALL_MS / 1000)} s`));
    }, STALL_MS);
  };
  try {
    expectMore();
    const response = await fetch(url, { signal: stall.signal, credentials: 'same-origin' });
    if (response.status === 404) {
      throw new ClassifierError(
        'model-missing',
        `No model file at ${url}. Copy the whole model folder there, or run training/run.sh.`,
      );
    }
    if (!response.ok || !response.body) {
      throw new ClassifierError(
        'network',
        `The server answered ${String(response.status)} for the model file ${url}. Try again later.`,
      );
    }
    return await readBody(response.body, url, file, (count) => {
      expectMore();
      onBytes(count);
    });
  } catch (error) {
    if (error instanceof ClassifierError) throw error;
    const detail = error instanceof Error ? error.message : String(error);
    throw new ClassifierError('network', `The download of ${url} broke off: ${detail}. Check the connection and try again.`, {
      cause: error,
    });
  } finally {
    clearTimeout(timer);
  }
}

/** Read into one buffer of the expected size: no growing, and no reading on past it. */
async function readBody(
  body: ReadableStream<Uint8Array>,
  url: string,
  file: ModelFile,
  onBytes: (count: number) => void,
): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(file.bytes);
  const reader = body.getReader();
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    if (length + value.length > file.bytes) {
      await reader.cancel();
      throw wrongLength(url, file, 'more');
    }
    bytes.set(value, length);
    length += value.length;
    onBytes(value.length);
  }
  if (length < file.bytes) throw wrongLength(url, file, String(length));
  return bytes;
}

function wrongLength(url: string, file: ModelFile, got: string): ClassifierError {
  return new ClassifierError(
    'model-corrupt',
    `The model file ${url} is not the one this page was built with: expected ${String(file.bytes)} bytes, got ${got}. Deploy page and model together.`,
  );
}
