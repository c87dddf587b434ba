/** A chart as a picture to be saved: bars of the kinds, drawn anew as SVG, so that it is sharp at any size and needs no library. */
import { KINDS, type Kind } from './figures';
import { bar, picture as pictureOf, text } from './svg';

export interface Picture {
  readonly title: string;
  /** One for each bar; where there is none, the bars are the kinds themselves. */
  readonly names: readonly string[] | null;
  readonly counts: Readonly<Record<Kind, readonly number[]>>;
  readonly kindName: (kind: Kind) => string;
  readonly colours: Readonly<Record<Kind, string>>;
  readonly ink: string;
  readonly paper: string;
}

const WIDTH = 960;
const ROW = 34;
const TOP = 64;
const LEFT = 150;

const figure = (value: number): string => value.toLocaleString('en', { maximumFractionDigits: 1 });

export function svgOf(picture: Picture): string {
  const { names } = picture;
  const height = TOP + (names ? names.length * ROW + 40 : KINDS.length * ROW) + 20;
  return pictureOf(picture, [WIDTH, height], names ? overTime(picture, names) : kinds(picture));
}

/** A bar for each kind, with its figure. */
function kinds({ counts, kindName, colours }: Picture): string[] {
  const values = KINDS.map((kind) => counts[kind][0] ?? 0);
  const scale = (WIDTH - LEFT - 110) / Math.max(1, ...values);
  return KINDS.flatMap((kind, i) => {
    const [value = 0, y] = [values[i], TOP + i * ROW];
    return [
      text(LEFT - 10, y + 19, kindName(kind), ' text-anchor="end"'),
      bar(LEFT, y + 4, value * scale, ROW - 10, colours[kind]),
      text(LEFT + value * scale + 8, y + 19, figure(value)),
    ];
  });
}

/** A bar for each stretch of time, of its kinds one behind the other. */
function overTime({ counts, kindName, colours }: Picture, names: readonly string[]): string[] {
  const totals = names.map((_, i) => KINDS.reduce((sum, kind) => sum + (counts[kind][i] ?? 0), 0));
  const scale = (WIDTH - LEFT - 60) / Math.max(1, ...totals);
  const legend = KINDS.flatMap((kind, i) => [
    bar(20 + i * 130, TOP - 10, 12, 12, colours[kind]),
    text(38 + i * 130, TOP + 1, kindName(kind)),
  ]);
  const bars = names.flatMap((name, i) => {
    const y = TOP + 24 + i * ROW;
    let x = LEFT;
    const parts = KINDS.map((kind) => {
      const width = (counts[kind][i] ?? 0) * scale;
      x += width;
      return width > 0 ? bar(x - width, y, width, ROW - 10, colours[kind]) : '';
    });
    return [text(LEFT - 10, y + 16, name, ' text-anchor="end"'), ...parts.filter(Boolean)];
  });
  return [...legend, ...bars];
}
