import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Journal } from './journal';
import { KeptEntries } from './kept-entries';
import { Writing } from './writing';

let journal: Journal;

beforeEach(async () => {
  vi.setSystemTime(new Date(2026, 10, 27, 13, 50));
  journal = new Journal(() => undefined);
  await journal.open(true);
});

afterEach(async () => {
  vi.useRealTimers();
  journal.close();
  await KeptEntries.destroy();
});

/** A new entry with this text, kept. */
async function kept(text: string): Promise<Writing> {
  const writing = new Writing(journal, null);
  writing.text = text;
  await writing.keep();
  return writing;
}

test('a new entry has today’s date and the time at which it is first kept', async () => {
  await kept('one');
  expect(journal.entries[0]).toMatchObject({ at: '2026-11-27T13:50', text: 'one' });
});

test('what is written on while it is being kept stays one entry', async () => {
  const writing = new Writing(journal, null);
  writing.text = 'one';
  const first = writing.keep();
  writing.text = 'one, two';
  await Promise.all([first, writing.keep()]);
  expect(journal.entries.map(({ text }) => text)).toEqual(['one, two']);
});

test('nothing but space is not kept, nor what has half a date', async () => {
  const writing = new Writing(journal, null);
  writing.text = ' \n';
  expect(await writing.keep()).toBeNull();
  writing.text = 'one';
  writing.day = '';
  expect(await writing.keep()).toBeNull();
  expect(writing.isDirty).toBe(true);
});

test('another date keeps the time of day, and is a change that can be undone', async () => {
  const { base } = await kept('one');
  const writing = new Writing(journal, base);
  writing.day = '2024-02-29';
  await writing.keep();
  expect(journal.entries[0]?.at).toBe('2024-02-29T13:50');
  expect(writing.isChanged).toBe(true);
  writing.undo();
  await writing.keep();
  expect(journal.entries[0]?.at).toBe('2026-11-27T13:50');
});

test('an entry that stands untouched follows what another tab makes of it; one that is being changed does not', async () => {
  const first = await kept('one');
  const untouched = new Writing(journal, first.base);
  const touched = new Writing(journal, first.base);
  touched.text = 'of this tab';
  first.text = 'of another tab';
  await first.keep();
  expect([untouched.follow(), touched.follow()]).toEqual([true, true]);
  expect([untouched.text, touched.text]).toEqual(['of another tab', 'of this tab']);
  expect((await touched.keep())?.isCopy).toBe(true);
});

test('an entry that another tab has deleted is no longer there, unless somebody is changing it', async () => {
  const writing = await kept('one');
  if (writing.base) await journal.remove(writing.base);
  expect(writing.follow()).toBe(false);
  writing.text = 'one and more';
  expect(writing.follow()).toBe(true);
});

// fault: journal | the clock is set back seven years while somebody writes | a fake clock | nothing of it | the entry, with its date and all that was written
test('a clock that is set back while an entry is written changes nothing of what is kept', async () => {
  const writing = await kept('one');
  vi.setSystemTime(new Date(2019, 0, 1));
  writing.text = 'one, two';
  await writing.keep();
  expect(journal.entries).toMatchObject([{ at: '2026-11-27T13:50', text: 'one, two' }]);
});
