import { expect, test } from 'vitest';
import { ClassifierError } from '../shared/errors';
import { answerFor, readingFor, withSentences } from './answers';

test('a text that names an emotion is that emotion, and another is unsure', () => {
  expect(answerFor('so much JOY today').label).toBe('joy');
  expect(answerFor('The meeting is at three.')).toMatchObject({ label: null, reason: 'unsure' });
});

test('scores of an answer sum to one, and the same text always gets the same', () => {
  const reading = readingFor('fear', 0.7);
  expect(reading.scores[0]).toEqual({ label: 'fear', score: 0.7 });
  expect(reading.scores.reduce((sum, { score }) => sum + score, 0)).toBeCloseTo(1, 12);
  expect(answerFor('joy')).toEqual(answerFor('joy'));
});

test('a test says what a text is answered with', () => {
  const answers = {
    a: 'love',
    b: 'unsupported-language',
    c: readingFor('anger'),
    d: new ClassifierError('network', 'No line.'),
  } as const;
  expect(answerFor('a', answers).label).toBe('love');
  expect(answerFor('b', answers).reason).toBe('unsupported-language');
  expect(answerFor('c', answers)).toBe(answers.c);
  expect(() => answerFor('d', answers)).toThrow('No line.');
  expect(answerFor('toString', answers).reason).toBe('unsure');
});

test('a text of several sentences has an answer for each, as the real engine gives it', () => {
  const text = 'So much joy. Nothing.';
  expect(withSentences(answerFor(text), text, { 'Nothing.': 'fear' }).sentences).toMatchObject([
    { start: 0, end: 12, label: 'joy' },
    { start: 13, end: 21, label: 'fear' },
  ]);
  for (const [whole, of] of [
    [readingFor('joy'), 'One sentence.'],
    [answerFor('a', { a: 'unsupported-language' }), 'Zwei. Sätze.'],
    [{ ...readingFor('joy'), sentences: [] }, 'A test. Says them.'],
  ] as const)
    expect(withSentences(whole, of)).toBe(whole);
});
