import { expect, test } from 'vitest';
import { draw } from './draw';

type Spot = [x: number, y: number, radius: number];

const circles = (svg: string): Spot[] =>
  [...svg.matchAll(/<circle cx="([\d.]+)" cy="([\d.]+)" r="([\d.]+)"/g)].map(([, x, y, r]) => [Number(x), Number(y), Number(r)]);

test('what is slower stands to the right, what is right more often higher, and what weighs more is larger', () => {
  const svg = draw(
    [
      { name: 'fast & small', ms: 0.05, megabytes: 0.1, accuracy: 0.5 },
      { name: 'slow', ms: 50, megabytes: 40, accuracy: 0.9 },
      { name: 'unknown', ms: 50, megabytes: 90, accuracy: null },
    ],
    'axis',
  );
  const [fast, slow, unknown] = circles(svg) as unknown as [Spot, Spot, Spot];
  expect(fast[0]).toBeLessThan(slow[0]);
  expect(fast[1]).toBeGreaterThan(slow[1]);
  expect(fast[2]).toBeLessThan(slow[2]);
  expect(unknown[1]).toBeGreaterThan(fast[1]);
  expect(svg).toContain('fast &amp; small, 0.1 MB');
  expect(svg).toContain('accuracy unknown');
});
