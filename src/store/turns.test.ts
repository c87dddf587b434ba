import { expect, test, vi } from 'vitest';
import { holdEdition, isOtherEditionInUse } from './turns';

const held = new Set<string>();
vi.stubGlobal('navigator', {
  locks: {
    query: () => Promise.resolve({ held: [...held].map((name) => ({ name })) }),
    request: async (name: string, _: unknown, task: () => Promise<void>) => {
      held.add(name);
      await task();
      held.delete(name);
    },
  },
});

const research = { name: 'research', version: '0123456789abcdef' };

test('a tab is asked for other editions of its own model, and not for other models', async () => {
  holdEdition(research);
  holdEdition({ name: 'open', version: 'fedcba9876543210' });
  expect(await isOtherEditionInUse(research)).toBe(false);
  holdEdition({ name: 'research', version: 'fedcba9876543210' });
  expect(await isOtherEditionInUse(research)).toBe(true);
});

test('a tab of before models had names may run any', async () => {
  held.clear();
  held.add('emotion-tag:in-use:0123456789abcdef');
  expect(await isOtherEditionInUse(research)).toBe(true);
});
