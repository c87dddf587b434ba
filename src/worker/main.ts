/** The worker: one attempt to load the model on one device, then the texts that it is asked to read. */
import { version } from '../../package.json';
import { ClassifierError } from '../shared/errors';
import { HOW_TO_BRING } from '../shared/how-to-bring';
import type { LoadRequest, Reply, Request } from '../shared/protocol';
import { commit, refuse } from '../store/kept-models';
import { chooseModel } from '../store/open-model';
import { setCompiled } from './compiled';
import { chooseDevice, type Choice } from './device';
import { Desk } from '../reading/desk';
import { deviceLoss } from './runtime';
import { beginScript } from './runtime-files';
import { WrongAnswers } from '../reading/self-test';
import { startModel, type StartListener } from './start';

let desk: Desk | undefined;

const reply = (message: Reply): void => {
  self.postMessage(message);
};
const alive = (): void => {
  reply({ kind: 'alive' });
};

async function load(request: LoadRequest): Promise<void> {
  const newest = request.manifest;
  let choice: Choice | undefined;
  try {
    if (request.version !== version) throw otherVersion(request.version);
    const ahead = request.compiling && beginScript(request.compiling, request.runtime);
    choice = await chooseDevice(request, newest);
    const manifest = await chooseModel(newest, choice.device);
    if (manifest !== newest) choice = await chooseDevice(request, manifest); // what is remembered is of one model
    const listener: StartListener = {
      alive,
      progress: (loaded, total) => {
        reply({ kind: 'progress', loaded, total });
      },
      requests: (made) => {
        reply({ kind: 'requests', made });
      },
    };
    const { reader, start } = await startModel(request, manifest, choice, listener, ahead);
    desk = new Desk(reader, start.device, reply);
    reply({ kind: 'ready', start });
    if (manifest === newest && !request.isHelper) void commit(newest).catch(() => undefined);
    if (start.device === 'webgpu') void deviceLoss().then(lost);
  } catch (error) {
    const device = choice?.device ?? null;
    // No device is left that could prove the model right. What `store/` throws is no fault of the model's.
    if (device === 'wasm' && !(error instanceof ClassifierError) && !request.isHelper) await refuse(newest).catch(() => undefined);
    reply({
      kind: 'broken',
      device,
      error: ClassifierError.toWire(error, `Loading the model on ${device ?? 'this device'}`),
      ...(error instanceof WrongAnswers && device === 'webgpu' && choice && { verdict: choice.verdict }),
    });
  }
}

const otherVersion = (page: string): ClassifierError =>
  new ClassifierError(
    'assets-missing',
    `The script of emotion-tag’s worker, ${import.meta.url}, is of version ${version}, and the page’s of ${page}. ${HOW_TO_BRING}`,
  );

/** An idle session would find out with the next text only, and might then wait for an answer that never comes. */
function lost(reason: string): void {
  const error = new ClassifierError('runtime', `The GPU was lost: ${reason}`);
  reply({ kind: 'broken', device: 'webgpu', error: ClassifierError.toWire(error, '') });
}

self.addEventListener('message', ({ data }: MessageEvent<Request>) => {
  switch (data.kind) {
    case 'load':
      void load(data);
      break;
    case 'compiled':
      setCompiled(data.module);
      break;
    case 'read':
      desk?.read(data); // nothing is asked before `ready`
      break;
    case 'abort':
      desk?.abort(data.id);
      break;
    default:
      data satisfies never;
  }
});
