import type { Start } from '../shared/protocol';
import { HELP_FROM, HELP_IDLE_MS } from '../shared/settings';
import type { AttemptListener } from './attempt';
import type { Sent } from './queue';
import type { RunningAttempt } from './supervisor';

/** One worker, and what it has been given. */
interface Member {
  readonly attempt: RunningAttempt;
  readonly tasks: Map<number, Sent>;
  isReady: boolean;
}

/**
 * Starts a worker: the first of a crew, or one that helps it.
 * @param first what the first worker's start found out, where this one helps
 */
export type StartMember = (listener: AttemptListener, first?: Start) => RunningAttempt;

/**
 * An attempt of several workers: one from the start, and others that help it while many texts wait. A text has the same scores with each, so a
 * long list is read as fast as the cores allow where there are no threads. No helper is needed: what one could not do, the first does.
 */
export class Crew implements RunningAttempt {
  #listener: AttemptListener;
  #startMember: StartMember;
  #most: number;
  #first: Member;
  #start: Start | undefined;
  #helpers: Member[] = [];
  #idle: ReturnType<typeof setTimeout> | undefined;

  /** @param most workers at a time, the first included */
  constructor(listener: AttemptListener, startMember: StartMember, most: number) {
    this.#listener = listener;
    this.#startMember = startMember;
    this.#most = most;
    this.#first = this.#begin({
      ready: (start) => {
        this.#start = start;
        listener.ready(start);
      },
      broken: (error, verdict) => {
        this.#dismissHelpers();
        listener.broken(error, verdict);
      },
    });
  }

  /** How many can be given texts. */
  get size(): number {
    return 1 + this.#able.length;
  }

  read(task: Sent): void {
    const member = this.#able.reduce((least, other) => (other.tasks.size < least.tasks.size ? other : least), this.#first);
    member.tasks.set(task.id, task);
    member.attempt.read(task);
    if (member !== this.#first) this.#dismissWhenIdle();
  }

  abort(id: number): void {
    [this.#first, ...this.#helpers].find(({ tasks }) => tasks.delete(id))?.attempt.abort(id);
  }

  end(): void {
    this.#dismissHelpers();
    this.#first.attempt.end();
  }

  /** Have one more help where it pays: a GPU needs nobody, a hidden page has time, and who still loads will take its part. */
  overflow(waiting: number): void {
    const first = this.#start;
    const mayGrow = this.#helpers.length + 1 < this.#most && this.#able.length === this.#helpers.length;
    if (waiting < HELP_FROM || !mayGrow || first?.device !== 'wasm' || document.hidden) return;
    try {
      const helper = this.#begin(
        {
          progress: () => undefined,
          requests: () => undefined,
          ready: (start) => {
            // Another tab may have brought another edition meanwhile: one list is read by one model.
            if (modelOf(start) !== modelOf(first)) {
              this.#giveUp(helper);
              return;
            }
            helper.isReady = true;
            this.#dismissWhenIdle();
          },
          broken: () => {
            this.#giveUp(helper);
          },
        },
        first,
      );
      this.#helpers.push(helper);
    } catch {
      this.#most = 1;
    }
  }

  get #able(): readonly Member[] {
    return this.#helpers.filter(({ isReady }) => isReady);
  }

  #begin(own: Partial<AttemptListener>, first?: Start): Member {
    const tasks = new Map<number, Sent>();
    const listener: AttemptListener = {
      ...this.#listener,
      answer: (id, answer) => {
        tasks.delete(id);
        this.#listener.answer(id, answer);
      },
      refused: (id, error) => {
        tasks.delete(id);
        this.#listener.refused(id, error);
      },
      ...own,
    };
    return { attempt: this.#startMember(listener, first), tasks, isReady: false };
  }

  /** Nobody is asked to help again: what one could not do, the next could as little. */
  #giveUp(helper: Member): void {
    this.#most = 1;
    this.#helpers = this.#helpers.filter((other) => other !== helper);
    helper.attempt.end();
    for (const task of helper.tasks.values()) this.read(task);
  }

  #dismissWhenIdle(): void {
    clearTimeout(this.#idle);
    this.#idle = setTimeout(() => {
      if (this.#able.some(({ tasks }) => tasks.size > 0)) this.#dismissWhenIdle();
      else this.#dismissHelpers();
    }, HELP_IDLE_MS);
  }

  #dismissHelpers(): void {
    clearTimeout(this.#idle);
    for (const { attempt } of this.#helpers) attempt.end();
    this.#helpers = [];
  }
}

/** The model's part of a verdict, which begins with the device. */
const modelOf = ({ verdict }: Start): string => verdict.split('|').slice(-2).join('|');
