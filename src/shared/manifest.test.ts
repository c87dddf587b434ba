import { expect, test } from 'vitest';
import { filesFor, parseManifest } from './manifest';

const file = (path: string) => ({ path, bytes: 3, sha256: 'a'.repeat(64) });
const good = {
  version: 1,
  files: [file('config.json'), file('onnx/weights.bin'), file('onnx/wasm.onnx'), file('onnx/webgpu.onnx')],
  labels: ['sadness', 'joy', 'love', 'anger', 'fear', 'surprise'],
  temperature: 1.2,
  threshold: 0.4,
  maxTokens: 128,
  golden: [],
};

test('a device needs every file but the other device’s graph', () => {
  const paths = (device: 'wasm' | 'webgpu'): string[] => filesFor(parseManifest(good), [device]).map(({ path }) => path);
  expect(paths('wasm')).toEqual(['config.json', 'onnx/weights.bin', 'onnx/wasm.onnx']);
  expect(paths('webgpu')).toEqual(['config.json', 'onnx/weights.bin', 'onnx/webgpu.onnx']);
});

test.each([
  ['other labels', { ...good, labels: ['joy'] }],
  ['labels in another order', { ...good, labels: [...good.labels].reverse() }],
  ['a file without a hash', { ...good, files: [{ path: 'a', bytes: 1 }] }],
  ['no numbers', { ...good, temperature: '1' }],
  ['a list', []],
])('a manifest with %s is refused', (_, value) => {
  expect(() => parseManifest(value)).toThrow(expect.objectContaining({ code: 'model-corrupt' }));
});
