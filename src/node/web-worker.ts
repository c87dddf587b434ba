import { Worker as Thread } from 'node:worker_threads';

/** A thread of Node's with the face of a browser's worker, as far as the engine uses it. It keeps no process from ending. */
export class WebWorker extends EventTarget {
  #thread: Thread;

  constructor(script: URL) {
    super();
    // A thread takes over the options of its process, and does not start with the one that says of what kind a program in a string is.
    const isString = process.execArgv.some((option) => option.startsWith('--input-type'));
    this.#thread = new Thread(script, { name: 'emotion-tag', ...(isString && { execArgv: [] }) });
    this.#thread.on('message', (data: unknown) => this.dispatchEvent(new MessageEvent('message', { data })));
    this.#thread.on('messageerror', () => this.dispatchEvent(new Event('messageerror')));
    this.#thread.on('error', (error) => {
      this.#fail(error.message);
    });
    this.#thread.on('exit', (code) => {
      this.#fail(`it ended with code ${String(code)}`);
    });
    // Last, since a listener keeps the process alive. A text being read does that by its deadline.
    this.#thread.unref();
  }

  postMessage(message: unknown): void {
    this.#thread.postMessage(message);
  }

  terminate(): void {
    this.#thread.removeAllListeners();
    this.#thread.on('error', () => undefined); // of no interest any more, but unheard it would end the process
    void this.#thread.terminate();
  }

  #fail(message: string): void {
    this.dispatchEvent(Object.assign(new Event('error', { cancelable: true }), { message }));
  }
}
