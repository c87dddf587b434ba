/** Spreadsheets read in a worker, one for each time that one is read: what ends the reading ends the worker, and gives its memory back. */
import type { SheetReader } from '../../../tables/formats/workbook';
import { FileProblem } from '../../../tables/file-problem';
import type { Port, Reply } from './messages';

export interface SheetWorker extends Port {
  /** Tells of a script that did not load, or that died. */
  onerror: ((event: ErrorEvent) => void) | null;
  terminate(): void;
}

export function sheetReader(start: () => SheetWorker): SheetReader {
  return {
    async layoutOf(file) {
      const line = new Line(start(), file.name);
      try {
        line.worker.postMessage({ kind: 'layout', file });
        const reply = await line.next();
        return reply.kind === 'layout' ? reply.layout : {};
      } finally {
        line.worker.terminate();
      }
    },
    async *rows(source, account, stop) {
      const line = new Line(start(), source.file.name, stop);
      try {
        line.worker.postMessage({ kind: 'rows', source });
        for (;;) {
          const reply = await line.next();
          if (reply.kind === 'layout') return;
          account.lines = reply.account.lines;
          Object.assign(account.aside, reply.account.aside);
          if (reply.kind === 'end') return;
          line.worker.postMessage({ kind: 'next' }); // it works ahead while these rows are used
          yield reply.rows;
        }
      } finally {
        line.worker.terminate();
      }
    },
  };
}

/** The replies of a worker, in their order. */
class Line {
  readonly #replies: Reply[] = [];
  #why: Error | null = null;
  #arrived = (): void => undefined;

  constructor(
    readonly worker: SheetWorker,
    name: string,
    stop?: AbortSignal,
  ) {
    worker.addEventListener('message', ({ data }: MessageEvent<Reply>) => {
      if (data.kind === 'problem') this.#fail(new FileProblem(data.message));
      else this.#replies.push(data);
      this.#arrived();
    });
    worker.onerror = (event) => {
      event.preventDefault();
      this.#fail(
        new FileProblem(`${name} could not be read: the part of this page that reads spreadsheets failed. Reload the page.`),
      );
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

  /** @throws {FileProblem} what the worker says is wrong; {DOMException} where it was stopped */
  async next(): Promise<Exclude<Reply, { kind: 'problem' }>> {
    for (;;) {
      const reply = this.#replies.shift();
      if (reply && reply.kind !== 'problem') return reply;
      if (this.#why) throw this.#why;
      await new Promise<void>((resolve) => (this.#arrived = resolve));
    }
  }
}
