import { availableParallelism } from 'node:os';
import { Attempt } from '../engine/attempt';
import type { Diagnosed } from '../engine/diagnostics';
import { rungsFor } from '../engine/ladder';
import type { Question } from '../engine/queue';
import { Supervisor, type StartAttempt } from '../engine/supervisor';
import type { Answers, Want } from '../shared/protocol';
import type { NodeDevicePreference, NodeLoadRequest } from './protocol';
import { WebWorker } from './web-worker';

/** More threads than cores gain nothing, but small machines may try. */
export const MOST_WORKERS = Math.max(16, availableParallelism());

interface Member {
  readonly supervisor: Supervisor;
  asked: number;
}

/** Several supervisors as one: each text goes to the one that has the fewest. A text has the same scores with each. */
export class Pool implements Diagnosed {
  readonly requests = 0; // the model is a file
  #members: readonly Member[];

  constructor(size: number, start: StartAttempt, device: NodeDevicePreference) {
    const rungs = rungsFor(device === 'wasm' ? 'wasm' : 'auto', 1);
    // Asking for the native runtime by name means no other.
    const own = device === 'native' ? rungs.slice(0, 1) : rungs;
    this.#members = Array.from({ length: size }, () => ({ supervisor: new Supervisor(own, start), asked: 0 }));
  }

  /** Resolves once all are ready; where one fails, none goes on. */
  async ready(signal?: AbortSignal): Promise<void> {
    try {
      // A signal for each: Node warns of a leak where more than ten listen to one.
      await Promise.all(this.#members.map(({ supervisor }) => supervisor.ready(signal && AbortSignal.any([signal]))));
    } catch (error) {
      this.end();
      throw error;
    }
  }

  async ask<W extends Want>(question: Question<W>): Promise<Answers[W]> {
    const member = this.#members.reduce((least, other) => (other.asked < least.asked ? other : least));
    member.asked++;
    try {
      return await member.supervisor.ask(question);
    } finally {
      member.asked--;
    }
  }

  end(): void {
    for (const { supervisor } of this.#members) {
      supervisor.pause();
      supervisor.forget();
    }
  }

  get size(): number {
    return this.#members.length;
  }

  /** Of all of them: what one that is behind says. */
  get state(): Diagnosed['state'] {
    const states = this.#members.map(({ supervisor }) => supervisor.state);
    return (['loading', 'stopped'] as const).find((state) => states.includes(state)) ?? 'ready';
  }

  get start(): Diagnosed['start'] {
    return this.#members.map(({ supervisor }) => supervisor.start).find((start) => start !== null) ?? null;
  }

  get attempts(): Diagnosed['attempts'] {
    return this.#members.flatMap(({ supervisor }) => supervisor.attempts);
  }
}

/** A thread for each attempt. `auto` is whatever was asked for; the other rungs are WASM. */
export const startThread =
  (script: URL, request: NodeLoadRequest): StartAttempt =>
  (rung, listener) => {
    // As far as an attempt uses it, it is one.
    const worker = new WebWorker(script) as unknown as Worker;
    const load: NodeLoadRequest = { ...request, device: rung.device === 'auto' ? request.device : 'wasm' };
    return new Attempt(worker, load, listener);
  };
