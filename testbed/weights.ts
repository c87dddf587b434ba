import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Page } from '@playwright/test';
import { etagOf, type Script } from './server';

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

/** Models that are kept whole. Nobody who reads a text waits for that to be written, so ask until it is. */
export const keptModels = async (page: Page): Promise<number> =>
  (await keptKeys(page)).filter((key) => key.startsWith('manifest/')).length;

export const keptPieces = async (page: Page): Promise<number> =>
  (await keptKeys(page)).filter((key) => key.startsWith('partial/')).length;

/** What a page's worker is given before it begins: `setTimeout` with some waits of the store made short. It goes by what it counts, not by the clock. */
const shortened = (wait: string): string => `{
  const later = self.setTimeout;
  self.setTimeout = (task, ms) => later(task, ${wait});
}`;

/** Waits between tries alone: for whoever waits for a break, before which no stall may come. */
export const HASTY = shortened('ms < 5000 ? ms / 50 : ms');

/** Stalls too. Not so short that a busy machine looks like one; storage, whose waits are 5 s and more, is given its time. */
export const IMPATIENT = shortened('ms === 20000 ? 2500 : ms < 5000 ? ms / 50 : ms');

/** And storage that does not answer. On a busy machine that may be any. */
export const IMPATIENT_OF_STORAGE = shortened('ms === 20000 ? 2500 : ms < 20000 ? ms / 50 : ms');
