import type { ClassifierError } from '../shared/errors';
import type { DevicePreference, LoadRequest } from '../shared/protocol';
import { LOSS_WINDOW_MS } from '../shared/settings';

/** One way to run the model. */
export type Rung = Pick<LoadRequest, 'device' | 'threads'>;

/** What to try, one after the other: the device asked for, then WASM, then WASM with one thread. */
export function rungsFor(device: DevicePreference, threads: number): readonly Rung[] {
  const rungs: Rung[] = [];
  if (device !== 'wasm') rungs.push({ device, threads });
  rungs.push({ device: 'wasm', threads });
  // A fresh worker is worth a try even where there was one thread before: a crash may have been the system's.
  rungs.push({ device: 'wasm', threads: 1 });
  return rungs;
}

/** Losses of one running device within the window that are still put down to chance. */
const FORGIVEN = 1;

/**
 * Which rung is next. A start that fails goes one down; a device that is lost while it runs gets another chance, but not a second one
 * within a minute. No failure is kept: past the last rung the next start is from the top, except for a GPU that was lost twice.
 */
export class Ladder {
  #rungs: readonly Rung[];
  #top = 0;
  #at = 0;
  #losses: number[] = [];

  constructor(rungs: readonly Rung[]) {
    this.#rungs = rungs;
  }

  get rung(): Rung {
    const rung = this.#rungs[this.#at];
    if (!rung) throw new RangeError(`No rung ${String(this.#at)}`);
    return rung;
  }

  /**
   * Step after a failure; the rung to try is `rung` then.
   * @param wasReady whether the attempt had answered that it was ready
   * @param now in milliseconds, on any clock that only rises
   * @returns whether trying again makes sense
   */
  fail({ code }: ClassifierError, wasReady: boolean, now: number): boolean {
    // Another device would find the same files missing or wrong.
    if (code !== 'runtime' && code !== 'timeout') {
      this.#at = this.#top;
      return false;
    }
    if (wasReady) {
      this.#losses = [...this.#losses.filter((at) => now - at < LOSS_WINDOW_MS), now];
      if (this.#losses.length <= FORGIVEN) return true;
      if (this.rung.device !== 'wasm') this.#top = this.#at + 1;
    }
    this.#losses = [];
    this.#at++;
    if (this.#at < this.#rungs.length) return true;
    this.#at = this.#top;
    return false;
  }
}
