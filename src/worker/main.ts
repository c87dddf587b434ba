/** The worker: one attempt to load the model on one device, then one text after the other. */
import { ClassifierError } from '../shared/errors';
import type { Device, LoadRequest, Reply, Request } from '../shared/protocol';
import { filesFor, readManifest } from '../store/manifest';
import { loadModelFiles } from '../store/model-files';
import { chooseDevice } from './device';
import { loadModel, type Model } from './model';
import { readText } from './read-text';
import { configureRuntime } from './runtime';
import { selfTest } from './self-test';

/** Texts not yet begun, by request id, oldest first. An abort only has to take its text out. */
const waiting = new Map<number, string>();
let model: Model | undefined;
let device: Device | null = null;
let isReading = false;

const turn = new MessageChannel();

/** Let messages in between two texts, so that aborts and newer texts take effect. A timer would cost 4 ms, half a reading. */
const nextTask = (): Promise<void> =>
  new Promise((resolve) => {
    turn.port1.onmessage = () => {
      resolve();
    };
    turn.port2.postMessage(null);
  });

const reply = (message: Reply): void => {
  self.postMessage(message);
};

async function load(request: LoadRequest): Promise<void> {
  try {
    const manifest = readManifest();
    device = await chooseDevice(request.device);
    const bytes = await loadModelFiles(request.modelBase, filesFor(manifest, device), (loaded, total) => {
      reply({ kind: 'progress', loaded, total });
    });
    configureRuntime(device, request.threads, request.runtime, bytes);
    const loadedModel = await loadModel(device, bytes);
    await selfTest(loadedModel, device, manifest);
    model = loadedModel;
    reply({ kind: 'ready', device });
    await readWaiting();
  } catch (error) {
    reply({ kind: 'broken', device, error: ClassifierError.toWire(error, `Loading the model on ${device ?? 'this device'}`) });
  }
}

async function readWaiting(): Promise<void> {
  if (!model || isReading) return;
  isReading = true;
  try {
    for (;;) {
      const [next] = waiting;
      if (!next) break;
      const [id, text] = next;
      waiting.delete(id);
      reply({ kind: 'reading', id, reading: await readText(model, readManifest(), text) });
      await nextTask();
    }
  } catch (error) {
    reply({ kind: 'broken', device, error: ClassifierError.toWire(error, `Reading a text on ${device ?? 'this device'}`) });
  } finally {
    isReading = false;
  }
}

self.addEventListener('message', ({ data }: MessageEvent<Request>) => {
  switch (data.kind) {
    case 'load':
      void load(data);
      break;
    case 'classify':
      waiting.set(data.id, data.text);
      void readWaiting();
      break;
    case 'abort':
      waiting.delete(data.id);
      break;
    default:
      data satisfies never;
  }
});
