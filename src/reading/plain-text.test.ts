import { expect, test } from 'vitest';
import { MAX_TEXT_LENGTH } from '../shared/settings';
import { isForeignScript, plainText } from './plain-text';

test('keeps ordinary text as it is, emoji included', () => {
  expect(plainText('Hello 😀 [sic], naïve – ok?')).toBe('Hello 😀 [sic], naïve – ok?');
});

test('replaces halves of surrogate pairs and keeps the length', () => {
  expect(plainText('a\ud83db')).toBe('a\ufffdb');
});

test('special tokens that a person typed are brackets and words', () => {
  expect(plainText('[CLS] a [SEP][MASK]')).toBe('(CLS] a (SEP](MASK]');
});

test('cuts at the limit', () => {
  expect(plainText('a'.repeat(2 * MAX_TEXT_LENGTH))).toHaveLength(MAX_TEXT_LENGTH);
});

test.each([
  ['Сегодня грустно', true],
  ['今日は悲しい', true],
  ['مرحبا', true],
  ['I said привет to her and she laughed', false],
  ['¡Qué día!', false],
  ['😢 123', false],
])('%s: foreign script %s', (text, expected) => {
  expect(isForeignScript(text)).toBe(expected);
});
