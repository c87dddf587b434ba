/** One way to tell the emotion of a text, and what it costs. */
export interface Way {
  readonly name: string;
  readonly ms: number;
  /** What a first visit downloads, or what is installed. */
  readonly megabytes: number;
  /** Share of texts that come out right; `null` where nobody can know. */
  readonly accuracy: number | null;
}

const [WIDTH, HEIGHT, LEFT, TOP, RIGHT, BOTTOM] = [720, 400, 60, 24, 24, 52];
const LEAST_ACCURACY = 0.4;

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** Time from left to right, by powers of ten; accuracy upwards; area by bytes. What has no accuracy stands below the line, hollow. */
export function draw(ways: readonly Way[], axis: string): string {
  const powers = ways.map(({ ms }) => Math.log10(ms));
  const [least, most] = [Math.floor(Math.min(...powers)), Math.ceil(Math.max(...powers))];
  const x = (ms: number): number => LEFT + ((Math.log10(ms) - least) / (most - least)) * (WIDTH - LEFT - RIGHT);
  const y = (accuracy: number): number => TOP + ((1 - accuracy) / (1 - LEAST_ACCURACY)) * (HEIGHT - TOP - BOTTOM);
  const line = (x1: number, y1: number, x2: number, y2: number): string =>
    `<line x1="${x1.toFixed(1)}" y1="${y1.toFixed(1)}" x2="${x2.toFixed(1)}" y2="${y2.toFixed(1)}" stroke="#8886"/>`;
  const word = (text: string, at: number, down: number, anchor = 'middle'): string =>
    `<text x="${at.toFixed(1)}" y="${down.toFixed(1)}" text-anchor="${anchor}">${escaped(text)}</text>`;
  const times = Array.from({ length: most - least + 1 }, (_, i) => 10 ** (least + i));
  const shares = [0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1];
  const places: [number, number][] = [];
  const dots = ways.map(({ name, ms, megabytes, accuracy }) => {
    const [cx, cy, r] = [x(ms), y(accuracy ?? LEAST_ACCURACY), 2.4 * Math.sqrt(megabytes) + 3];
    const fill = accuracy === null ? 'fill="none" stroke="#888" stroke-dasharray="3"' : 'fill="#3b82c4" fill-opacity=".55"';
    const size = megabytes < 1 ? megabytes.toFixed(1) : megabytes.toFixed(0);
    const under = 14 * places.filter(([left, top]) => Math.abs(left - cx) < 9 && Math.abs(top - cy) < 9).length;
    places.push([cx, cy]);
    const label = `${name}, ${size} MB${accuracy === null ? ', accuracy unknown' : ''}`;
    // To the left where the page ends on the right, or another dot stands there at this height.
    const end = cx + r + 7 * label.length;
    const isRight =
      end > WIDTH ||
      ways.some((one) => Math.abs(y(one.accuracy ?? LEAST_ACCURACY) - cy) < 16 && x(one.ms) > cx + 9 && x(one.ms) < end);
    return `<circle cx="${cx.toFixed(1)}" cy="${cy.toFixed(1)}" r="${r.toFixed(1)}" ${fill}/>${word(label, isRight ? cx - r - 5 : cx + r + 5, cy + 4 + under, isRight ? 'end' : 'start')}`;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${String(WIDTH)} ${String(HEIGHT)}" font-family="sans-serif" font-size="12" fill="#777">`,
    ...times.flatMap((ms) => [
      line(x(ms), TOP, x(ms), HEIGHT - BOTTOM),
      word(`${String(Number(ms.toPrecision(2)))} ms`, x(ms), HEIGHT - BOTTOM + 18),
    ]),
    ...shares.flatMap((share) => [
      line(LEFT, y(share), WIDTH - RIGHT, y(share)),
      word(`${(100 * share).toFixed(0)} %`, LEFT - 8, y(share) + 4, 'end'),
    ]),
    word(axis, WIDTH / 2, HEIGHT - 12),
    ...dots,
    '</svg>',
    '',
  ].join('\n');
}
