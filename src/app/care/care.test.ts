import { expect, test } from 'vitest';
import idioms from './idioms.txt?raw';
import meant from './meant.txt?raw';
import { speaksOfSelfHarm } from './phrases';

const MEANT = meant.trimEnd().split('\n');
const IDIOMS = idioms.trimEnd().split('\n');

test('what it finds and what it leaves alone: at least 95 in 100 of what is meant, at most 2 in 100 idioms', () => {
  const missed = MEANT.filter((text) => !speaksOfSelfHarm(text));
  const wrong = IDIOMS.filter((text) => speaksOfSelfHarm(text));
  expect([missed.length <= MEANT.length * 0.05, missed]).toEqual([true, missed]);
  expect([wrong.length <= IDIOMS.length * 0.02, wrong]).toEqual([true, wrong]);
});

test('it is found in the middle of a longer text, with any apostrophe and in any spelling', () => {
  expect(speaksOfSelfHarm('Work was fine. I DON’T WANT TO LIVE\nanymore. Dinner was good.')).toBe(true);
  expect(speaksOfSelfHarm('Work was fine. Dinner was good.')).toBe(false);
});

test('it is found in a text that goes on without a full stop', () => {
  const words = 'and then we went on along the river ';
  for (let before = 0; before < 12; before++)
    // wherever the words are parted
    expect(speaksOfSelfHarm(`${words.repeat(before)}I want to kill myself ${words.repeat(10)}`)).toBe(true);
});

test('ten megabytes take no time that anybody feels', () => {
  expect(speaksOfSelfHarm('I am so happy that you came to my party! '.repeat(250_000))).toBe(false);
});
