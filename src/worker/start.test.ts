import { beforeEach, expect, test, vi } from 'vitest';
import type { BrowserDevice, Device, LoadRequest } from '../shared/protocol';
import type { Manifest } from '../shared/manifest';
import type { Choice } from './device';
import { startModel } from './start';

/** Milliseconds of one text on each device; NaN where it cannot be loaded. */
let textMs: Record<BrowserDevice, number>;
const loaded: BrowserDevice[] = [];

vi.mock('../store/open-model', () => ({
  RUNTIME: 'runtime',
  openModel: () => Promise.resolve({ bytes: Promise.resolve(new Map()), wasKept: true, progress: { finish: () => undefined } }),
}));
vi.mock('./runtime', () => ({ configureRuntime: () => ({}), loadRuntime: () => Promise.resolve(), serveFiles: () => undefined }));
vi.mock('./runtime-files', () => ({
  runtimeBytes: () => 1,
  runtimeFor: () => ({}),
  watchFetch: () => undefined,
  checkScript: () => Promise.resolve(),
  blameFiles: () => Promise.resolve(),
}));
vi.mock('../reading/language', () => ({ loadLanguages: () => Promise.resolve(() => false) }));
vi.mock('../reading/self-test', () => ({
  selfTest: (_: unknown, { device }: { device: BrowserDevice }) => Promise.resolve(textMs[device]),
}));
vi.mock('./model', () => ({
  loadModel: (device: BrowserDevice) => {
    loaded.push(device);
    return Number.isNaN(textMs[device])
      ? Promise.reject(new Error('no session'))
      : Promise.resolve({ dispose: () => Promise.resolve() });
  },
}));

const hardware = { vendor: '', architecture: '', description: '', isFallback: false };
const onGpu: Choice = { device: 'webgpu', adapter: hardware, remembered: undefined, verdict: 'auto|gpu' };
const quiet = { progress: () => undefined, alive: () => undefined, requests: () => undefined };

async function start(device: LoadRequest['device'], choice = onGpu): Promise<Device> {
  const request = { device, threads: 1, modelPlace: '/', runtime: {}, verdicts: {} } as unknown as LoadRequest;
  return (await startModel(request, {} as Manifest, choice, quiet)).start.device;
}

beforeEach(() => {
  loaded.length = 0;
});

test.each([
  ['a faster GPU', { webgpu: 5, wasm: 10 }, 'webgpu'],
  ['a GPU as fast as WASM', { webgpu: 10, wasm: 10 }, 'webgpu'],
  ['WASM where the GPU is slower', { webgpu: 11, wasm: 10 }, 'wasm'],
  ['the GPU where WASM fails', { webgpu: 11, wasm: NaN }, 'webgpu'],
] as const)('auto takes %s', async (_, times, winner) => {
  textMs = times;
  expect(await start('auto')).toBe(winner);
  expect(loaded).toEqual(['webgpu', 'wasm']);
});

test('a GPU that was asked for by name, or that won before, runs no race', async () => {
  textMs = { webgpu: 11, wasm: 10 };
  expect(await start('webgpu')).toBe('webgpu');
  expect(await start('auto', { ...onGpu, remembered: 'webgpu' })).toBe('webgpu');
  expect(loaded).toEqual(['webgpu', 'webgpu']);
});
