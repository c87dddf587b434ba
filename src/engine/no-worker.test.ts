import { expect, test } from 'vitest';
import { FakeAttempt, joy } from './testing/fake-attempt';
import { rungsFor } from './ladder';
import { Supervisor } from './supervisor';

test('says why no worker can be started, and starts one for the next text', async () => {
  let isRefused = true;
  let attempt: FakeAttempt | undefined;
  const supervisor = new Supervisor(rungsFor('wasm', 1), (rung, listener) => {
    if (isRefused) throw new TypeError('the policy "emotion-tag" is disallowed');
    return (attempt = new FakeAttempt(rung, listener));
  });
  const told = /^Starting the worker of emotion-tag failed: the policy "emotion-tag" is disallowed$/;
  await expect(supervisor.ready()).rejects.toThrow(told);
  await expect(supervisor.ask({ text: 'a', want: 'reading', priority: 'visible' })).rejects.toThrow(told);
  expect(supervisor.attempts).toMatchObject([{ outcome: 'failed' }, { outcome: 'failed' }]);
  isRefused = false;
  const reading = supervisor.ask({ text: 'a', want: 'reading', priority: 'visible' });
  attempt?.ready();
  attempt?.answer('a');
  expect(await reading).toEqual(joy);
});
