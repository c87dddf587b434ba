import { ClassifierError } from '../shared/errors';
import type { Answer, Parts, Reply, Request, Start } from '../shared/protocol';
import { LOAD_SILENCE_MS, READ_SILENCE_MS, READ_SILENCE_TEXTS } from '../shared/settings';
import type { Sent } from './queue';

/** What an attempt reports to its supervisor. `broken` is the last report. */
export interface AttemptListener {
  progress(loaded: number, total: number): void;
  /** How many requests for model files this start has made so far. */
  requests(made: number): void;
  ready(start: Start): void;
  /** How many parts of a long text have been read. */
  parts(id: number, parts: Parts): void;
  answer(id: number, answer: Answer): void;
  refused(id: number, error: ClassifierError): void;
  /** @param verdict where the device computed wrongly: the key under which to remember WASM instead */
  broken(error: ClassifierError, verdict?: string): void;
}

/**
 * One worker, which is one attempt to run the model on one device. It ends by `end()`, or by itself when the worker says that it is
 * broken, crashes, or stays silent while something is expected of it.
 */
export class Attempt {
  #worker: Worker;
  #listener: AttemptListener;
  /** How long it may be silent: first while it loads, then as long as its device needs. */
  #patience = LOAD_SILENCE_MS;
  #isLoading = true;
  #expected = new Set<number>();
  #deadline: ReturnType<typeof setTimeout> | undefined;

  constructor(worker: Worker, request: { readonly kind: 'load' }, listener: AttemptListener) {
    this.#worker = worker;
    this.#listener = listener;
    worker.addEventListener('message', ({ data }: MessageEvent<Reply>) => {
      this.#receive(data);
    });
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      this.#break(
        new ClassifierError(
          'runtime',
          `The worker of emotion-tag failed: ${event.message || 'its script did not load; reload the page'}.`,
        ),
      );
    });
    worker.addEventListener('messageerror', () => {
      this.#break(new ClassifierError('runtime', 'The worker of emotion-tag sent something unreadable.'));
    });
    this.#send(request);
  }

  read({ id, text, want }: Sent): void {
    this.#expected.add(id);
    this.#send({ kind: 'read', id, text, want });
  }

  /** Hand over what was compiled ahead. */
  compiled(module: WebAssembly.Module | null): void {
    this.#send({ kind: 'compiled', module });
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

  #send(request: Request | { readonly kind: 'load' }): void {
    this.#worker.postMessage(request);
    this.#expectWord();
  }

  #receive(reply: Reply): void {
    switch (reply.kind) {
      case 'progress':
        this.#listener.progress(reply.loaded, reply.total);
        break;
      case 'requests':
        this.#listener.requests(reply.made);
        break;
      case 'alive':
        break;
      case 'parts':
        this.#listener.parts(reply.id, { read: reply.read, total: reply.total });
        break;
      case 'ready':
        this.#isLoading = false;
        this.#patience = READ_SILENCE_MS + READ_SILENCE_TEXTS * reply.start.textMs;
        this.#listener.ready(reply.start);
        break;
      case 'answer':
        this.#expected.delete(reply.id);
        this.#listener.answer(reply.id, reply.answer);
        break;
      case 'refused':
        this.#expected.delete(reply.id);
        this.#listener.refused(reply.id, ClassifierError.fromWire(reply.error));
        break;
      case 'broken':
        this.#break(ClassifierError.fromWire(reply.error), reply.verdict);
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
    this.#deadline = setTimeout(() => {
      const seconds = (this.#patience / 1000).toFixed(0);
      this.#break(new ClassifierError('timeout', `The worker of emotion-tag said nothing for ${seconds} s.`));
    }, this.#patience);
  }

  #break(error: ClassifierError, verdict?: string): void {
    this.end();
    this.#listener.broken(error, verdict);
  }
}
