import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { LoadRequest } from '../shared/protocol';
import type { Manifest } from '../shared/manifest';
import { chooseDevice, type Choice } from './device';

const manifestOf = (sha256: string): Manifest =>
  ({ files: [{ path: 'onnx/weights.bin', bytes: 1, sha256 }] }) as unknown as Manifest;
const MODEL = manifestOf('a'.repeat(64));
const CARD = { vendor: 'acme', architecture: 'one', description: '', isFallbackAdapter: false };

function choose(
  device: LoadRequest['device'],
  {
    adapter = CARD,
    manifest = MODEL,
    verdicts = {},
  }: { adapter?: object; manifest?: Manifest; verdicts?: LoadRequest['verdicts'] } = {},
): Promise<Choice> {
  vi.stubGlobal('navigator', { gpu: { requestAdapter: () => Promise.resolve({ info: adapter }) } });
  return chooseDevice({ device, threads: 1, verdicts } as LoadRequest, manifest);
}

beforeEach(() => {
  vi.stubGlobal('WebAssembly', { Suspending: true });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

test('auto takes a hardware adapter, and leaves one of software to those who name it', async () => {
  const software = { ...CARD, isFallbackAdapter: true };
  expect((await choose('auto')).device).toBe('webgpu');
  expect((await choose('auto', { adapter: software })).device).toBe('wasm');
  expect((await choose('webgpu', { adapter: software })).device).toBe('webgpu');
  expect((await choose('wasm')).device).toBe('wasm');
});

test('a browser without JavaScript promise integration uses WASM', async () => {
  vi.stubGlobal('WebAssembly', {});
  expect((await choose('webgpu')).device).toBe('wasm');
});

test('what is remembered holds for one adapter and one model', async () => {
  const { verdict } = await choose('auto');
  const verdicts = { [verdict]: 'wasm' } as const;
  expect(await choose('auto', { verdicts })).toMatchObject({ device: 'wasm', remembered: 'wasm' });
  for (const other of [{ adapter: { ...CARD, architecture: 'two' } }, { manifest: manifestOf('b'.repeat(64)) }]) {
    expect(await choose('auto', { verdicts, ...other })).toMatchObject({ device: 'webgpu', remembered: undefined });
  }
});
