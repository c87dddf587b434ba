import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { fileProblem } from './problem';

/** Writes rows to the standard output, or to a pipe or device, no faster than they are taken. */
export class StandardOutput {
  rows = 0;
  #failed: unknown;

  constructor(
    readonly stream: Writable,
    readonly name = 'the standard output',
  ) {
    stream.on('error', (error: Error) => (this.#failed = error));
  }

  async write(bytes: Uint8Array, rows: number): Promise<void> {
    this.#check();
    this.rows += rows;
    if (bytes.length > 0 && !this.stream.write(bytes))
      await Promise.race([once(this.stream, 'drain'), once(this.stream, 'close')]).catch(() => undefined);
    this.#check();
  }

  async keep(): Promise<void> {
    // What is written is written.
  }

  /** Resolves once all of it has gone out. */
  async finish(): Promise<void> {
    const failed = await new Promise((resolve) => this.stream.write('', resolve)); // before `error` is fired
    this.#failed ??= failed ?? undefined;
    this.#check();
  }

  #check(): void {
    if (this.#failed !== undefined) throw fileProblem(this.#failed, this.name);
  }
}
