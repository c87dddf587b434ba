/** The worker: one attempt to load the model on one device, then the texts that it is asked to read. */
import { ClassifierError } from '../shared/errors';
import type { Answer, Device, LoadRequest, Reply, Request, Want } from '../shared/protocol';
import { commit, refuse } from '../store/kept-models';
import { chooseModel } from '../store/open-model';
import { chooseDevice, type Choice } from './device';
import { explanationJob } from '../reading/explanation';
import { readingJob, type Job, type Reader } from '../reading/job';
import { Runner } from '../reading/runner';
import { deviceLoss } from './runtime';
import { WrongAnswers } from '../reading/self-test';
import { startModel } from './start';

/** Rows a call (see `RunnerOptions.batch`). */
const BATCH: Record<Device, number> = { wasm: 1, webgpu: 32 };
const JOBS: Record<Want, (reader: Reader, text: string) => Job> = {
  reading: readingJob,
  explanation: explanationJob,
};

interface Ready {
  readonly reader: Reader;
  readonly runner: Runner;
  readonly device: Device;
}

let ready: Ready | undefined;

const reply = (message: Reply): void => {
  self.postMessage(message);
};
const alive = (): void => {
  reply({ kind: 'alive' });
};
const answer = (id: number, given: Answer): void => {
  reply({ kind: 'answer', id, answer: given });
};

async function load(request: LoadRequest): Promise<void> {
  const newest = request.manifest;
  let choice: Choice | undefined;
  try {
    choice = await chooseDevice(request, newest);
    const manifest = await chooseModel(newest, choice.device);
    if (manifest !== newest) choice = await chooseDevice(request, manifest); // what is remembered is of one model
    const { reader, start } = await startModel(request, manifest, choice, {
      alive,
      progress: (loaded, total) => {
        reply({ kind: 'progress', loaded, total });
      },
      requests: (made) => {
        reply({ kind: 'requests', made });
      },
    });
    const runner = new Runner(reader.model, { batch: BATCH[start.device], temperature: manifest.temperature, answer, alive });
    ready = { reader, runner, device: start.device };
    reply({ kind: 'ready', start });
    if (manifest === newest) void commit(newest);
    if (start.device === 'webgpu') void deviceLoss().then(lost);
  } catch (error) {
    const device = choice?.device ?? null;
    // No device is left that could prove the model right. What `store/` throws is no fault of the model's.
    if (device === 'wasm' && !(error instanceof ClassifierError)) await refuse(newest);
    reply({
      kind: 'broken',
      device,
      error: ClassifierError.toWire(error, `Loading the model on ${device ?? 'this device'}`),
      ...(error instanceof WrongAnswers && device === 'webgpu' && choice && { verdict: choice.verdict }),
    });
  }
}

/** An idle session would find out with the next text only, and might then wait for an answer that never comes. */
function lost(reason: string): void {
  const error = new ClassifierError('runtime', `The GPU was lost: ${reason}`);
  reply({ kind: 'broken', device: 'webgpu', error: ClassifierError.toWire(error, '') });
}

function read({ id, text, want }: Extract<Request, { kind: 'read' }>): void {
  if (!ready) return; // nothing is asked before `ready`
  const { reader, runner, device } = ready;
  try {
    runner.add(id, JOBS[want](reader, text));
  } catch (error) {
    // The tokenizer failed, not the session: the next text is no worse off.
    reply({ kind: 'refused', id, error: ClassifierError.toWire(error, 'Cutting the text into tokens') });
    return;
  }
  runner.run().catch((error: unknown) => {
    reply({ kind: 'broken', device, error: ClassifierError.toWire(error, `Reading a text on ${device}`) });
  });
}

self.addEventListener('message', ({ data }: MessageEvent<Request>) => {
  switch (data.kind) {
    case 'load':
      void load(data);
      break;
    case 'read':
      read(data);
      break;
    case 'abort':
      ready?.runner.abort(data.id);
      break;
    default:
      data satisfies never;
  }
});
