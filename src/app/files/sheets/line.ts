/** What a worker says that was started for one spreadsheet, reply by reply. */
import { FileProblem } from '../../../tables/file-problem';
import type { Port, Reply } from './messages';

export interface SheetWorker extends Port {
  /** Tells of a script that did not load, or that died. */
  onerror: ((event: ErrorEvent) => void) | null;
  terminate(): void;
}

export class Line {
  readonly #replies: Reply[] = [];
  #why: Error | null = null;
  #arrived = (): void => undefined;

  /** @param dead what is wrong where the worker's script did not load, or died */
  constructor(
    readonly worker: SheetWorker,
    dead: Error,
    stop?: AbortSignal,
  ) {
    worker.addEventListener('message', ({ data }: MessageEvent<Reply>) => {
      if (data.kind === 'problem') this.#fail(new FileProblem(data.message));
      else this.#replies.push(data);
      this.#arrived();
    });
    worker.onerror = (event) => {
      event.preventDefault();
      this.#fail(dead);
    };
    const end = (): void => {
      this.#fail(new DOMException('Nobody waits for these rows any more.', 'AbortError'));
    };
    if (stop?.aborted) end();
    stop?.addEventListener('abort', end, { once: true });
  }

  #fail(why: Error): void {
    this.#why ??= why;
    this.#arrived();
  }

  /** @throws {FileProblem} what the worker says is wrong; {DOMException} where it was stopped; what `dead` is where it died */
  async next(): Promise<Exclude<Reply, { kind: 'problem' }>> {
    for (;;) {
      const reply = this.#replies.shift();
      if (reply && reply.kind !== 'problem') return reply;
      if (this.#why) throw this.#why;
      await new Promise<void>((resolve) => (this.#arrived = resolve));
    }
  }
}
