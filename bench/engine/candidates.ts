/** Who is measured, and how much each reads in one round. */

export type CandidateName = 'engine' | 'isolated' | 'library' | 'seed' | 'native';

/** A candidate that runs in a page. */
export interface PageCandidate {
  readonly name: Exclude<CandidateName, 'native'>;
  /** Path on the benchmark's host. */
  readonly path: string;
  /** Cross-origin isolated, and so allowed to use threads. */
  readonly isolated: boolean;
  /** Blocks of 32 texts a round, read one at a time, and all at once. Slow candidates read fewer; each counts only what it read. */
  readonly blocks: { readonly one: number; readonly many: number };
}

/** 13 blocks of 32 in 5 rounds are 2,080 texts. */
export const FULL_BLOCKS = 13;

export const PAGE_CANDIDATES: readonly PageCandidate[] = [
  { name: 'engine', path: '/engine', isolated: false, blocks: { one: FULL_BLOCKS, many: FULL_BLOCKS } },
  { name: 'isolated', path: '/engine', isolated: true, blocks: { one: 4, many: FULL_BLOCKS } },
  { name: 'library', path: '/library?model=shipped', isolated: false, blocks: { one: FULL_BLOCKS, many: 6 } },
  { name: 'seed', path: '/library?model=seed', isolated: false, blocks: { one: 6, many: 3 } },
];

export const TITLES: Readonly<Record<CandidateName, string>> = {
  engine: 'our engine (c)',
  isolated: 'our engine, isolated page with two threads',
  library: 'library, our model (a)',
  seed: "library, the seed's size (b)",
  native: 'onnxruntime-node, one thread (d)',
};

export type FigureName =
  | 'oneTextsPerSecond'
  | 'p50Ms'
  | 'p95Ms'
  | 'manyTextsPerSecond'
  | 'coldStartMs'
  | 'warmStartMs'
  | 'oneLongestTaskMs'
  | 'manyLongestTaskMs'
  | 'onePeakMB'
  | 'manyPeakMB'
  | 'coldMB'
  | 'warmMB';
