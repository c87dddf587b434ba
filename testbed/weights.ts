import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Page } from '@playwright/test';
import { STALL_MS } from '../src/shared/settings';
import { PIECE_BYTES } from '../src/store/partial-file';
import { etagOf, type Script } from './server';

export { PIECE_BYTES };

export const weights = readFileSync('dist/model/onnx/weights.bin.gzip');

/** What to answer for the weights; returns the bytes it sends. */
export type Answer = (response: ServerResponse, request: IncomingMessage) => number;

const begin = (response: ServerResponse, fraction: number, headers: Record<string, string | number>, then: () => void): number => {
  const part = weights.subarray(0, Math.floor(weights.length * fraction));
  response.writeHead(200, { etag: etagOf(weights), ...headers });
  response.write(part, then);
  return part.length;
};

/**
 * The beginning of a body, and then a broken connection once somebody says so: a browser throws away what it has not read by then, and of a
 * few megabytes that may be all.
 */
export function breakable(
  fraction: number,
  body = weights,
  headers: Record<string, string> = { etag: etagOf(weights) },
): { answer: Answer; breakOff: () => void } {
  const part = body.subarray(0, Math.floor(fraction * body.length));
  let breakOff = (): void => undefined;
  return {
    answer(response) {
      response.writeHead(200, { 'content-length': body.length, ...headers });
      response.write(part);
      breakOff = () => response.destroy();
      return part.length;
    },
    breakOff: () => {
      breakOff();
    },
  };
}

/** The beginning, and then nothing more. */
export const hang =
  (fraction: number): Answer =>
  (response) =>
    begin(response, fraction, { 'content-length': weights.length }, () => undefined);

/** The beginning, ended as if it were all. */
export const truncate =
  (fraction: number): Answer =>
  (response) =>
    begin(response, fraction, {}, () => response.end());

export const status =
  (code: number, body: string | Buffer = ''): Answer =>
  (response) => {
    response.writeHead(code).end(body);
    return body.length;
  };

/** Answers for the weights as told, one after the other, then as any host does; knows what was asked and how much was sent. */
export class WeightsHost {
  /** The `Range` of each request, and whether it came with the right `If-Range`. */
  readonly requests: (string | undefined)[] = [];
  sent = 0;
  #answers: Answer[];

  constructor(...answers: Answer[]) {
    this.#answers = answers;
  }

  /** The byte from which the second request went on. */
  get resumedFrom(): number {
    return Number(/\d+/.exec(this.requests[1] ?? '')?.[0] ?? 0);
  }

  readonly script: Script = (path, response, request) => {
    if (path !== '/model/onnx/weights.bin.gzip') return false;
    const { range, 'if-range': ifRange } = request.headers;
    this.requests.push(range && ifRange === etagOf(weights) ? `${range} if unchanged` : range);
    const answer = this.#answers.shift();
    this.sent += answer ? answer(response, request) : weights.length - Number(/\d+/.exec(range ?? '')?.[0] ?? 0);
    return answer !== undefined;
  };
}

/** What a page keeps of the model: keys without their common beginning. */
export const keptKeys = (page: Page): Promise<string[]> =>
  page.evaluate(async () =>
    (await (await caches.open('emotion-tag-model')).keys()).map(({ url }) => url.slice('https://emotion-tag.invalid/'.length)),
  );

/**
 * Models that are kept whole, and no more said to be on their way: then nothing more of them is written. Nobody who reads a text waits for
 * that, so ask until it is.
 */
export const keptModels = async (page: Page): Promise<number> => {
  const keys = await keptKeys(page);
  return keys.filter((key) => key.startsWith('manifest/') && !keys.includes(key.replace('manifest/', 'claim/'))).length;
};

export const keptPieces = async (page: Page): Promise<number> =>
  (await keptKeys(page)).filter((key) => key.startsWith('partial/')).length;

/** The whole pieces of half the weights. */
export const HALF = Math.floor(weights.length / 2 / PIECE_BYTES);

/** For a page or its worker, before it begins: a download stalls when `stall` says so and never by the clock, since a busy machine may look like a stall. */
export const PATIENT = `{
  const { setTimeout: later, clearTimeout: forget } = self;
  const stalls = new Map();
  self.setTimeout = (task, ms) => {
    const timer = later(task, ms === ${String(STALL_MS)} ? 2 ** 31 - 1 : ms);
    if (ms === ${String(STALL_MS)}) stalls.set(timer, task);
    return timer;
  };
  self.clearTimeout = (timer) => {
    stalls.delete(timer);
    forget(timer);
  };
  new BroadcastChannel('stall').onmessage = () => {
    for (const [timer, task] of [...stalls]) {
      self.clearTimeout(timer);
      task();
    }
  };
}`;

/** Whatever such workers download has stalled. */
export const stall = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const channel = new BroadcastChannel('stall');
    channel.postMessage('now');
    channel.close();
  });

const shortened = (wait: string): string => `{
  const later = self.setTimeout;
  self.setTimeout = (task, ms) => later(task, ${wait});
}`;

/** The same, with short waits between tries. Storage, whose waits are 5 s and more, is given its time. */
export const HASTY = PATIENT + shortened('ms < 5000 ? ms / 50 : ms');

/** Storage that does not answer is soon given up. On a busy machine that may be any. */
export const IMPATIENT_OF_STORAGE = shortened(`ms < ${String(STALL_MS)} ? ms / 50 : ms`);
