/**
 * Which rule makes the label of a text from its sentences? Rows of one sentence put together in all proportions, and real rows of several.
 *
 *     npm run bench:whole -- [FOLDER]
 *
 * FOLDER holds goemotions.jsonl as `training/data.py` writes it (default training/out/measured). Runs in Node on the native runtime, and
 * writes bench/results/whole.md. About 2 minutes.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadModel } from '../../src/node/model';
import { readModel } from '../../src/node/model-folder';
import { nativeRuntime } from '../../src/node/runtime';
import { readingJob } from '../../src/reading/job';
import type { Model } from '../../src/reading/model';
import { WHOLE_RULE, type WholeRule } from '../../src/reading/whole';
import { parseManifest, type Manifest } from '../../src/shared/manifest';
import { softmax, type Reading } from '../../src/shared/reading';
import { composed, type Composed, type Row } from './rows';

const RESULTS = 'bench/results/whole.md';
const RULES: Readonly<Record<string, WholeRule>> = {
  '**ours**': WHOLE_RULE,
  'each sentence by itself': { ...WHOLE_RULE, alone: 1 },
  'only beside its neighbours': { ...WHOLE_RULE, alone: 0 },
  'half and half': { ...WHOLE_RULE, alone: 0.5 },
  'all sentences alike': { ...WHOLE_RULE, neutral: 1 },
  'neutral ones a tenth': { ...WHOLE_RULE, neutral: 0.1 },
  'neutral ones a hundredth': { ...WHOLE_RULE, neutral: 0.01 },
  'in full from the threshold on': { ...WHOLE_RULE, sure: 0 },
  'in full from 0.7 on': { ...WHOLE_RULE, sure: 0.7 },
  'mixed from a sixth on': { ...WHOLE_RULE, goodShare: 1 / 6 },
  'mixed from a third on': { ...WHOLE_RULE, goodShare: 1 / 3 },
  'mixed from two fifths on': { ...WHOLE_RULE, goodShare: 0.4 },
};

async function rowsIn(folder: string): Promise<Row[]> {
  const path = join(folder, 'goemotions.jsonl');
  const content = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new Error(`${path} cannot be read. training/data.py writes it; training/README.md says from which data.`, { cause });
  });
  return content
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Row);
}

/** Real rows of several sentences, under the kinds of the table. */
const real = (rows: readonly Row[]): Composed[] =>
  rows.map(({ text, label }) => ({
    text,
    kind: label === 'neutral' ? 'real, neutral' : 'real, emotional',
    labels: [label === 'neutral' ? null : label],
  }));

function isRight({ label, mixed }: Reading, [first, second]: Composed['labels']): boolean {
  if (second === undefined) return label === first;
  return (label === first && mixed === second) || (label === second && mixed === first);
}

async function main(): Promise<void> {
  const rows = await rowsIn(process.argv[2] ?? 'training/out/measured');
  const folder = 'public/model';
  const manifest = parseManifest(JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')));
  const model = await loadModel(await nativeRuntime(), await readModel(folder, manifest));
  const passed = new Map<string, Map<string, boolean[]>>();
  for (const { text, kind, labels } of [...real(rows), ...composed(rows, 7)]) {
    const readings = await readingsOf(text, manifest, model);
    if (!readings) continue;
    const byRule = passed.get(kind) ?? new Map<string, boolean[]>();
    passed.set(kind, byRule);
    for (const [name, reading] of readings) byRule.set(name, [...(byRule.get(name) ?? []), isRight(reading, labels)]);
  }
  await model.dispose();
  const table = tableOf(passed);
  await writeFile(RESULTS, table);
  console.log(table);
}

/** The reading by each rule; `null` of a text that is a single sentence, where all rules are one. */
async function readingsOf(text: string, manifest: Manifest, model: Model): Promise<[string, Reading][] | null> {
  const job = readingJob({ model, manifest, isForeignLanguage: () => false }, text);
  if (job.sentences.length < 2) return null;
  const probabilities = (await model.logits(job.rows)).map((logits) => softmax(logits, manifest.temperature));
  return Object.entries(RULES).map(([name, rule]) => [name, job.finish(probabilities, { rule })]);
}

function tableOf(passed: ReadonlyMap<string, ReadonlyMap<string, readonly boolean[]>>): string {
  const kinds = [...passed.keys()];
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const counts = kinds.map((kind) => String(passed.get(kind)?.values().next().value?.length ?? 0));
  const rate = (kind: string, name: string): string => {
    const of = passed.get(kind)?.get(name) ?? [];
    return (of.filter(Boolean).length / of.length).toFixed(2);
  };
  return [
    '# From sentences to the whole\n',
    'Written by `npm run bench:whole`. The share of texts that get the right label, by the rule that makes it. Rows of GoEmotions’ development',
    'set: those of several sentences as they are, and those of one put together. A rule differs from ours in what its name says.\n',
    line(['rule', ...kinds]),
    line(['---', ...kinds.map(() => '---:')]),
    line(['texts', ...counts]),
    ...Object.keys(RULES).map((name) => line([name, ...kinds.map((kind) => rate(kind, name))])),
    '',
  ].join('\n');
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
