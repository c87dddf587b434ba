import cards from 'virtual:emotion-model-cards';
import { expect, test } from 'vitest';
import { en } from '../words/en';
import { sectionOf, termsOf } from './model-card';

test('a table is read with the paragraph above it, without marks', () => {
  const markdown =
    '# Card\n\n## Figures\n\nBelow *it*.\n\nOn **two** rows\n(`a` [b](c)):\n\n| x | |\n|---|---|\n| 1 | 2 |\n\n## Known limits\n\n- one\n  more\n- *two*\n';
  expect(sectionOf(markdown, 'Figures')).toEqual({
    tables: [{ caption: 'On two rows (a b):', head: ['x', ''], rows: [['1', '2']] }],
    points: [],
    texts: ['Below it.'],
  });
  expect(sectionOf(markdown, 'Known limits').points).toEqual(['one more', 'two']);
});

test('a section that is not there is empty', () => {
  expect(sectionOf('', 'Figures')).toEqual({ tables: [], points: [], texts: [] });
});

test.each([
  ['research', 0.9, 'the weights are for research and education only'],
  ['open', 0.65, 'the weights may be used by anybody for anything'],
])('the card of %s says how good it is, what it cannot do and what it may be used for', (name, least, terms) => {
  const card = cards[name] ?? '';
  const [overall] = sectionOf(card, 'Figures').tables;
  expect(overall?.head).toContain('accuracy');
  expect(Number(overall?.rows[0]?.[1])).toBeGreaterThan(least);
  expect(sectionOf(card, 'Known limits').points.length).toBeGreaterThan(2);
  expect(termsOf(card)).toBe(terms);
  const [said] = en.model.termsOf[name as keyof typeof en.model.termsOf].split(', with');
  expect(terms).toContain(said);
});
