import { expect, test } from 'vitest';
import { begin, resume } from './job';
import type { Journal } from './journal';
import { openSource } from './source';

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

const journal = { clear: () => Promise.resolve(), put: () => Promise.resolve() } as unknown as Journal;

test('rows with characters that the encoding does not know are counted', async () => {
  const bytes = new TextEncoder().encode('text,more\nthé café,a\nwell,b\nça,é\n');
  bytes[bytes.lastIndexOf(0xc3)] = 0xff;
  const source = await openSource(new File([bytes], 'a.csv'));
  expect(source.encoding).toBe('windows-1252'); // of four characters one is damaged
  const choice = { source: { ...source, encoding: 'utf-8' }, text: 'text', date: null };
  expect(await begin(choice, journal, () => undefined, new AbortController().signal)).toMatchObject({ garbledCount: 1 });
});
