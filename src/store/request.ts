import { ClassifierError } from '../shared/errors';
import type { ModelFile } from '../shared/manifest';

/** A failure that may not happen again: worth another try. */
export class PassingError extends ClassifierError {}

/** An answer that begins at byte `from` of the file. */
export interface Answer {
  readonly from: number;
  readonly body: ReadableStream<Uint8Array>;
  /** What to send as `If-Range`, or `null` where the server gives nothing strong enough. */
  readonly validator: string | null;
}

/**
 * Ask for a file from one byte on (RFC 9110, 14). A server that cannot go on there answers from the start.
 * `no-store` keeps the browser's HTTP cache from holding a second copy of what `store/` keeps.
 */
export async function request(
  url: string,
  file: ModelFile,
  from: number,
  validator: string | null,
  signal: AbortSignal,
): Promise<Answer> {
  const headers = new Headers();
  if (from > 0) {
    headers.set('range', `bytes=${String(from)}-`);
    // Elsewhere If-Range would need a preflight; there the hash alone tells a mixture.
    if (validator !== null && new URL(url).origin === location.origin) headers.set('if-range', validator);
  }
  const response = await fetch(url, { headers, signal, credentials: 'same-origin', cache: 'no-store' });
  if (response.status === 416) {
    await response.body?.cancel();
    return request(url, file, 0, null, signal); // the file became shorter than what we have of it
  }
  if (!response.ok || !response.body) {
    await response.body?.cancel();
    throw refusal(url, response.status);
  }
  const start = response.status === 206 ? startOf(response, from) : 0;
  if (start === undefined) {
    await response.body.cancel();
    return request(url, file, 0, null, signal); // a part that we did not ask for
  }
  checkLength(response, url, file, start);
  return { from: start, body: response.body, validator: validatorOf(response) };
}

/** Where a 206 begins, or `undefined` where that is not where we asked it to. Other origins seldom let us see it. */
function startOf(response: Response, from: number): number | undefined {
  const range = response.headers.get('content-range');
  return range === null || range.startsWith(`bytes ${String(from)}-`) ? from : undefined;
}

/** A weak tag may stand for other bytes, so it cannot guard a resumption. */
function validatorOf({ headers }: Response): string | null {
  const tag = headers.get('etag');
  return tag?.startsWith('"') ? tag : headers.get('last-modified');
}

/** Another length is another file: told before a megabyte of it is read. */
function checkLength(response: Response, url: string, file: ModelFile, from: number): void {
  const length = response.headers.get('content-length');
  if (length === null || response.headers.has('content-encoding')) return;
  if (Number(length) !== file.bytes - from) throw wrongFile(url, `expected ${String(file.bytes)} bytes, got ${length}`);
}

function refusal(url: string, status: number): ClassifierError {
  if (status === 404 || status === 410) {
    return new ClassifierError(
      'model-missing',
      `No model file at ${url}. Copy the whole model folder there, or run training/run.sh.`,
    );
  }
  const message = `The server answered ${String(status)} for the model file ${url}. Try again later.`;
  const mayPass = status >= 500 || status === 408 || status === 429;
  return mayPass ? new PassingError('network', message) : new ClassifierError('network', message);
}

/** The server has another version of the model than this page, and none is kept that could serve. */
export function wrongFile(url: string, how: string): ClassifierError {
  return new ClassifierError(
    'model-corrupt',
    `The model file ${url} is not the one this page was built with: ${how}. Reload the page; if that does not help, deploy page and model together.`,
  );
}
