import { ClassifierError } from '../shared/errors';
import type { Answers, Start, Want } from '../shared/protocol';
import { IDLE_MS, TEXTS_AHEAD } from '../shared/settings';
import type { Attempt, AttemptListener } from './attempt';
import { AttemptLog } from './attempt-log';
import type { Diagnostics } from './diagnostics';
import { Ladder, type Rung } from './ladder';
import { Queue, type Question } from './queue';

export interface RunningAttempt extends Pick<Attempt, 'read' | 'abort' | 'end'> {
  /** How many workers it has; one where it does not say. */
  readonly size?: number;
  /** So many texts wait for which it has no room. */
  overflow?(waiting: number): void;
}

/**
 * Starts a worker for a rung. Tests put a scripted one in its place.
 * @param requests how many of a start's requests earlier workers of it have made
 */
export type StartAttempt = (rung: Rung, listener: AttemptListener, requests: number) => RunningAttempt;

interface Starter {
  readonly resolve: (start: Start) => void;
  readonly reject: (reason: unknown) => void;
}

type State =
  | { readonly kind: 'stopped' }
  | { readonly kind: 'loading'; readonly attempt: RunningAttempt }
  | { readonly kind: 'ready'; readonly attempt: RunningAttempt; readonly start: Start };

/**
 * Keeps one attempt alive while there is work. When it breaks, the next rung's starts and what waited is asked again; when nothing has
 * been asked for a while it is stopped, and the next text starts it again.
 */
export class Supervisor {
  #ladder: Ladder;
  #startAttempt: StartAttempt;
  #state: State = { kind: 'stopped' };
  #queue = new Queue((id, isOut) => {
    if (isOut && this.#state.kind === 'ready') this.#state.attempt.abort(id);
    this.#work();
  });
  /** Of which model and device the readings are that the queue remembers. */
  #verdict = '';
  #starters = new Set<Starter>();
  #progress = 0;
  /** For model files, in the start that is under way or was the last. */
  #requests = 0;
  /** The part of them that the next worker counts on from: it goes on with the start of one that broke. */
  #carried = 0;
  #watchers = new Set<(fraction: number) => void>();
  #log = new AttemptLog();
  #idle: ReturnType<typeof setTimeout> | undefined;

  constructor(rungs: readonly Rung[], startAttempt: StartAttempt) {
    this.#ladder = new Ladder(rungs);
    this.#startAttempt = startAttempt;
  }

  get state(): State['kind'] {
    return this.#state.kind;
  }

  /** What the last start that got ready found out, or `null` while there is none. */
  get start(): Start | null {
    return this.#state.kind === 'ready' ? this.#state.start : null;
  }

  get requests(): number {
    return this.#requests;
  }

  get attempts(): Diagnostics['attempts'] {
    return this.#log.records;
  }

  /** Hear what part of the files has arrived, 0 to 1, now and as it grows, until the returned function is called. */
  watchProgress(watcher: (fraction: number) => void): () => void {
    this.#watchers.add(watcher);
    watcher(this.#progress);
    return () => this.#watchers.delete(watcher);
  }

  /** Resolves once a model is loaded and tested. */
  ready(signal?: AbortSignal): Promise<Start> {
    if (this.#state.kind === 'ready') return Promise.resolve(this.#state.start);
    const settled = new AbortController();
    return new Promise<Start>((resolve, reject) => {
      const starter: Starter = { resolve, reject };
      this.#starters.add(starter);
      const onAbort = (): void => {
        this.#starters.delete(starter);
        reject(signal?.reason as Error);
        // A download that is no longer wanted stops at once; what arrived is kept.
        if (this.#state.kind === 'loading' && !this.#isWanted) this.pause();
        else this.#work();
      };
      signal?.addEventListener('abort', onAbort, { once: true, signal: settled.signal });
      this.#work();
    }).finally(() => {
      settled.abort();
    });
  }

  /** Answer one question, in its turn. */
  ask<W extends Want>(question: Question<W>): Promise<Answers[W]> {
    const answer = this.#queue.ask(question);
    this.#work();
    return answer;
  }

  /** End the worker and keep what waits, for a page that is put aside. `resume` goes on. */
  pause(): void {
    if (this.#state.kind === 'stopped') return;
    this.#state.attempt.end();
    this.#log.end('idle');
    this.#state = { kind: 'stopped' };
    this.#queue.putBack();
    clearTimeout(this.#idle);
  }

  resume(): void {
    this.#work();
  }

  /** Forget the texts and readings that were kept for being asked again. */
  forget(): void {
    this.#queue.forget();
  }

  get #isWanted(): boolean {
    return !this.#queue.isEmpty || this.#starters.size > 0;
  }

  /** Have a worker where there is work, keep it busy, and put it off where there has been none for a while. */
  #work(): void {
    clearTimeout(this.#idle);
    if (this.#state.kind === 'stopped') {
      if (this.#isWanted) this.#climb();
      return;
    }
    if (!this.#isWanted) {
      this.#idle = setTimeout(() => {
        this.pause();
      }, IDLE_MS);
      (this.#idle as { unref?: () => void }).unref?.(); // no reason for a process of Node's not to end
    }
    if (this.#state.kind !== 'ready') return;
    const { attempt, start } = this.#state;
    while (this.#queue.out < TEXTS_AHEAD[start.device] * (attempt.size ?? 1)) {
      const task = this.#queue.next();
      if (!task) return;
      attempt.read(task);
    }
    attempt.overflow?.(this.#queue.waiting);
  }

  #climb(): void {
    const { rung } = this.#ladder;
    this.#log.begin(rung);
    try {
      this.#state = { kind: 'loading', attempt: this.#begin(rung) };
    } catch (error) {
      // The page's policy lets no worker start: another rung's would start as little.
      const refused = ClassifierError.fromWire(ClassifierError.toWire(error, 'Starting the worker of emotion-tag'));
      this.#log.end('failed', refused);
      this.#refuseAll(refused);
    }
  }

  #begin(rung: Rung): RunningAttempt {
    this.#requests = this.#carried;
    this.#carried = 0;
    const listener: AttemptListener = {
      progress: (loaded, total) => {
        // Never backwards: a second rung finds most files kept.
        this.#progress = Math.max(this.#progress, total > 0 ? loaded / total : 0);
        this.#watchers.forEach((watcher) => {
          watcher(this.#progress);
        });
      },
      requests: (made) => {
        this.#requests = made;
      },
      ready: (start) => {
        this.#log.ready();
        if (start.verdict !== this.#verdict) this.#queue.forget();
        this.#verdict = start.verdict;
        this.#state = { kind: 'ready', attempt, start };
        this.#takeStarters().forEach(({ resolve }) => {
          resolve(start);
        });
        this.#work();
      },
      parts: (id, parts) => {
        this.#queue.tell(id, parts);
      },
      answer: (id, answer) => {
        this.#queue.answer(id, answer);
        this.#work();
      },
      refused: (id, error) => {
        this.#queue.refuse(id, error);
        this.#work();
      },
      broken: (error) => {
        this.#recover(error);
      },
    };
    const attempt = this.#startAttempt(rung, listener, this.#requests);
    return attempt;
  }

  #recover(error: ClassifierError): void {
    const wasReady = this.#state.kind === 'ready';
    this.#state = { kind: 'stopped' };
    this.#log.end('failed', error);
    this.#queue.takeBack(error);
    if (!this.#ladder.fail(error, wasReady, performance.now())) {
      this.#refuseAll(error);
      return;
    }
    if (!wasReady && this.#isWanted) this.#carried = this.#requests;
    this.#work();
  }

  #takeStarters(): Starter[] {
    const starters = [...this.#starters];
    this.#starters.clear();
    return starters;
  }

  #refuseAll(reason: unknown): void {
    this.#takeStarters().forEach(({ reject }) => {
      reject(reason);
    });
    this.#queue.refuseAll(reason);
  }
}
