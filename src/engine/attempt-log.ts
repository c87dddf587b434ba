import type { ClassifierError } from '../shared/errors';
import type { AttemptRecord } from './diagnostics';
import type { Rung } from './ladder';

const CAPACITY = 20;

/** What became of each worker, for `diagnostics`. */
export class AttemptLog {
  #records: AttemptRecord[] = [];
  #began = 0;

  get records(): readonly AttemptRecord[] {
    return [...this.#records];
  }

  begin({ device, threads }: Rung): void {
    this.#began = performance.now();
    this.#records = [...this.#records, { device, threads, outcome: 'running' as const, readyMs: null }].slice(-CAPACITY);
  }

  ready(): void {
    this.#change({ readyMs: performance.now() - this.#began });
  }

  end(outcome: 'idle' | 'failed', error?: ClassifierError): void {
    this.#change({ outcome, ...(error && { reason: { code: error.code, message: error.message } }) });
  }

  #change(change: Partial<AttemptRecord>): void {
    const last = this.#records.pop();
    if (last) this.#records.push({ ...last, ...change });
  }
}
