import { expect, test } from 'vitest';
import { EMOTIONS, type Emotion } from '../../src/shared/emotions';
import { readingOf, type Reading } from '../../src/shared/reading';
import { figuresOf } from './figures';
import { rowsOf } from './rows';

const sure = (emotion: Emotion): Reading =>
  readingOf(
    EMOTIONS.map((one) => (one === emotion ? 0.9 : 0.02)),
    0.5,
    { truncated: false },
  );
const unsure = readingOf([0.3, 0.2, 0.2, 0.1, 0.1, 0.1], 0.5, { truncated: false });

test('any of several labels is right, and such rows are told apart', () => {
  const rows = rowsOf(
    'a',
    '{"text":"a","label":"joy"}\n{"text":"b","labels":["anger","fear"]}\n{"text":"c","labels":["love","joy"]}',
  );
  const figures = figuresOf(rows, [sure('joy'), sure('fear'), sure('anger')]);
  expect(figures).toMatchObject({ rows: 1, accuracy: 1, several: { rows: 2, right: 0.5, answered: 1 } });
  expect(figures.several?.ece).toBeCloseTo(0.4);
});

test('praise and complaints are contradicted only by a label', () => {
  const rows = rowsOf(
    'a',
    ['positive', 'positive', 'negative', 'neutral'].map((polarity) => JSON.stringify({ text: 'a', polarity })).join('\n'),
  );
  const figures = figuresOf(rows, [sure('anger'), unsure, sure('sadness'), sure('love')]);
  expect(figures.praise).toEqual({ rows: 2, answered: 0.5, contradicted: 1 });
  expect(figures.complaints).toEqual({ rows: 1, answered: 1, contradicted: 0 });
  expect(figures.accuracy).toBeNull();
});

test('each kind tells how many of its rows are shown right', () => {
  const rows = rowsOf(
    'a',
    '{"text":"a","label":"neutral","kind":"facts"}\n{"text":"b","label":"joy","kind":"facts"}\n{"text":"c","labels":["joy","fear"],"kind":"mixed"}',
  );
  expect(figuresOf(rows, [unsure, unsure, sure('fear')]).kinds).toEqual({ facts: [1, 2], mixed: [1, 1] });
});

test('a line of another form is named', () => {
  expect(() => rowsOf('x.jsonl', '{"text":"a","label":"joy"}\n\n{"text":"b","label":"glee"}')).toThrow('x.jsonl, line 3');
  expect(() => rowsOf('x.jsonl', '{"text":"a","labels":[]}')).toThrow('x.jsonl, line 1');
  expect(() => rowsOf('x.jsonl', ' \n')).toThrow('no rows');
});
