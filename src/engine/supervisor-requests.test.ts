import { expect, test } from 'vitest';
import { ClassifierError } from '../shared/errors';
import { rungsFor } from './ladder';
import { Supervisor } from './supervisor';
import { FakeAttempt } from './testing/fake-attempt';

const crash = new ClassifierError('runtime', 'The worker crashed.');

test('the requests of one start are counted on over its workers, and those of the next start anew', async () => {
  const attempts: FakeAttempt[] = [];
  const supervisor = new Supervisor(rungsFor('wasm', 1), (...given) => {
    const attempt = new FakeAttempt(...given);
    attempts.push(attempt);
    return attempt;
  });
  const ready = supervisor.ready();
  attempts[0]?.says.requests(5);
  attempts[0]?.says.broken(crash);
  expect(attempts[1]?.requestsBefore).toBe(5);
  attempts[1]?.says.requests(7);
  attempts[1]?.ready();
  await ready;
  expect(supervisor.requests).toBe(7);

  attempts[1]?.says.broken(crash);
  const again = supervisor.ready();
  expect(attempts[2]?.requestsBefore).toBe(0);
  attempts[2]?.says.requests(3);
  attempts[2]?.says.broken(new ClassifierError('network', 'No line.'));
  await expect(again).rejects.toThrow('No line.');
  const last = supervisor.ready();
  expect(attempts[3]?.requestsBefore).toBe(0);
  attempts[3]?.ready();
  await last;
  expect(supervisor.requests).toBe(0);
});
