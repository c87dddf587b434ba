import { softmax } from '../shared/reading';
import type { Device } from '../shared/protocol';
import type { Manifest } from '../shared/manifest';
import type { Model } from './model';

/** Largest difference of a probability from the reference; int8 arithmetic alone differs by a few hundredths. */
const TOLERANCE = 0.15;
/** A software adapter takes seconds a text and answers only where somebody asked for it by name: it reads so many. */
const ON_SOFTWARE = 2;

/** This device computes something else than the model that was exported. */
export class WrongAnswers extends Error {}

export interface TestedDevice {
  readonly device: Device;
  readonly isSoftware: boolean;
  /** It passed before: one sentence is enough, which warms it up and times it. */
  readonly isRemembered: boolean;
}

/**
 * Read golden sentences on this device before the first answer: each alone, and all in one batch.
 * @param alive called after each step
 * @returns milliseconds of one sentence, the least of those read after the first
 * @throws {WrongAnswers} on wrong, constant or NaN scores
 */
export async function selfTest(
  model: Model,
  { device, isSoftware, isRemembered }: TestedDevice,
  { golden, temperature }: Manifest,
  alive: () => void,
): Promise<number> {
  const sentences = golden.slice(0, isRemembered ? 1 : isSoftware ? ON_SOFTWARE : golden.length);
  const check = (computed: readonly number[] | undefined, i: number, how: string): void => {
    const expected = softmax(sentences[i]?.logits ?? [], temperature);
    const scores = softmax(computed ?? [], temperature);
    const difference = Math.max(...expected.map((p, j) => Math.abs(p - (scores[j] ?? NaN))));
    // Written so that NaN fails.
    if (!(difference <= TOLERANCE)) {
      throw new WrongAnswers(`the self-test on ${device}, ${how}, differs by ${difference.toFixed(3)} in sentence ${String(i)}`);
    }
    alive();
  };

  const rows = sentences.map(({ text }) => model.encode(text));
  const times: number[] = [];
  for (const [i, row] of rows.entries()) {
    const started = performance.now();
    const [logits] = await model.logits([row]);
    times.push(performance.now() - started);
    check(logits, i, 'one text at a time');
  }
  if (rows.length > 1) {
    (await model.logits(rows)).forEach((logits, i) => {
      check(logits, i, 'in a batch');
    });
  }
  return Math.min(...(times.length > 1 ? times.slice(1) : times));
}
