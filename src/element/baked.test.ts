import { expect, test, vi } from 'vitest';
import { bakedOf } from '../shared/baked';
import { readingOf } from '../shared/reading';
import { Reader, type ReadRequest } from './reader';
import type { State } from './state';

const fear = readingOf([0, 0, 0, 0, 1, 0], 0.5, { truncated: false });

test('what a build has written shows at once and starts nothing; another text is read', async () => {
  const states: State[] = [];
  const create = vi.fn(() => new Promise<never>(() => undefined));
  const engine = { create, availability: () => Promise.resolve('available' as const), downloadSize: () => Promise.resolve(1) };
  const reader = new Reader(
    (state) => states.push(state),
    () => Promise.resolve(),
    () => engine,
  );
  const baked = bakedOf('a', 'model', fear);
  const request: ReadRequest = {
    text: 'a',
    device: 'auto',
    load: 'eager',
    model: null,
    modelBase: null,
    threshold: null,
    baked,
  };
  await reader.read(request);
  expect(states).toEqual([{ kind: 'read', reading: fear }]);
  await reader.read({ ...request, threshold: 1 });
  expect(states.at(-1)).toMatchObject({ reading: { label: 'fear' } });
  expect(create).not.toHaveBeenCalled();
  void reader.read({ ...request, text: 'b' });
  await vi.waitFor(() => {
    expect(create).toHaveBeenCalledTimes(1);
  });
  expect(states.at(-1)).toEqual({ kind: 'loading', fraction: null });
});
