import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { EmotionClassifier } from '../../src/node/index';
import type { Reading } from '../../src/shared/reading';
import { figuresOf } from './figures';
import { rowsOf } from './rows';

const FILE = 'training/kinds.jsonl';

test(
  'of each kind of text that people write at least eight are shown right, and 92 of 100 in all',
  { timeout: 120_000 },
  async () => {
    const rows = rowsOf(FILE, await readFile(FILE, 'utf8'));
    const classifier = await EmotionClassifier.create({ device: 'wasm' });
    const readings: Reading[] = [];
    for await (const reading of classifier.classifyAll(rows.map(({ text }) => text))) readings.push(reading);
    classifier.destroy();
    const kinds = Object.entries(figuresOf(rows, readings).kinds ?? {});
    expect(kinds.length).toBeGreaterThan(20);
    expect(kinds.filter(([, [right]]) => right < 8)).toEqual([]);
    expect(kinds.reduce((sum, [, [right]]) => sum + right, 0) / rows.length).toBeGreaterThanOrEqual(0.92);
  },
);
