import { ClassifierError } from '../shared/errors';
import type { Device, Reply, Request, Want } from '../shared/protocol';
import { explanationJob } from './explanation';
import { readingJob, type Job, type Reader } from './job';
import { Runner, type RunnerOptions } from './runner';

/**
 * What a call reads at most (see `RunnerOptions.most`). WASM and the native runtime read rows of one length together, and none is filled up: so a
 * text's scores are to the last bit those that it has alone. So many tokens take 50 ms, for which whatever comes has to wait. On WebGPU a call
 * costs more than a text.
 */
const MOST: Record<Device, RunnerOptions['most']> = {
  wasm: { rows: 8, tokens: 256, padding: 0 },
  native: { rows: 8, tokens: 256, padding: 0 },
  webgpu: { rows: 32, tokens: Infinity, padding: 8 },
};
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
      most: MOST[device],
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
