import { expect, test } from 'vitest';
import { diagramOf, pointsOf } from './calibration';

const bins = [
  { rows: 0, sure: 0, right: 0 },
  { rows: 1, sure: 0.5, right: 1 },
  { rows: 100, sure: 0.9, right: 0.8 },
  { rows: 25, sure: 1, right: 1 },
];

test('of rows of which the model was about equally sure there is one point, as large as they are many, with its interval', () => {
  const points = pointsOf(bins);
  expect(points.map(({ sure, right }) => [sure, right])).toEqual([
    [0.5, 1],
    [0.9, 0.8],
    [1, 1],
  ]);
  const [one, most, quarter] = points;
  expect(most?.radius).toBeCloseTo(2 * (quarter?.radius ?? 0)); // four times the rows, four times the area
  expect(one?.radius).toBeGreaterThanOrEqual(3);
  expect(one?.from).toBeLessThan(0.5);
  expect(most?.from).toBeGreaterThan(0.7);
  for (const { from, right, to } of points) expect(from <= right && right <= to).toBe(true);
});

test('in the picture a point on the dashed line is as often right as it is sure, and one below it is too sure', () => {
  const svg = diagramOf({
    title: 'How sure & how often right',
    points: pointsOf(bins),
    sure: 'Sure',
    right: 'Right',
    share: (value) => `${String(Math.round(value * 100))}%`,
    ink: 'black',
    paper: 'white',
    dots: 'green',
    line: 'gray',
  });
  const number = (name: string, of: string): number => Number(new RegExp(` ${name}="([\\d.]+)"`).exec(of)?.[1]);
  const dashed = svg.split('\n').find((part) => part.includes('stroke-dasharray')) ?? '';
  const [x1, y1, x2, y2] = ['x1', 'y1', 'x2', 'y2'].map((name) => number(name, dashed)) as [number, number, number, number];
  const lineAt = (x: number): number => y1 + ((x - x1) / (x2 - x1)) * (y2 - y1);
  const [timid, bold, exact] = svg.split('\n').filter((part) => part.startsWith('<circle')) as [string, string, string];
  const above = (dot: string): number => lineAt(number('cx', dot)) - number('cy', dot);
  expect(above(timid)).toBeGreaterThan(0);
  expect(above(bold)).toBeLessThan(0);
  expect(above(exact)).toBeCloseTo(0);
  expect(svg.match(/stroke-width="2"/g)).toHaveLength(3);
  for (const said of ['>100%<', '>Sure<', '>Right<', '<title>How sure &amp; how often right</title>']) expect(svg).toContain(said);
});
