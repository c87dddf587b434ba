import { ClassifierError } from '../shared/errors';
import type { BrowserDevice, LoadRequest, Start } from '../shared/protocol';
import type { Manifest } from '../shared/manifest';
import type { ModelBytes } from '../store/model-files';
import { openModel, RUNTIME } from '../store/open-model';
import { Requests } from '../store/requests';
import type { Choice } from './device';
import type { Reader } from '../reading/job';
import { loadLanguages } from '../reading/language';
import type { Model } from '../reading/model';
import { loadModel } from './model';
import { configureRuntime, loadRuntime, serveFiles } from './runtime';
import { useCompiled } from './compiled';
import { blameFiles, checkScript, runtimeBytes, runtimeFor, watchFetch, type ScriptAhead } from './runtime-files';
import { selfTest } from '../reading/self-test';

export interface Started {
  readonly reader: Reader;
  readonly start: Start;
}

/** What a start reports while it goes on. */
export interface StartListener {
  readonly progress: (loaded: number, total: number) => void;
  readonly alive: () => void;
  readonly requests: (made: number) => void;
}

/** From a choice of device to a model that has passed the self-test on it. Under `auto`, WebGPU must also be no slower than WASM. */
export async function startModel(
  request: LoadRequest,
  manifest: Manifest,
  choice: Choice,
  { progress, alive, requests }: StartListener,
  ahead?: ScriptAhead,
): Promise<Started> {
  const { device, adapter, remembered, verdict } = choice;
  const isRace = request.device === 'auto' && device === 'webgpu' && !remembered;
  const clock = stopwatch();

  const devices = isRace ? (['webgpu', 'wasm'] as const) : [device];
  const counted = new Requests(request.requests, requests);
  const opened = await openModel(manifest, request.modelPlace, devices, runtimeBytes(device), progress, counted);
  const runtime = configureRuntime(device, request.threads, request.runtime);
  const onRuntime = (loaded: number): void => {
    opened.progress.set(RUNTIME, loaded);
  };
  const { wasm } = runtimeFor(device, request.runtime);
  watchFetch(wasm, opened.wasKept ? undefined : onRuntime);
  if (request.compiling === device) useCompiled(wasm);
  const checked = ahead?.device === device ? ahead.checked : checkScript(device, request.runtime);
  const runtimeLoads = checked.then(loadRuntime);
  const [bytes, isForeignLanguage] = await Promise.all([opened.bytes, loadLanguages(), runtimeLoads]);
  const files = clock();
  serveFiles(bytes);
  const model = await loadModel(device, bytes).catch(async (error: unknown) => {
    if (!(error instanceof ClassifierError)) await blameFiles(device, request.runtime);
    throw error;
  });
  opened.progress.finish(RUNTIME);
  alive();
  const session = clock();
  const tested = { device, isSoftware: adapter?.isFallback === true, isRemembered: remembered === device };
  const textMs = await selfTest(model, tested, manifest, alive);

  const facts = { adapter, threads: request.threads, verdict, ...runtime };
  const started = (winner: BrowserDevice, winning: Model, ms: number): Started => ({
    reader: { model: winning, manifest, isForeignLanguage },
    start: {
      ...facts,
      device: winner,
      selfTest: tested.isRemembered ? 'remembered' : 'passed',
      textMs: ms,
      timings: { files, session, selfTest: clock() },
    },
  });
  if (!isRace) return started(device, model, textMs);

  const rival = await loadRival(bytes, manifest, alive);
  if (rival && rival.textMs < textMs) {
    await model.dispose();
    return started('wasm', rival.model, rival.textMs);
  }
  await rival?.model.dispose();
  return started(device, model, textMs);
}

/** The same model on WASM, in the runtime that is here already. That it fails is no reason against WebGPU. */
async function loadRival(
  bytes: ModelBytes,
  manifest: Manifest,
  alive: () => void,
): Promise<{ model: Model; textMs: number } | undefined> {
  try {
    const model = await loadModel('wasm', bytes);
    const tested = { device: 'wasm', isSoftware: false, isRemembered: false } as const;
    return { model, textMs: await selfTest(model, tested, manifest, alive) };
  } catch {
    return undefined;
  }
}

/** Milliseconds since the last call, or since it was made. */
function stopwatch(): () => number {
  let last = performance.now();
  return () => {
    const now = performance.now();
    const passed = now - last;
    last = now;
    return passed;
  };
}
