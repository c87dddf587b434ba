/**
 * What ours costs and gives beside what a person would use instead: one picture, and the first line of bench/README.md.
 *
 *     npm run bench && npm run build:package && npm run bench:picture
 *
 * Times and bytes are those of bench/results/bench.json. Accuracy is that of training/blind.jsonl, sentences that trained nothing, told as what a
 * lexicon can tell too: pleasant, unpleasant, or neither. Sentences of surprise are left out, which is either. Writes bench/results/picture.svg.
 */
import { readFile, stat, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { SentimentIntensityAnalyzer } from 'vader-sentiment';
import type { EmotionClassifier } from '../../src/node/index';
import { median } from '../engine/statistics';
import { draw, type Way } from './draw';

const README = 'bench/README.md';
const RESULTS = 'bench/results/bench.json';
const PICTURE = 'bench/results/picture.svg';
const LEXICON = 'node_modules/vader-sentiment/build/vaderSentiment.bundle.js';
/** What its authors call neutral. */
const VADER_NEUTRAL = 0.05;

type Tone = 'pleasant' | 'unpleasant' | 'neither';
type Figures = Readonly<Record<string, Readonly<Record<string, number>>>>;

const toneOf = (label: string | null): Tone =>
  label === 'joy' || label === 'love'
    ? 'pleasant'
    : label === 'sadness' || label === 'anger' || label === 'fear'
      ? 'unpleasant'
      : 'neither';

interface Row {
  readonly text: string;
  readonly label: string;
}

async function oursOn(rows: readonly Row[], model: string): Promise<number> {
  const { EmotionClassifier: Classifier } = (await import(resolve('lib/node/index.js'))) as {
    EmotionClassifier: typeof EmotionClassifier;
  };
  const classifier = await Classifier.create({ model, device: 'wasm' });
  let right = 0;
  for (const { text, label } of rows) right += Number(toneOf((await classifier.classify(text)).label) === toneOf(label));
  classifier.destroy();
  return right / rows.length;
}

function lexiconOn(rows: readonly Row[]): { accuracy: number; ms: number } {
  const times: number[] = [];
  let right = 0;
  for (const { text, label } of rows) {
    const began = performance.now();
    const { compound } = SentimentIntensityAnalyzer.polarity_scores(text);
    times.push(performance.now() - began);
    const tone = compound >= VADER_NEUTRAL ? 'pleasant' : compound <= -VADER_NEUTRAL ? 'unpleasant' : 'neither';
    right += Number(tone === toneOf(label));
  }
  return { accuracy: right / rows.length, ms: median(times) };
}

async function main(): Promise<void> {
  const { medians } = JSON.parse(await readFile(RESULTS, 'utf8')) as { medians: Figures };
  const figure = (candidate: string, name: string): number => {
    const value = medians[candidate]?.[name];
    if (value === undefined) throw new Error(`${RESULTS} has no ${name} of ${candidate}: run npm run bench.`);
    return value;
  };
  const rows = (await readFile('training/blind.jsonl', 'utf8'))
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Row)
    .filter(({ label }) => label !== 'surprise');
  const [open, research, lexicon] = [await oursOn(rows, 'open'), await oursOn(rows, 'research'), lexiconOn(rows)];
  const page = { ms: figure('engine', 'p50Ms'), megabytes: figure('engine', 'coldMB') };
  const ways: Way[] = [
    { name: 'ours, open', ...page, accuracy: open },
    { name: 'ours, research', ...page, accuracy: research },
    // The graph in the native runtime: no bytes of a page.
    { name: 'ours (research), native runtime', ms: figure('native', 'p50Ms'), megabytes: 8, accuracy: research },
    { name: 'library, the seed’s size', ms: figure('seed', 'p50Ms'), megabytes: figure('seed', 'coldMB'), accuracy: null },
    { name: 'lexicon (VADER)', ms: lexicon.ms, megabytes: (await stat(LEXICON)).size / 1e6, accuracy: lexicon.accuracy },
  ];
  await writeFile(
    PICTURE,
    draw(
      ways,
      `time of a text; upwards: right of ${String(rows.length)} sentences (pleasant, unpleasant, neither); area: bytes not compressed`,
    ),
  );
  const percent = (share: number): string => `${(100 * share).toFixed(0)} %`;
  const first = `A text takes ${page.ms.toFixed(0)} ms, and ${percent(open)} (\`open\`) or ${percent(research)} (\`research\`) of ${String(rows.length)} new sentences come out right; a lexicon gets ${percent(lexicon.accuracy)}.`;
  const readme = await readFile(README, 'utf8');
  const picture = '![Time, accuracy and bytes of ours and of what else one could use](results/picture.svg)';
  await writeFile(README, readme.replace(/^(?:A text takes [^]*?picture\.svg\)\n\n)?# /, `${first}\n\n${picture}\n\n# `));
  console.log(ways, first);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
