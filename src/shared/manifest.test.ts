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

test.each(['', '/a', '//evil.example/a', 'https://evil.example/a', '../a', 'a/../b', 'a/./b', 'a\\b', 'a?b', 'a#b', '.a', 'a//b'])(
  'a file at %j, which is no place below the model’s folder, is refused',
  (path) => {
    expect(() => parseManifest({ ...good, files: [file(path)] })).toThrow('not a manifest');
  },
);

test.each([0, -1, 1.5, '3', null, 1e300])('a file of %j bytes is refused', (bytes) => {
  expect(() => parseManifest({ ...good, files: [{ ...file('a'), bytes }] })).toThrow('not a manifest');
});
