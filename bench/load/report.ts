/** The page about load: figures, and a verdict on each bar. */

export interface Mark {
  readonly minute: number;
  readonly heapMB: number;
  readonly residentMB: number;
}

export interface Load {
  readonly date: string;
  readonly minutes: number;
  readonly tabs: number;
  readonly tags: number;
  readonly keys: number;
  readonly readings: number;
  /** Requests for files of the model, by all tabs. */
  readonly downloads: number;
  /** Requests of any kind once every tag was read. */
  readonly askedLater: number;
  readonly marks: readonly Mark[];
  /** Errors, unhandled rejections and complaints on the consoles. */
  readonly wrong: readonly string[];
}

/** Files of a model. */
const FILES = 5;
/** No growth: no more than this part above the first mark. */
const NOISE = 0.05;

const growth = (marks: readonly Mark[], of: (mark: Mark) => number): number => {
  const [first, last] = [marks[0], marks.at(-1)];
  return first && last ? of(last) / of(first) - 1 : NaN;
};

export function loadReport(load: Load): string {
  const { date, minutes, tabs, tags, keys, readings, downloads, askedLater, marks, wrong } = load;
  const heap = growth(marks, ({ heapMB }) => heapMB);
  const resident = growth(marks, ({ residentMB }) => residentMB);
  const row = (what: string, found: string, bar: string, isMet: boolean): string =>
    `| ${what} | ${found} | ${bar} | ${isMet ? 'met' : 'missed'} |`;
  const percent = (part: number): string => `${part >= 0 ? '+' : '−'}${Math.abs(part * 100).toFixed(1)} %`;
  const each = (of: (mark: Mark) => number, digits: number): string => marks.map((mark) => of(mark).toFixed(digits)).join(', ');
  return `# ${String(tabs)} tabs, ${tags.toLocaleString('en')} tags each, and ${String(minutes)} minutes of typing

${date}, \`npm run bench:load\`, Chromium, WASM. ${keys.toLocaleString('en')} keys, as fast as the page took them; ${readings.toLocaleString('en')} readings showed while they came.

| what | found | bar | |
| --- | --- | --- | --- |
${[
  row('requests for the model, all tabs', String(downloads), `${String(FILES)}: one download`, downloads === FILES),
  row('requests once every tag was read', String(askedLater), '0', askedLater === 0),
  row('errors, unhandled rejections, complaints on a console', String(wrong.length), '0', wrong.length === 0),
  row(
    'what the scripts of the tab hold, MB, at each quarter',
    `${each(({ heapMB }) => heapMB, 2)}: ${percent(heap)}`,
    '+5 %',
    heap <= NOISE,
  ),
  row(
    'memory of all tabs’ processes, MB, at each quarter',
    `${each(({ residentMB }) => residentMB, 0)}: ${percent(resident)}`,
    '+5 %',
    resident <= NOISE,
  ),
].join('\n')}
${wrong.length === 0 ? '' : `\n${[...new Set(wrong)].map((one) => `- ${one}`).join('\n')}\n`}`;
}
