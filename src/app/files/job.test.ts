import { expect, test } from 'vitest';
import { begin, resume } from './job';
import type { KeptJob } from './kept-job';
import { openSource } from '../../tables/source';

test('texts whose file was not read through are forgotten', async () => {
  const stored = new Map<string, unknown>([['texts/0', ['I am so happy!']]]);
  const kept = {
    get: (key: string) => Promise.resolve(stored.get(key)),
    clear: () => {
      stored.clear();
      return Promise.resolve();
    },
  } as unknown as KeptJob;
  expect(await resume(kept)).toBeNull();
  expect(stored.size).toBe(0);
});

const kept = { clear: () => Promise.resolve(), put: () => Promise.resolve() } as unknown as KeptJob;

test('rows with characters that the encoding does not know are counted', async () => {
  const bytes = new TextEncoder().encode('text,more\nthé café,a\nwell,b\nça,é\n');
  bytes[bytes.lastIndexOf(0xc3)] = 0xff;
  const source = await openSource(new File([bytes], 'a.csv'));
  expect(source.encoding).toBe('windows-1252'); // of four characters one is damaged
  const choice = { source: { ...source, encoding: 'utf-8' }, text: 'text', date: null, order: 'auto' as const, label: null };
  expect(await begin(choice, kept, () => undefined, new AbortController().signal)).toMatchObject({ garbledCount: 1 });
});
