import { expect, test } from 'vitest';
import { ClassifierError } from '../shared/errors';
import { LOSS_WINDOW_MS } from '../shared/settings';
import { Ladder, rungsFor } from './ladder';

const crash = new ClassifierError('runtime', 'It crashed.');
const at = (ladder: Ladder): string => `${ladder.rung.device} ${String(ladder.rung.threads)}`;

test('a start that fails goes one rung down, and past the last one the next start is from the top', () => {
  const ladder = new Ladder(rungsFor('webgpu', 4));
  expect(at(ladder)).toBe('webgpu 4');
  expect([ladder.fail(crash, false, 0), at(ladder)]).toEqual([true, 'wasm 4']);
  expect([ladder.fail(crash, false, 0), at(ladder)]).toEqual([true, 'wasm 1']);
  expect([ladder.fail(crash, false, 0), at(ladder)]).toEqual([false, 'webgpu 4']);
});

test('a missing file is the same on every rung', () => {
  const ladder = new Ladder(rungsFor('auto', 1));
  expect([ladder.fail(new ClassifierError('model-missing', ''), false, 0), at(ladder)]).toEqual([false, 'auto 1']);
});

test('one loss of a running GPU is forgiven', () => {
  const ladder = new Ladder(rungsFor('auto', 1));
  expect([ladder.fail(crash, true, 0), at(ladder)]).toEqual([true, 'auto 1']);
  expect([ladder.fail(crash, true, LOSS_WINDOW_MS), at(ladder)]).toEqual([true, 'auto 1']);
});

test('two losses of a running GPU within a minute stay on WASM for good', () => {
  const ladder = new Ladder(rungsFor('auto', 1));
  ladder.fail(crash, true, 0);
  expect([ladder.fail(crash, true, LOSS_WINDOW_MS - 1), at(ladder)]).toEqual([true, 'wasm 1']);
  ladder.fail(crash, false, LOSS_WINDOW_MS);
  expect([ladder.fail(crash, false, LOSS_WINDOW_MS), at(ladder)]).toEqual([false, 'wasm 1']);
});
