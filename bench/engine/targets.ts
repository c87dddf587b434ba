import type { CandidateName, FigureName } from './candidates';
import type { Growth } from './growth';
import { median, type Figures } from './statistics';

/** The figures of every candidate in one round. */
export type Round = Readonly<Record<CandidateName, Figures<FigureName>>>;

/** What the project promises of itself, and what came out. */
export interface Bar {
  readonly what: string;
  /** The median over the rounds; `null` where nothing was measured. */
  readonly value: number | null;
  /** The least and the greatest of the rounds. */
  readonly range: readonly [number, number] | null;
  readonly asked: string;
  readonly stretch: string;
  readonly verdict: 'stretch' | 'met' | 'missed' | 'not measured';
}

interface Limit {
  readonly sign: '≥' | '≤';
  readonly bar: number;
  readonly stretch?: number;
}

type Side = readonly [CandidateName, FigureName];

/** Ratios are taken within each round, where both sides met the same machine in the same minutes. */
const RATIOS: readonly (Limit & { readonly what: string; readonly over: Side; readonly under: Side })[] = [
  {
    what: 'texts a second, `classifyAll` / library in arrays of 32 (a)',
    over: ['engine', 'manyTextsPerSecond'],
    under: ['library', 'manyTextsPerSecond'],
    sign: '≥',
    bar: 3,
  },
  {
    what: "texts a second one at a time, ours / library with the seed's size (b)",
    over: ['engine', 'oneTextsPerSecond'],
    under: ['seed', 'oneTextsPerSecond'],
    sign: '≥',
    bar: 6,
    stretch: 10,
  },
  {
    what: 'warm start, ours / library (a)',
    over: ['engine', 'warmStartMs'],
    under: ['library', 'warmStartMs'],
    sign: '≤',
    bar: 1 / 3,
    stretch: 1 / 4,
  },
  {
    what: 'time of a text, `classifyAll` / onnxruntime-node (d)',
    over: ['native', 'oneTextsPerSecond'],
    under: ['engine', 'manyTextsPerSecond'],
    sign: '≤',
    bar: 4,
    stretch: 3,
  },
];

/** How much memory may grow from the middle total to the last and still be called flat: the garbage collector's own coming and going. */
const FLAT = 1.05;

export function barsOf(rounds: readonly Round[], growth: readonly Growth[]): Bar[] {
  const ratios = RATIOS.map(({ what, over, under, ...limit }) => {
    const values = rounds.flatMap((round) => {
      const [above, below] = [round[over[0]][over[1]], round[under[0]][under[1]]];
      return above !== undefined && below !== undefined ? [above / below] : [];
    });
    return bar(what, values, limit);
  });
  const tasks = rounds.flatMap(({ engine }) => [engine.oneLongestTaskMs, engine.manyLongestTaskMs]);
  const longest = Math.max(...tasks.filter((ms) => ms !== undefined));
  const [middle, last] = growth.slice(-2);
  const isKnown = middle?.memoryMB && last?.memoryMB;
  return [
    ...ratios,
    bar('longest main-thread task with our engine (c), ms of processor time, worst of its visits', longest >= 0 ? [longest] : [], {
      sign: '≤',
      bar: 20,
    }),
    bar(
      `memory after ${String(last?.texts)} texts / after ${String(middle?.texts)}`,
      isKnown ? [last.memoryMB / middle.memoryMB] : [],
      { sign: '≤', bar: FLAT },
    ),
  ];
}

function bar(what: string, values: readonly number[], { sign, bar, stretch }: Limit): Bar {
  const asked = `${sign} ${shown(bar)}`;
  const further = stretch === undefined ? '' : `${sign} ${shown(stretch)}`;
  if (values.length === 0) return { what, value: null, range: null, asked, stretch: further, verdict: 'not measured' };
  const value = median(values);
  const holds = (limit: number): boolean => (sign === '≥' ? value >= limit : value <= limit);
  const verdict = stretch !== undefined && holds(stretch) ? 'stretch' : holds(bar) ? 'met' : 'missed';
  return { what, value, range: [Math.min(...values), Math.max(...values)], asked, stretch: further, verdict };
}

const shown = (limit: number): string => String(Math.round(limit * 100) / 100);
