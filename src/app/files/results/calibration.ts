/** How sure readings were beside how often they were right: the points of the chart, and the chart as a picture to be saved. */
import { intervalOf, type Bin } from '../../../tables/metrics';
import { picture, text } from './svg';

/** Rows of which the model was about equally sure; shares from 0 to 1. */
export interface Point extends Bin {
  /** The interval of `right`, 95 of 100. */
  readonly from: number;
  readonly to: number;
  /** Half as wide as the dot, in pixels: its area tells how many rows, and one of a single row can be seen. */
  readonly radius: number;
}

const [LEAST, MOST] = [3, 11];

export function pointsOf(bins: readonly Bin[]): readonly Point[] {
  const most = Math.max(1, ...bins.map(({ rows }) => rows));
  return bins
    .filter(({ rows }) => rows > 0)
    .map((bin) => {
      const [from, to] = intervalOf(bin.right, bin.rows);
      return { ...bin, from, to, radius: Math.max(LEAST, MOST * Math.sqrt(bin.rows / most)) };
    });
}

export interface Diagram {
  readonly title: string;
  readonly points: readonly Point[];
  /** What the axes are called, and a share on them. */
  readonly sure: string;
  readonly right: string;
  readonly share: (value: number) => string;
  readonly ink: string;
  readonly paper: string;
  readonly dots: string;
  readonly line: string;
}

const SIDE = 480;
const [LEFT, TOP] = [100, 70];
const SIZE = [LEFT + SIDE + 40, TOP + SIDE + 80] as const;
const TICKS = [0, 0.2, 0.4, 0.6, 0.8, 1];

const x = (share: number): number => LEFT + share * SIDE;
const y = (share: number): number => TOP + (1 - share) * SIDE;

const stroke = (from: readonly [number, number], to: readonly [number, number], colour: string, more = ''): string => {
  const [[x1, y1], [x2, y2]] = [from, to].map(([along, up]) => [x(along).toFixed(1), y(up).toFixed(1)]) as [string[], string[]];
  return `<line x1="${x1 ?? ''}" y1="${y1 ?? ''}" x2="${x2 ?? ''}" y2="${y2 ?? ''}" stroke="${colour}"${more}/>`;
};

export function diagramOf(diagram: Diagram): string {
  const { points, sure, right, share, ink, dots, line } = diagram;
  const middle = ' text-anchor="middle"';
  return picture(diagram, SIZE, [
    stroke([0, 0], [1, 0], ink),
    stroke([0, 0], [0, 1], ink),
    ...TICKS.flatMap((tick) => [
      text(x(tick), y(0) + 24, share(tick), middle),
      text(x(0) - 10, y(tick) + 5, share(tick), ' text-anchor="end"'),
    ]),
    text(x(0.5), y(0) + 56, sure, middle),
    text(24, y(0.5), right, `${middle} transform="rotate(-90 24 ${String(y(0.5))})"`),
    stroke([0, 0], [1, 1], line, ' stroke-dasharray="6 6"'),
    ...points.map(({ sure, from, to }) => stroke([sure, from], [sure, to], dots, ' stroke-width="2"')),
    ...points.map(
      ({ sure, right, radius }) =>
        `<circle cx="${x(sure).toFixed(1)}" cy="${y(right).toFixed(1)}" r="${radius.toFixed(1)}" fill="${dots}"/>`,
    ),
  ]);
}
