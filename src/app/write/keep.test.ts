import { expect, test } from 'vitest';
import type { Reading } from '../../index';
import { forgetDraft, keepDraft, keptDraft, type DraftStore } from './draft';
import { readingText } from './reading-text';

const reading: Reading = { label: 'joy', scores: [{ label: 'joy', score: 0.93 }], truncated: false };

test('a reading is copied with its text, its label and how strong that is', () => {
  expect(readingText('What a day! ', reading)).toBe('“What a day!”\n\nJoy (93%)\n\nRead by emotion-tag, on this device.');
  expect(readingText('x', { ...reading, scores: [{ label: 'joy', score: 0.999 }] })).toContain('Joy (>99%)');
});

test('what is mixed, unsure or not English is said so', () => {
  expect(readingText('x', { ...reading, mixed: 'fear' })).toContain('Joy and fear');
  expect(readingText('x', { ...reading, label: null, reason: 'unsure' })).toContain('Not sure');
  expect(readingText('x', { ...reading, label: null, reason: 'unsupported-language' })).toContain('Not English');
});

test('several sentences are listed, and of very many no more than one can read', () => {
  const sentence = (i: number) => ({ start: 2 * i, end: 2 * i + 1, label: i % 2 ? null : ('joy' as const), scores: [] });
  const text = 'a '.repeat(50);
  const copied = readingText(text, { ...reading, sentences: Array.from({ length: 50 }, (_, i) => sentence(i)) });
  expect(copied).toContain('\nJoy: a\n–: a\n');
  expect(copied).toContain('… and 10 more sentences');
});

test('a draft is kept until it is forgotten, and a browser that keeps nothing is no error', () => {
  const disk = new Map<string, string>();
  const store = (): DraftStore => ({
    getItem: (key) => disk.get(key) ?? null,
    setItem: (key, value) => void disk.set(key, value),
    removeItem: (key) => void disk.delete(key),
  });
  expect(keptDraft(store)).toBeNull();
  expect(keepDraft('one', store)).toBe(true);
  expect(keptDraft(store)).toBe('one');
  forgetDraft(store);
  expect(disk.size).toBe(0);
  const denied = (): DraftStore => {
    throw new DOMException('denied', 'SecurityError');
  };
  expect([keptDraft(denied), keepDraft('one', denied)]).toEqual([null, false]);
  forgetDraft(denied);
});
