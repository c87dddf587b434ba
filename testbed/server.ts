import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
};

export const typeOf = (name: string): string => TYPES[extname(name)] ?? 'application/octet-stream';

/** What a server does instead of serving a file. Return true where the answer was given here. */
export type Script = (path: string, response: ServerResponse, request: IncomingMessage) => boolean | Promise<boolean>;

export interface ServerOptions {
  /** The folder to serve; default `dist`. A function is asked at each request: a deployment. */
  readonly folder?: string | (() => string);
  /** Where on the host that folder stands; default the root. */
  readonly under?: string;
  /** Pages that exist only here, by path. */
  readonly pages?: Readonly<Record<string, string>>;
  /** Code put before that of the worker number n (from 0): init scripts of a test browser do not reach workers. */
  readonly beforeWorker?: (n: number) => string;
  readonly script?: Script;
  /** Headers of answers, by path. */
  readonly headers?: (path: string) => Record<string, string>;
}

/** A server on a loopback port of its own, and so with a storage of its own in the browser. */
export interface Server {
  readonly url: string;
  /** Every request, as `path status`, in the order of the answers. */
  readonly log: string[];
  close(): Promise<void>;
}

/** The whole file, or the part from the byte that the browser asks for, as static hosts do (RFC 9110, 14). */
export function sendFile(body: Buffer, request: IncomingMessage, response: ServerResponse): void {
  const etag = etagOf(body);
  response.setHeader('etag', etag);
  const from = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1] ?? 0);
  if (from === 0 || (request.headers['if-range'] ?? etag) !== etag) {
    response.writeHead(200, { 'content-length': body.length }).end(body);
    return;
  }
  const range = `bytes ${String(from)}-${String(body.length - 1)}/${String(body.length)}`;
  response.writeHead(206, { 'content-length': body.length - from, 'content-range': range }).end(body.subarray(from));
}

export const etagOf = (body: Buffer): string => `"${createHash('sha256').update(body).digest('hex').slice(0, 16)}"`;

export async function startServer({
  folder = 'dist',
  under = '',
  pages = {},
  beforeWorker,
  script,
  headers,
}: ServerOptions = {}): Promise<Server> {
  const log: string[] = [];
  let workers = 0;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    response.on('close', () => log.push(`${path} ${String(response.statusCode)}`));
    for (const [name, value] of Object.entries(headers?.(path) ?? {})) response.setHeader(name, value);
    if (await script?.(path, response, request)) return;
    const page = pages[path];
    if (page !== undefined) {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page);
      return;
    }
    const name = normalize(path.endsWith('/') ? `${path}index.html` : path);
    let body: Buffer;
    try {
      if (!name.startsWith(under)) throw new Error(`${name} is outside ${under}`);
      body = await readFile(join(typeof folder === 'string' ? folder : folder(), name.slice(under.length)));
    } catch {
      response.writeHead(404, { 'content-type': 'text/plain' }).end(`No ${path}`);
      return;
    }
    if (beforeWorker && request.method !== 'HEAD' && /\/assets\/main-[^/]*\.js$/.test(path))
      body = Buffer.concat([Buffer.from(`${beforeWorker(workers++)}\n`), body]);
    response.setHeader('content-type', typeOf(name));
    sendFile(body, request, response);
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => response.destroy(error as Error));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${String(port)}`,
    log,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      }),
  };
}
