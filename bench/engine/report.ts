import { barsOf, type Bar, type Round } from './targets';
import { TITLES, type CandidateName, type FigureName } from './candidates';
import type { Growth } from './growth';
import { medians, type Figures } from './statistics';

/** What one run found, as bench.json keeps it. */
export interface Findings {
  readonly date: string;
  readonly quick: boolean;
  readonly minutes: number;
  readonly machine: string;
  readonly versions: string;
  /** Where each candidate computed. */
  readonly devices: Readonly<Record<string, string>>;
  readonly rounds: readonly Round[];
  readonly growth: readonly Growth[];
}

export interface Summary {
  readonly bars: readonly Bar[];
  readonly medians: Readonly<Record<CandidateName, Figures<FigureName>>>;
}

const NAMES = Object.keys(TITLES) as CandidateName[];

export function summarize({ rounds, growth }: Findings): Summary {
  const entries = NAMES.map((name) => [name, medians(rounds.map((round) => round[name]))] as const);
  return { bars: barsOf(rounds, growth), medians: Object.fromEntries(entries) as Summary['medians'] };
}

/** A Markdown table. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, i) => (i === 0 ? '---' : '--:'))), ...rows.map(line)].join('\n');
}

/** Three digits that mean something; the unit is in the table's head. */
export function number(value: number | null | undefined): string {
  if (value === null || value === undefined) return '–';
  const digits = value >= 100 ? 0 : value >= 10 ? 1 : 2;
  return value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

const pair = (first: number | undefined, second: number | undefined): string => `${number(first)} / ${number(second)}`;

export function markdown(findings: Findings): string {
  const { bars, medians: figures } = summarize(findings);
  const barRows = bars.map(({ what, value, range, asked, stretch, verdict }) => [
    what,
    number(value),
    range && range[0] !== range[1] ? `${number(range[0])} to ${number(range[1])}` : '',
    asked,
    stretch,
    verdict,
  ]);
  const readingRows = NAMES.map((name) => {
    const f = figures[name];
    return [TITLES[name], number(f.oneTextsPerSecond), number(f.manyTextsPerSecond), number(f.p50Ms), number(f.p95Ms)];
  });
  const visitRows = NAMES.filter((name) => name !== 'native').map((name) => {
    const f = figures[name];
    return [
      TITLES[name],
      number(f.coldStartMs),
      number(f.warmStartMs),
      pair(f.oneLongestTaskMs, f.manyLongestTaskMs),
      pair(f.onePeakMB, f.manyPeakMB),
      pair(f.coldMB, f.warmMB),
    ];
  });
  const growthRows = findings.growth.map(({ texts, textsPerSecond, memoryMB }) => [
    texts.toLocaleString('en'),
    number(textsPerSecond),
    number(memoryMB),
  ]);
  const devices = Object.entries(findings.devices).map(([name, device]) => `${name} on ${device}`);

  return `# Benchmark

\`npm run bench${findings.quick ? ' -- --quick' : ''}\` wrote this; [README.md](${findings.quick ? '../../bench/' : '../'}README.md) says how to read it.
${findings.date}, ${findings.machine}, ${findings.versions}; rounds: ${String(findings.rounds.length)}, ${number(findings.minutes)} minutes.
${devices.join('; ')}.

## Bars

${table(['ratio', 'median', 'rounds', 'bar', 'stretch', 'verdict'], barRows)}

## Reading

${table(['candidate', 'one at a time, texts/s', 'all at once, texts/s', 'p50 ms', 'p95 ms'], readingRows)}

## Visits

Pairs are the first visit, which reads one text at a time, and the second, which reads all at once.

${table(['candidate', 'cold start ms', 'warm start ms', 'longest main-thread task ms', 'peak memory MB', 'downloaded MB'], visitRows)}

## Growth

One page of our engine, after ever more texts.

${table(['texts', 'texts/s', 'memory MB'], growthRows)}
`;
}
