import { expect, test } from 'vitest';
import { svgOf, type Picture } from './chart-picture';
import { KINDS } from './figures';

const of = <T>(value: T): Record<(typeof KINDS)[number], T> =>
  Object.fromEntries(KINDS.map((kind) => [kind, value])) as Record<(typeof KINDS)[number], T>;

const picture: Picture = {
  title: 'How many & how',
  names: null,
  counts: { ...of([0]), joy: [20], anger: [10] },
  kindName: (kind) => `<${kind}>`,
  colours: { ...of('gray'), joy: 'gold', anger: 'red' },
  ink: 'black',
  paper: 'white',
};

/** The widths of the bars of a colour. */
const widths = (svg: string, colour: string): number[] =>
  [...svg.matchAll(new RegExp(`width="([\\d.]+)" height="[\\d.]+" fill="${colour}"`, 'g'))].map(([, width]) => Number(width));

test('bars are as long as their figures, which stand beside them', () => {
  const svg = svgOf(picture);
  expect(widths(svg, 'gold')[0]).toBe(2 * (widths(svg, 'red')[0] ?? 0));
  expect(svg).toContain('>20</text>');
  expect(svg).toContain('<title>How many &amp; how</title>');
  expect(svg).toContain('&lt;joy&gt;');
});

test('over time each bar is a stretch, of its kinds one behind the other', () => {
  const svg = svgOf({ ...picture, names: ['Jan', 'Feb'], counts: { ...of([0, 0]), joy: [20, 5], anger: [0, 5] } });
  const [legend, first, second] = widths(svg, 'gold');
  expect([legend, first]).toEqual([12, 4 * (second ?? 0)]);
  expect(widths(svg, 'red').slice(1)).toEqual([second]);
});
