/**
 * The six colours are told apart on paper and screen, in light and dark, and by those who see fewer colours. `npx vitest run bench/palette.test.ts`
 * prints the closest pairs.
 */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { palette } from '../src/element/palette';
import { EMOTIONS, type Emotion } from '../src/shared/emotions';

const tokens = readFileSync('src/app/styles/tokens.css', 'utf8');

type Rgb = readonly [number, number, number];
type Scheme = 'light' | 'dark';
const SCHEMES: readonly Scheme[] = ['light', 'dark'];

/** `#rrggbb` as three numbers from 0 to 1. */
const rgbOf = (hex: string): Rgb => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255) as unknown as Rgb;

/** One side of `light-dark(#…, #…)`, or the colour itself. */
function side(value: string, scheme: Scheme): Rgb {
  const colours = value.match(/#[\da-f]{6}\b/gi) ?? [];
  return rgbOf(colours[scheme === 'dark' ? colours.length - 1 : 0] ?? '');
}

/** A custom property of the app. */
const token = (name: string): string => new RegExp(`--${name}: ([^;]+);`).exec(tokens)?.[1] ?? '';

/** What a text can stand on: the app's paper and card, and the pages of others. */
const GROUNDS: Readonly<Record<Scheme, readonly Rgb[]>> = {
  light: [side(token('paper'), 'light'), side(token('card'), 'light'), rgbOf('#ffffff')],
  dark: [side(token('paper'), 'dark'), side(token('card'), 'dark'), rgbOf('#121212')],
};

const linear = (c: number): number => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
const luminance = ([r, g, b]: Rgb): number => 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);

/** As WCAG 2 counts it. */
function contrast(a: Rgb, b: Rgb): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

const mixed = (a: Rgb, b: Rgb, share: number): Rgb => a.map((c, i) => c * share + (b[i] ?? 0) * (1 - share)) as unknown as Rgb;

/** How people see who lack one kind of cones (Machado, Oliveira and Fernandes 2009), on linear light. */
const SIGHTS = {
  'all colours': [1, 0, 0, 0, 1, 0, 0, 0, 1],
  protanopia: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  deuteranopia: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
  tritanopia: [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
} as const;

const times = (matrix: readonly number[], vector: readonly number[]): number[] =>
  [0, 3, 6].map((row) => vector.reduce((sum, value, i) => sum + (matrix[row + i] ?? 0) * value, 0));

/** OKLab (Ottosson 2020): equal distances look equally far apart. */
function seen(colour: Rgb, sight: readonly number[]): number[] {
  const light = times(sight, colour.map(linear)).map((c) => Math.min(1, Math.max(0, c)));
  const cones = times(
    [0.41222147, 0.53633254, 0.05144599, 0.2119035, 0.68069955, 0.10739696, 0.08830246, 0.28171884, 0.6299787],
    light,
  );
  return times(
    [0.21045426, 0.79361779, -0.00407205, 1.9779985, -2.42859221, 0.43059371, 0.02590404, 0.78277177, -0.80867577],
    cones.map(Math.cbrt),
  );
}

const fill = (emotion: Emotion, scheme: Scheme): Rgb => side(palette[emotion].fill, scheme);

test.each(SCHEMES)('%s: words keep 4.5:1 on what they stand on, and on their own tint', (scheme) => {
  for (const emotion of EMOTIONS) {
    const ink = side(palette[emotion].color, scheme);
    for (const ground of GROUNDS[scheme]) {
      expect(contrast(ink, ground), emotion).toBeGreaterThanOrEqual(4.5);
      for (const colour of [ink, fill(emotion, scheme)]) {
        expect(contrast(ink, mixed(colour, ground, 0.16)), `${emotion} on its tint`).toBeGreaterThanOrEqual(4.5);
      }
    }
  }
});

test.each(SCHEMES)('%s: numbers keep 4.5:1 on a day of any emotion', (scheme) => {
  for (const emotion of EMOTIONS) {
    const number = side(token(`on-${emotion}`), scheme);
    expect(contrast(number, fill(emotion, scheme)), emotion).toBeGreaterThanOrEqual(4.5);
  }
});

test.each(SCHEMES)('%s: no two emotions look alike, however many colours one sees', (scheme) => {
  const pairs = Object.entries(SIGHTS)
    .flatMap(([sight, matrix]) =>
      EMOTIONS.flatMap((a, i) =>
        EMOTIONS.slice(i + 1).map((b) => {
          const [one, other] = [seen(fill(a, scheme), matrix), seen(fill(b, scheme), matrix)];
          return { pair: `${a} and ${b}, ${sight}`, distance: Math.hypot(...one.map((c, i) => c - (other[i] ?? 0))) };
        }),
      ),
    )
    .sort((a, b) => a.distance - b.distance);
  console.log(
    scheme,
    pairs
      .slice(0, 3)
      .map(({ pair, distance }) => `${pair}: ${distance.toFixed(3)}`)
      .join('; '),
  );
  expect(pairs[0]?.distance, pairs[0]?.pair).toBeGreaterThan(0.08); // 0.02 is the least that is seen side by side
});

test('joy is warm and bright', () => {
  for (const scheme of SCHEMES) {
    const [lightness = 0, , yellow = 0] = seen(fill('joy', scheme), SIGHTS['all colours']);
    expect(lightness).toBeGreaterThan(0.75);
    expect(yellow).toBeGreaterThan(0.12);
  }
});

test('the app’s colours are those of the tag', () => {
  for (const emotion of EMOTIONS) {
    expect(token(emotion)).toBe(palette[emotion].color);
    expect(token(`${emotion}-fill`)).toBe(palette[emotion].fill);
  }
});
