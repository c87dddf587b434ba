import type { ClassifierError } from '../shared/errors';
import { frozen } from '../shared/frozen';
import type { Answer, Answers, Parts, Want } from '../shared/protocol';
import { RecentReadings } from './recent-readings';

/** What people are looking at comes before what is still out of view. */
export const PRIORITIES = ['visible', 'background'] as const;
export type Priority = (typeof PRIORITIES)[number];

export interface Question<W extends Want> {
  readonly text: string;
  readonly want: W;
  readonly priority: Priority;
  readonly signal?: AbortSignal | undefined;
  /** Called for each part of a text that is read in parts. */
  readonly progress?: ((parts: Parts) => void) | undefined;
}

interface Caller {
  readonly progress: ((parts: Parts) => void) | undefined;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (reason: unknown) => void;
}

interface Task {
  readonly id: number;
  readonly text: string;
  readonly want: Want;
  priority: Priority;
  /** Everybody who asked the same: computed once, dropped when the last one leaves. */
  readonly callers: Set<Caller>;
  /** How often a worker has had it. */
  sent: number;
}

/** A task as the worker gets it. */
export type Sent = Pick<Task, 'id' | 'text' | 'want'>;

/** A task that broke two workers is not tried on a third: it may be what breaks them. */
const MOST_SENDS = 2;

/** What waits for an answer, in the order in which it will be read. Knows nothing of workers. Each call costs the same, however much waits. */
export class Queue {
  #tasks = new Map<number, Task>();
  /** Those that no worker has. */
  #waiting: Record<Priority, Set<Task>> = { visible: new Set(), background: new Set() };
  /** The same tasks by what is wanted of which text. */
  #asked = new Map<string, Task>();
  #recent = new RecentReadings();
  #nextId = 0;
  #onLeft: (id: number, isOut: boolean) => void;

  /** @param onLeft called with a task that is no longer wanted, and whether a worker has it */
  constructor(onLeft: (id: number, isOut: boolean) => void) {
    this.#onLeft = onLeft;
  }

  get isEmpty(): boolean {
    return this.#tasks.size === 0;
  }

  /** How many no worker has. */
  get waiting(): number {
    return this.#waiting.visible.size + this.#waiting.background.size;
  }

  /** How many a worker has. */
  get out(): number {
    return this.#tasks.size - this.waiting;
  }

  /** Resolves with the answer; rejects with what broke it twice, or with the signal's reason. */
  ask<W extends Want>({ text, want, priority, signal, progress }: Question<W>): Promise<Answers[W]> {
    const known = want === 'reading' ? this.#recent.get(text) : undefined;
    if (known) return Promise.resolve(known as Answers[W]);
    const settled = new AbortController();
    return new Promise<Answers[W]>((resolve, reject) => {
      const caller: Caller = { progress, resolve: resolve as Caller['resolve'], reject };
      const task = this.#taskFor(text, want, priority);
      task.callers.add(caller);
      const onAbort = (): void => {
        this.#leave(task, caller);
        reject(signal?.reason as Error);
      };
      signal?.addEventListener('abort', onAbort, { once: true, signal: settled.signal });
    }).finally(() => {
      settled.abort();
    });
  }

  /** The next task for a worker; visible ones first, then in order. */
  next(): Sent | undefined {
    const { visible, background } = this.#waiting;
    const [task] = visible.size > 0 ? visible : background;
    if (!task) return undefined;
    this.#waiting[task.priority].delete(task);
    task.sent++;
    return task;
  }

  tell(id: number, parts: Parts): void {
    this.#tasks.get(id)?.callers.forEach(({ progress }) => {
      try {
        progress?.(parts);
      } catch (error) {
        void Promise.reject(error instanceof Error ? error : new Error(String(error))); // the caller's own fault, reported as such and to no one else
      }
    });
  }

  answer(id: number, answer: Answer): void {
    const task = this.#take(id);
    const shared = frozen(answer); // by all who asked, and those who ask again
    if (task?.want === 'reading') this.#recent.set(task.text, shared as Answers['reading']);
    task?.callers.forEach(({ resolve }) => {
      resolve(shared);
    });
  }

  refuse(id: number, error: unknown): void {
    this.#take(id)?.callers.forEach(({ reject }) => {
      reject(error);
    });
  }

  /** A worker is gone: what it had waits again, or is refused with the error if that was its second. */
  takeBack(error: ClassifierError): void {
    for (const task of this.#returned()) if (task.sent >= MOST_SENDS) this.refuse(task.id, error);
  }

  /** Put back what a lost worker had, without counting it as a failure. */
  putBack(): void {
    for (const task of this.#returned()) task.sent--;
  }

  refuseAll(error: unknown): void {
    [...this.#tasks.keys()].forEach((id) => {
      this.refuse(id, error);
    });
  }

  /** Forget the texts and readings that were kept for being asked again. */
  forget(): void {
    this.#recent.clear();
  }

  #taskFor(text: string, want: Want, priority: Priority): Task {
    const asked = this.#asked.get(keyOf({ text, want }));
    if (asked) {
      if (priority === 'visible') this.#show(asked);
      return asked;
    }
    const task: Task = { id: this.#nextId++, text, want, priority, callers: new Set(), sent: 0 };
    this.#tasks.set(task.id, task);
    this.#asked.set(keyOf(task), task);
    this.#waiting[priority].add(task);
    return task;
  }

  #show(task: Task): void {
    if (this.#waiting.background.delete(task)) this.#waiting.visible.add(task);
    task.priority = 'visible';
  }

  /** What a worker had, now before all that waits. */
  #returned(): Task[] {
    const tasks = [...this.#tasks.values()].filter((task) => !this.#waiting[task.priority].has(task));
    for (const priority of ['visible', 'background'] as const) {
      const back = tasks.filter((task) => task.priority === priority);
      this.#waiting[priority] = new Set([...back, ...this.#waiting[priority]]);
    }
    return tasks;
  }

  #take(id: number): Task | undefined {
    const task = this.#tasks.get(id);
    if (!task) return undefined;
    this.#tasks.delete(id);
    this.#asked.delete(keyOf(task));
    this.#waiting[task.priority].delete(task);
    return task;
  }

  #leave(task: Task, caller: Caller): void {
    task.callers.delete(caller);
    const isOut = !this.#waiting[task.priority].has(task);
    if (task.callers.size === 0 && this.#take(task.id)) this.#onLeft(task.id, isOut);
  }
}

const keyOf = ({ text, want }: Pick<Task, 'text' | 'want'>): string => `${want} ${text}`;
