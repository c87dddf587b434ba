import { ClassifierError } from '../shared/errors';
import type { Device, Reply, Request, Want } from '../shared/protocol';
import { explanationJob } from './explanation';
import { readingJob, type Job, type Reader } from './job';
import { Runner } from './runner';

/** Rows a call (see `RunnerOptions.batch`). The native runtime computes the graph of WASM, and scales over a batch as that does. */
const BATCH: Record<Device, number> = { wasm: 1, native: 1, webgpu: 32 };
const JOBS: Record<Want, (reader: Reader, text: string) => Job> = {
  reading: readingJob,
  explanation: explanationJob,
};

/** Where texts are asked for once a model is ready: the worker's part of the protocol that no device and no platform changes. */
export class Desk {
  #reader: Reader;
  #device: Device;
  #runner: Runner;
  #reply: (message: Reply) => void;

  constructor(reader: Reader, device: Device, reply: (message: Reply) => void) {
    this.#reader = reader;
    this.#device = device;
    this.#reply = reply;
    this.#runner = new Runner(reader.model, {
      batch: BATCH[device],
      temperature: reader.manifest.temperature,
      answer: (id, answer) => {
        reply({ kind: 'answer', id, answer });
      },
      parts: (id, parts) => {
        reply({ kind: 'parts', id, ...parts });
      },
    });
  }

  read({ id, text, want }: Extract<Request, { kind: 'read' }>): void {
    try {
      this.#runner.add(id, JOBS[want](this.#reader, text));
    } catch (error) {
      // The tokenizer failed, not the session: the next text is no worse off.
      this.#reply({ kind: 'refused', id, error: ClassifierError.toWire(error, 'Cutting the text into tokens') });
      return;
    }
    this.#runner.run().catch((error: unknown) => {
      const wire = ClassifierError.toWire(error, `Reading a text on ${this.#device}`);
      this.#reply({ kind: 'broken', device: this.#device, error: wire });
    });
  }

  abort(id: number): void {
    this.#runner.abort(id);
  }
}
