import { expect, test } from 'vitest';
import { resume } from './job';
import type { Journal } from './journal';

test('texts whose file was not read through are forgotten', async () => {
  const kept = new Map<string, unknown>([['texts/0', ['I am so happy!']]]);
  const journal = {
    get: (key: string) => Promise.resolve(kept.get(key)),
    clear: () => {
      kept.clear();
      return Promise.resolve();
    },
  } as unknown as Journal;
  expect(await resume(journal)).toBeNull();
  expect(kept.size).toBe(0);
});
