import { getEventListeners } from 'node:events';
import { expect, test } from 'vitest';
import type { RunningAttempt } from '../engine/supervisor';
import { Pool } from './pool';

const silent: RunningAttempt = { read: () => undefined, abort: () => undefined, end: () => undefined };

test('however many threads start, few listen to the caller’s signal, which ends the wait for all', async () => {
  const pool = new Pool(16, () => silent, 'wasm');
  const caller = new AbortController();
  const ready = pool.ready(caller.signal);
  expect(getEventListeners(caller.signal, 'abort').length).toBeLessThanOrEqual(10);
  caller.abort();
  await expect(ready).rejects.toMatchObject({ name: 'AbortError' });
});
