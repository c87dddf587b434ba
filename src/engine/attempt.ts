import { ClassifierError } from '../shared/errors';
import type { Device, LoadRequest, Reply, Request } from '../shared/protocol';
import type { Reading } from '../shared/reading';
import { LOAD_SILENCE_MS, READ_SILENCE_MS } from '../shared/settings';

/** What an attempt tells its supervisor. After `broken` it says nothing more. */
export interface AttemptListener {
  progress(loaded: number, total: number): void;
  ready(device: Device): void;
  reading(id: number, reading: Reading): void;
  broken(error: ClassifierError): void;
}

/**
 * One worker, which is one attempt to run the model on one device. It ends by `end()`, or by itself when the worker says that it is
 * broken, crashes, or stays silent while something is expected of it.
 */
export class Attempt {
  #worker: Worker;
  #listener: AttemptListener;
  #isLoading = true;
  #expected = new Set<number>();
  #deadline: ReturnType<typeof setTimeout> | undefined;

  constructor(worker: Worker, request: LoadRequest, listener: AttemptListener) {
    this.#worker = worker;
    this.#listener = listener;
    worker.addEventListener('message', ({ data }: MessageEvent<Reply>) => {
      this.#receive(data);
    });
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      this.#break(
        new ClassifierError('runtime', `The worker of emotion-tag failed: ${event.message || 'its script did not load'}.`),
      );
    });
    worker.addEventListener('messageerror', () => {
      this.#break(new ClassifierError('runtime', 'The worker of emotion-tag sent something unreadable.'));
    });
    this.#send(request);
  }

  classify(id: number, text: string): void {
    this.#expected.add(id);
    this.#send({ kind: 'classify', id, text });
  }

  abort(id: number): void {
    this.#expected.delete(id);
    this.#send({ kind: 'abort', id });
  }

  /** Stop the worker: the only way to give its memory back. */
  end(): void {
    clearTimeout(this.#deadline);
    this.#worker.terminate();
  }

  #send(request: Request): void {
    this.#worker.postMessage(request);
    this.#expectWord();
  }

  #receive(reply: Reply): void {
    switch (reply.kind) {
      case 'progress':
        this.#listener.progress(reply.loaded, reply.total);
        break;
      case 'ready':
        this.#isLoading = false;
        this.#listener.ready(reply.device);
        break;
      case 'reading':
        this.#expected.delete(reply.id);
        this.#listener.reading(reply.id, reply.reading);
        break;
      case 'broken':
        this.#break(ClassifierError.fromWire(reply.error));
        return;
      default:
        reply satisfies never;
    }
    this.#expectWord();
  }

  /** Each message, either way, starts the deadline anew; nothing expected, no deadline. */
  #expectWord(): void {
    clearTimeout(this.#deadline);
    if (!this.#isLoading && this.#expected.size === 0) return;
    const limit = this.#isLoading ? LOAD_SILENCE_MS : READ_SILENCE_MS;
    this.#deadline = setTimeout(() => {
      this.#break(new ClassifierError('timeout', `The worker of emotion-tag said nothing for ${String(limit / 1000)} s.`));
    }, limit);
  }

  #break(error: ClassifierError): void {
    this.end();
    this.#listener.broken(error);
  }
}
