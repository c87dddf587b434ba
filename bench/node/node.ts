/**
 * Without a page: the package's classifier in Node, its command, and what a Python user would take instead, in one run.
 *
 *     npm run build:package && npm run bench:node [-- --quick]
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { EmotionClassifier, NodeDevice } from '../../src/node/index';
import { makeTexts } from '../engine/texts';

const isQuick = process.argv.includes('--quick');
const PYTHON = process.env.PYTHON ?? 'training/.venv/bin/python';
const TEXTS = isQuick ? 64 : 1024;
const ROWS = isQuick ? 200 : 10_000;

/** By its path: what is measured is the package, as it is built. */
const { EmotionClassifier: Classifier } = (await import(resolve('lib/node/index.js'))) as {
  EmotionClassifier: typeof EmotionClassifier;
};

async function speedOf(device: NodeDevice, workers: number, texts: readonly string[]): Promise<number> {
  const classifier = await Classifier.create({ device, workers });
  const read = async (some: readonly string[]): Promise<void> => {
    const readings = classifier.classifyAll(some);
    while (!(await readings.next()).done);
  };
  await read(makeTexts(256 * workers, 1)); // V8 compiles while it runs
  const started = performance.now();
  await read(texts);
  const seconds = (performance.now() - started) / 1000;
  classifier.destroy();
  return texts.length / seconds;
}

/** Seconds of the command, from its start to its end. */
function timed(...args: string[]): number {
  const started = performance.now();
  execFileSync('node', ['bin/emotion-tag.js', ...args], { stdio: 'ignore' });
  return (performance.now() - started) / 1000;
}

/** Texts a second by the size of its batches, or why there are none. */
function inPython(texts: readonly string[]): Record<string, number> | string {
  const { stdout, stderr, error, status } = spawnSync(PYTHON, ['bench/node/pipeline.py'], {
    input: JSON.stringify(texts),
    encoding: 'utf8',
  });
  if (error) return `there is no ${PYTHON}: run training/install.sh, or name an interpreter in PYTHON`;
  if (status === 0) return JSON.parse(stdout) as Record<string, number>;
  return `${PYTHON} failed, ${stderr.trim().split('\n').at(-1) ?? ''}: it needs what training/requirements.txt lists`;
}

const texts = makeTexts(TEXTS, 2);
const rows: [string, number, string][] = [];
for (const device of ['wasm', 'native'] as const)
  for (const workers of [1, 2])
    rows.push([
      `Node, ${device}, ${String(workers)} ${workers === 1 ? 'thread' : 'threads'}`,
      await speedOf(device, workers, texts),
      'texts a second',
    ]);

const folder = mkdtempSync(join(tmpdir(), 'emotion-tag-bench-'));
const file = join(folder, 'rows.jsonl');
writeFileSync(
  file,
  makeTexts(ROWS, 3)
    .map((text, id) => `${JSON.stringify({ id, text })}\n`)
    .join(''),
);
for (const device of ['wasm', 'native'])
  rows.push([
    `command, ${ROWS.toLocaleString('en')} rows, ${device}`,
    ROWS / timed('label', file, '--device', device, '--jobs', '2'),
    'rows a second, start included',
  ]);
for (const device of ['wasm', 'native'])
  rows.push([`command, one text, ${device}`, timed('explain', 'hello', '--device', device), 'seconds, cold']);
rmSync(folder, { recursive: true });

const python = inPython(texts);
let beside: string;
if (typeof python === 'string') beside = `No Python pipeline beside it: ${python}.`;
else {
  for (const [batch, speed] of Object.entries(python))
    rows.push([`Python pipeline, DistilBERT’s size, batch ${batch}`, speed, 'texts a second']);
  const best = Math.max(...Object.values(python));
  const times = (device: string): string => {
    const [, speed = 0] = rows.find(([what]) => what.startsWith(`Node, ${device}, 2`)) ?? [];
    return (speed / best).toPrecision(3);
  };
  beside = `Two threads in Node beside the faster of the Python pipeline’s two (bar: 5): ${times('wasm')} times on WASM, ${times('native')} times native.`;
}
const table = [
  '| what | figure | |',
  '| --- | --- | --- |',
  ...rows.map(([what, figure, unit]) => `| ${what} | ${figure.toPrecision(3)} | ${unit} |`),
];
const report = `# Without a page\n\n${new Date().toISOString().slice(0, 10)}, \`npm run bench:node\`, ${String(cpus().length)} × ${cpus()[0]?.model.trim() ?? 'unknown'}.\n\n${table.join('\n')}\n\n${beside}\n`;
const out = isQuick ? 'test-results/bench' : 'bench/results';
mkdirSync(out, { recursive: true });
writeFileSync(join(out, 'node.md'), report);
console.log(report);
