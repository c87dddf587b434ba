/**
 * Put our engine beside the library as its documentation shows it, and write a table.
 *
 *     npm run bench                 all of it, about 10 minutes on two quiet cores; writes bench/results/
 *     npm run bench -- --quick      one small round, to see that it works; writes test-results/bench/
 *
 * bench/README.md says how to read it. Needs Python once, for the models to compare with (training/README.md, first command).
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { findChromium, LAUNCH_ARGUMENTS } from '../../testbed/chromium';
import type { Round } from './targets';
import { FULL_BLOCKS, PAGE_CANDIDATES, type CandidateName } from './candidates';
import { grow, type Growth } from './growth';
import { measure, type Measured } from './measure';
import { makeModels } from '../models/models';
import { Native } from './native';
import { markdown, summarize, type Findings } from './report';
import { makeSite, serveSite, type Site } from './site';
import { BLOCK, makeTexts } from './texts';

/** How much is read: rounds, blocks of texts that warm up and that count in each, and the totals after which memory is looked at. */
const SIZES = {
  full: { rounds: 5, warmUp: 2, blocks: FULL_BLOCKS, totals: [100, 1000, 10_000], to: 'bench/results' },
  quick: { rounds: 1, warmUp: 1, blocks: 1, totals: [20, 60, 180], to: 'test-results/bench' },
} as const;

type Size = (typeof SIZES)[keyof typeof SIZES];
type Answers = Readonly<Record<CandidateName, Measured>>;

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { quick: { type: 'boolean', default: false } } });
  const size = values.quick ? SIZES.quick : SIZES.full;
  const started = Date.now();
  const models = await makeModels();
  const site = await makeSite(models);
  try {
    const [answers, growth] = await run(site, models, size);
    const findings: Findings = {
      date: new Date().toISOString().slice(0, 10),
      quick: values.quick,
      minutes: (Date.now() - started) / 60_000,
      machine: `${String(cpus().length)} × ${cpus()[0]?.model.trim() ?? 'unknown processor'}, ${String(Math.round(totalmem() / 2 ** 30))} GB`,
      versions: await versions(),
      devices: Object.fromEntries(Object.entries(answers[0]!).map(([name, { device }]) => [name, device])),
      rounds: answers.map(figuresOf),
      growth,
    };
    await mkdir(size.to, { recursive: true });
    await writeFile(join(size.to, 'bench.json'), `${json({ ...summarize(findings), ...findings })}\n`);
    await writeFile(join(size.to, 'bench.md'), markdown(findings));
    console.log(markdown(findings));
  } finally {
    await site.remove();
  }
}

async function run(site: Site, models: string, { rounds, warmUp, blocks, totals }: Size): Promise<[Answers[], Growth[]]> {
  const [plain, isolated] = [await serveSite(site, false), await serveSite(site, true)];
  try {
    const native = await Native.load(models);
    const texts = makeTexts((warmUp + rounds * blocks) * BLOCK, 1);
    const first = texts.splice(0, warmUp * BLOCK);
    const answers: Answers[] = [];
    for (let round = 0; round < rounds; round++) {
      // Texts of its own for each round, so that no cache can answer for the model; and another one begins.
      const given = { warmUp: first, measured: texts.slice(round * blocks * BLOCK, (round + 1) * blocks * BLOCK) };
      const tasks = [
        ...PAGE_CANDIDATES.map((candidate) => ({
          name: candidate.name,
          measure: () => measure(candidate, candidate.isolated ? isolated : plain, given),
        })),
        { name: 'native', measure: () => native.measure(given) },
      ];
      const measured: [string, Measured][] = [];
      for (const task of [...tasks.slice(round % tasks.length), ...tasks.slice(0, round % tasks.length)]) {
        console.error(`round ${String(round + 1)} of ${String(rounds)}: ${task.name}`);
        measured.push([task.name, await task.measure()]);
      }
      const answered = Object.fromEntries(measured) as Answers;
      assertSameModel(answered);
      answers.push(answered);
    }
    console.error('growth');
    const engine = PAGE_CANDIDATES.find(({ name }) => name === 'engine')!;
    return [answers, await grow(engine, plain, makeTexts(totals.at(-1) ?? 0, 2), totals)];
  } finally {
    await Promise.all([plain.close(), isolated.close()]);
  }
}

const figuresOf = (answers: Answers): Round =>
  Object.fromEntries(Object.entries(answers).map(([name, { figures }]) => [name, figures])) as Round;

/** Whoever reads our model must say the same, or the figures compare different things. */
function assertSameModel({ engine, isolated, library, native }: Answers): void {
  const said = [engine, isolated, library, native].map(({ answer }) => answer);
  if (new Set(said).size > 1)
    throw new Error(`Engine, isolated engine, library and onnxruntime-node read one model and answered ${said.join(', ')}.`);
}

/** Six digits are more than any machine repeats. */
const json = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) => (typeof part === 'number' ? Number(part.toPrecision(6)) : part), 1);

async function versions(): Promise<string> {
  const { devDependencies } = JSON.parse(await readFile('package.json', 'utf8')) as { devDependencies: Record<string, string> };
  const libraries = ['@huggingface/transformers', 'onnxruntime-web', 'onnxruntime-node'];
  const executablePath = findChromium();
  const browser = await chromium.launch({ args: LAUNCH_ARGUMENTS, ...(executablePath && { executablePath }) });
  const version = browser.version();
  await browser.close();
  return [
    `Chromium ${version}`,
    `Node ${process.version}`,
    ...libraries.map((name) => `${name} ${devDependencies[name] ?? ''}`),
  ].join(', ');
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
