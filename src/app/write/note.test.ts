import { expect, test } from 'vitest';
import type { Emotion, Reading, SentenceReading } from '../../index';
import { note } from './note';

const unsure: Reading = { label: null, reason: 'unsure', scores: [], truncated: false };
const sentence = (label: Emotion | null): SentenceReading => ({ start: 0, end: 1, label, scores: [] });

test('a text without a label is not called a plain fact where its sentences have labels', () => {
  const said = note({ kind: 'read', reading: unsure }, 0, [sentence('joy'), sentence('anger'), sentence(null)]);
  expect(said).toContain('Its sentences have their own');
  expect(said).not.toContain('Plain facts');
});

test('where the sentences have no label either, it says what that may mean', () => {
  const said = note({ kind: 'read', reading: unsure }, 0, [sentence(null), sentence(null)]);
  expect(said).toContain('Plain facts have none');
});
