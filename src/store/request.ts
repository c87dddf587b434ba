import { ClassifierError } from '../shared/errors';
import { HOW_TO_BRING } from '../shared/how-to-bring';
import type { ModelFile } from '../shared/manifest';

/** A failure that may not happen again: worth another try. */
export class PassingError extends ClassifierError {}

/** The server does not go on from where we are: what is left to try is the whole file, without `Range`. */
export class NoRange extends PassingError {
  constructor(url: string, how: string, options?: ErrorOptions) {
    super('network', `The server gives no part of the model file ${url}: ${how}. Try again later.`, options);
  }
}

/** An answer that begins at byte `from` of the file. */
export interface Answer {
  readonly from: number;
  readonly body: ReadableStream<Uint8Array>;
  /** What to send as `If-Range`, or `null` where the server gives nothing strong enough. */
  readonly validator: string | null;
}

/**
 * Ask once for a file, from one byte on (RFC 9110, 14). A server that cannot go on there answers from the start.
 * `no-store` keeps the browser's HTTP cache from holding a second copy of what `store/` keeps.
 * @throws {ClassifierError} a `PassingError` where another try makes sense, a `NoRange` where only one from the start does
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
    // Elsewhere If-Range would need a preflight; there only the hash reveals a mixture.
    if (validator !== null && new URL(url).origin === location.origin) headers.set('if-range', validator);
  }
  const response = url.startsWith('data:')
    ? inlined(url)
    : await fetch(url, { headers, signal, credentials: 'same-origin', cache: 'no-store', redirect: 'manual' });
  // A redirect shows where it leads only after that host was asked, with the reader's address: so none is followed.
  if (response.type === 'opaqueredirect') throw redirected(url);
  try {
    if (response.status === 416) throw new NoRange(url, 'it answers 416');
    if (!response.ok || !response.body) throw refusal(url, response.status);
    const isPage = response.headers.get('content-type')?.startsWith('text/html') === true;
    if (isPage) throw missing(url, 'with a web page in its place'); // as hosts do that send one page for all addresses
    const start = response.status === 206 ? startOf(response, url, file, from) : 0;
    checkLength(response, url, file, start);
    return { from: start, body: response.body, validator: validatorOf(response) };
  } catch (error) {
    await response.body?.cancel();
    throw error;
  }
}

/** A small file that an embedder's bundler wrote into its URL. A policy may refuse to fetch it, and there is nothing to fetch. */
function inlined(url: string): Response {
  const [head = '', body = ''] = url.split(/,(.*)/s);
  const binary = head.endsWith(';base64') ? atob(body) : decodeURIComponent(body);
  return new Response(Uint8Array.from(binary, (unit) => unit.charCodeAt(0)));
}

/** Where a 206 begins. Other origins seldom let us see it: then it is assumed to be where we asked, and the hash decides. */
function startOf({ headers }: Response, url: string, file: ModelFile, from: number): number {
  const range = headers.get('content-range');
  const [, start, total] = /^bytes (\d+)-\d+\/(\d+|\*)$/.exec(range ?? '') ?? [];
  const isOurs = Number(start) === from && (total === '*' || Number(total) === file.bytes);
  if (range !== null && !isOurs) throw new NoRange(url, `asked from byte ${String(from)}, it answers ${range}`);
  if (headers.get('content-type')?.startsWith('multipart/')) throw new NoRange(url, 'it answers in several parts');
  // A part of what was compressed is not that part of the file.
  if (from > 0 && headers.has('content-encoding')) throw new NoRange(url, 'what it sends is part of a compressed file');
  return from;
}

/** A weak tag may stand for other bytes, so it cannot guard a resumption. */
function validatorOf({ headers }: Response): string | null {
  const tag = headers.get('etag');
  return tag?.startsWith('"') ? tag : headers.get('last-modified');
}

/** Another length is another file, and is refused before a megabyte of it is read. A part may be shorter than the rest. */
function checkLength(response: Response, url: string, file: ModelFile, from: number): void {
  const length = response.headers.get('content-length');
  if (length === null || response.headers.has('content-encoding')) return;
  const rest = file.bytes - from;
  if (from > 0 && Number(length) > rest) throw new NoRange(url, `${String(rest)} bytes are left of it, ${length} would come`);
  if (from === 0 && response.status !== 206 && Number(length) !== rest)
    throw wrongFile(url, `expected ${String(rest)} bytes, got ${length}`);
}

function missing(url: string, answer: string): ClassifierError {
  const or = 'Where the page names a model folder of its own, put the whole folder there.';
  return new ClassifierError('model-missing', `No model file at ${url}: the server answers ${answer}. ${HOW_TO_BRING} ${or}`);
}

/** A portal's sign-in redirects too, and passes. */
const redirected = (url: string): PassingError =>
  new PassingError(
    'invalid-input',
    `The model file ${url} is redirected, perhaps to a stranger, and that is not followed. Name the folder where the files are.`,
  );

function refusal(url: string, status: number): ClassifierError {
  if (status === 404 || status === 410) return missing(url, String(status));
  const message = `The server answered ${String(status)} for the model file ${url}. Try again later.`;
  const mayPass = status >= 500 || status === 408 || status === 429;
  return mayPass ? new PassingError('network', message) : new ClassifierError('network', message);
}

/** The server has another version of the model than this page, and none is kept that could serve. */
export function wrongFile(url: string, how: string, cause?: unknown): ClassifierError {
  return new ClassifierError(
    'model-corrupt',
    `The model file ${url} is not the one this page was built with: ${how}. Reload the page; if that does not help, deploy page and model of one version together: after an update, run \`npx emotion-tag copy public/\` again.`,
    { cause },
  );
}
