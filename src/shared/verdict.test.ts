import { expect, test } from 'vitest';
import type { Manifest } from './manifest';
import { lastDevice, verdictOf } from './verdict';

const modelOf = (letter: string): Manifest =>
  ({ files: [{ path: 'x', bytes: 1, sha256: letter.repeat(64) }] }) as unknown as Manifest;

test('the device of the last start is of this preference and this model, whatever adapter or threads there were', () => {
  const ours = modelOf('a');
  expect(lastDevice({}, 'auto', ours)).toBeUndefined();
  const verdicts = {
    [verdictOf('auto', ['wasm', 1], ours)]: 'wasm',
    [verdictOf('auto', ['acme', 'one', ''], ours)]: 'webgpu',
    [verdictOf('wasm', ['wasm', 1], ours)]: 'wasm',
    [verdictOf('auto', ['acme', 'one', ''], modelOf('b'))]: 'wasm',
  } as const;
  expect(lastDevice(verdicts, 'auto', ours)).toBe('webgpu');
  expect(lastDevice(verdicts, 'wasm', ours)).toBe('wasm');
  expect(lastDevice(verdicts, 'webgpu', ours)).toBeUndefined();
  expect(lastDevice(verdicts, 'auto', modelOf('c'))).toBeUndefined();
});
