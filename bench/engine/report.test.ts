import { expect, test } from 'vitest';
import { barsOf, type Round } from './targets';
import { markdown, number, table, type Findings } from './report';

/** A round whose ratios are easy to work out. */
function round(change: { engineMany?: number; task?: number } = {}): Round {
  const { engineMany = 60, task = 12 } = change;
  return {
    engine: {
      oneTextsPerSecond: 50,
      manyTextsPerSecond: engineMany,
      p50Ms: 20,
      p95Ms: 40,
      coldStartMs: 900,
      warmStartMs: 300,
      oneLongestTaskMs: task,
      manyLongestTaskMs: 10,
    },
    isolated: {},
    library: { oneTextsPerSecond: 40, manyTextsPerSecond: 20, warmStartMs: 1000 },
    seed: { oneTextsPerSecond: 5 },
    native: { oneTextsPerSecond: 240 },
  };
}

const growth = [
  { texts: 100, textsPerSecond: 50, memoryMB: 300 },
  { texts: 1000, textsPerSecond: 60, memoryMB: 200 },
  { texts: 10_000, textsPerSecond: 60, memoryMB: 230 },
];

test('bars are ratios within a round, then the median of the rounds', () => {
  const bars = barsOf([round({ engineMany: 24 }), round(), round({ engineMany: 80 })], growth);
  expect(bars.map(({ value, verdict }) => [value, verdict])).toEqual([
    [3, 'met'],
    [10, 'stretch'],
    [0.3, 'met'],
    [4, 'met'],
    [12, 'met'],
    [1.15, 'missed'],
  ]);
  expect(bars[0]?.range).toEqual([1.2, 4]);
});

test('the worst visit of all stands for the longest task', () => {
  const bars = barsOf([round(), round({ task: 51 }), round()], growth);
  expect(bars.find(({ what }) => what.includes('task'))).toMatchObject({ value: 51, verdict: 'missed' });
});

test('what was not measured is neither met nor missed', () => {
  const empty = { engine: {}, isolated: {}, library: {}, seed: {}, native: {} };
  const bars = barsOf([empty], [{ texts: 1000, textsPerSecond: 1, memoryMB: null }]);
  expect(new Set(bars.map(({ value, verdict }) => `${String(value)} ${verdict}`))).toEqual(new Set(['null not measured']));
});

test('figures have three digits that mean something, and a dash where there are none', () => {
  expect([0.334, 9.876, 45.67, 1234.5, undefined, null].map(number)).toEqual(['0.33', '9.88', '45.7', '1,235', '–', '–']);
});

test('a Markdown table, figures to the right', () => {
  expect(
    table(
      ['who', 'ms'],
      [
        ['a', '1'],
        ['b', '2'],
      ],
    ),
  ).toBe('| who | ms |\n| --- | --: |\n| a | 1 |\n| b | 2 |');
});

test('the page begins with the ratios and has a line for each candidate', () => {
  const findings: Findings = {
    date: '2026-01-01',
    quick: false,
    minutes: 9.5,
    machine: '2 × processor',
    versions: 'Chromium 1',
    devices: { engine: 'wasm' },
    rounds: [round()],
    growth,
  };
  const page = markdown(findings);
  const headings = [...page.matchAll(/^## (.*)$/gm)].map(([, heading]) => heading);
  expect(headings).toEqual(['Bars', 'Reading', 'Visits', 'Growth']);
  expect(page).toContain('| our engine (c) | 50.0 | 60.0 | 20.0 | 40.0 |');
  expect(page).toContain('| library, our model (a) | – | 1,000 | – / – | – / – | – / – |');
  expect(page).toContain('| 10,000 | 60.0 | 230 |');
});
