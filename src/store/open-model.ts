import { areKept } from './kept-files';
import { claim, editionOf, findOlder, isRefused } from './kept-models';
import { filesFor, type Manifest } from '../shared/manifest';
import type { ModelPlace } from '../shared/settings';
import { loadModelFiles, type ModelBytes } from './model-files';
import { Progress } from './progress';
import type { Requests } from './requests';
import { holdEdition } from './turns';
import { beginUnpacking, unpackFiles } from './unpack';

/** A model on its way into memory. */
export interface OpenedModel {
  /** Verified bytes as they are run, not yet tried. Rejects with what `loadModelFiles` throws. */
  readonly bytes: Promise<ModelBytes>;
  /** Whether every file was kept already. */
  readonly wasKept: boolean;
  readonly progress: Progress;
}

/** The part of the progress that is not a file of the model. */
export const RUNTIME = 'runtime';

/**
 * The model to start with: the newest, which is the page's own, where it is kept; else an older one that is kept whole, until
 * somebody asks for the new one; else the newest.
 */
export async function chooseModel(newest: Manifest, device: 'wasm' | 'webgpu'): Promise<Manifest> {
  if ((await areKept(filesFor(newest, [device]))) && !(await isRefused(newest))) return newest;
  // WebGPU may have to fall back, and nobody serves the other graph of an older model any more.
  return (await findOlder(newest, device === 'webgpu' ? ['webgpu', 'wasm'] : ['wasm'])) ?? newest;
}

/**
 * Get a model into memory, and hold its edition for as long as this worker lives.
 * @param runtimeBytes what the runtime's files weigh, for the progress
 * @param report bytes here so far of all that the start needs; never falls, ends at the total
 */
export async function openModel(
  manifest: Manifest,
  place: ModelPlace,
  devices: readonly ('wasm' | 'webgpu')[],
  runtimeBytes: number,
  report: (loaded: number, total: number) => void,
  requests: Requests,
): Promise<OpenedModel> {
  const files = filesFor(manifest, devices);
  const parts = new Map([...files.map(({ path, bytes }) => [path, bytes] as const), [RUNTIME, runtimeBytes]]);
  const progress = new Progress(parts, report);
  holdEdition(await editionOf(manifest));
  const wasKept = await areKept(files);
  if (!wasKept) await claim(manifest);
  const onLoaded = (path: string, loaded: number): void => {
    progress.set(path, loaded);
  };
  const bytes = loadModelFiles(place, files, onLoaded, { requests, onWhole: beginUnpacking }).then((packed) =>
    unpackFiles(files, packed),
  );
  return { bytes, wasKept, progress };
}
