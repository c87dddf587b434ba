/**
 * Where the time goes: a text, from what somebody typed to the answer, and a warm start, from the kept files to the first answer.
 *
 *     npm run bench:where
 *
 * Runs the modules of the worker in Node on the WASM runtime that pages use, one thread: the same engine runs the same code. What only a
 * browser has (navigation, scripts, its storage) is in the warm start of `npm run bench`. Writes bench/results/where.md. About 1 minute.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import { Tokenizer } from '@huggingface/tokenizers';
import { loadModel } from '../../src/node/model';
import { wasmRuntime, type Runtime } from '../../src/node/runtime';
import { readingJob } from '../../src/reading/job';
import type { Model } from '../../src/reading/model';
import { selfTest } from '../../src/reading/self-test';
import { filesFor, parseManifest, runName, type Manifest, type ModelFile } from '../../src/shared/manifest';
import { softmax } from '../../src/shared/reading';
import { matches, sha256, type ModelBytes } from '../../src/store/model-files';
import { beginUnpacking, unpackFiles } from '../../src/store/unpack';
import { median } from '../engine/statistics';
import { makeTexts } from '../engine/texts';
import { operatorsIn } from './operators';

const MODEL = 'public/model';
const WASM = 'node_modules/onnxruntime-web/dist/ort-wasm-simd-threaded.wasm';
const WARM_UP = 64;
const TEXTS = 256;
const PROFILED = 20;
const STARTS = 5;
const ROUNDS = 15;

type Steps = Map<string, number[]>;

/** The runtime prints to the console that it finds when it is loaded. */
const runtimeLines: string[] = [];
const { log } = console;
console.log = (line: string) => runtimeLines.push(line);

async function timed<T>(steps: Steps, name: string, task: () => T | Promise<T>): Promise<T> {
  const began = performance.now();
  const result = await task();
  steps.set(name, [...(steps.get(name) ?? []), performance.now() - began]);
  return result;
}

/** One start from kept files. Each step waits for the one before it, though a page does some at once. */
async function start(steps: Steps, manifest: Manifest): Promise<{ runtime: Runtime; bytes: ModelBytes; model: Model }> {
  const files = filesFor(manifest, ['wasm']);
  const runtime = await timed(steps, 'runtime: read and set up', () => wasmRuntime(WASM));
  const packed = await timed(
    steps,
    'weights: read',
    async () =>
      new Map(await Promise.all(files.map(async ({ path }) => [path, new Uint8Array(await readFile(join(MODEL, path)))] as const))),
  );
  const bytes = await timed(steps, 'weights: hash and unpack', () => verified(files, packed));
  const json = (path: string): object => JSON.parse(new TextDecoder().decode(bytes.get(path))) as object;
  await timed(
    steps,
    'tokenizer (a second one, to time it)',
    () => new Tokenizer(json('tokenizer.json'), json('tokenizer_config.json')),
  );
  const model = await timed(steps, 'tokenizer and session', () => loadModel(runtime, bytes));
  await timed(steps, 'self-test', () =>
    selfTest(model, { device: 'wasm', isSoftware: false, isRemembered: true }, manifest, () => undefined),
  );
  return { runtime, bytes, model };
}

const bytesOf = ({ path }: ModelFile, packed: ModelBytes): Uint8Array<ArrayBuffer> => packed.get(path) ?? new Uint8Array();

const areRight = (files: readonly ModelFile[], packed: ModelBytes): Promise<boolean[]> =>
  Promise.all(files.map((file) => matches(bytesOf(file, packed), file)));

/** As `store/open-model` does it: both at once. */
async function verified(files: readonly ModelFile[], packed: ModelBytes): Promise<ModelBytes> {
  for (const file of files) beginUnpacking(file, bytesOf(file, packed));
  await areRight(files, packed);
  return unpackFiles(files, packed);
}

/** Ways from kept files to verified bytes, each in its turn, so that what else the machine does meets all of them alike. */
async function waysToBytes(manifest: Manifest): Promise<Steps> {
  const steps: Steps = new Map();
  const files = filesFor(manifest, ['wasm']);
  const read = async (): Promise<ModelBytes> =>
    new Map(await Promise.all(files.map(async ({ path }) => [path, new Uint8Array(await readFile(join(MODEL, path)))] as const)));
  for (let round = 0; round < ROUNDS; round++) {
    const [first, second] = [await read(), await read()];
    const unpacked = await timed(steps, 'hash, then unpack, then hash what came out', async () => {
      await areRight(files, first);
      const bytes = await unpackFiles(files, first);
      await Promise.all(files.map((file) => sha256(bytes.get(runName(file)) ?? new Uint8Array())));
      return bytes;
    });
    await timed(steps, 'hash and unpack at once (what is done)', () => verified(files, second));
    await timed(steps, 'only hash, if what came out were kept too', () =>
      Promise.all(files.map((file) => sha256(unpacked.get(runName(file)) ?? new Uint8Array()))),
    );
  }
  return steps;
}

async function readTexts(model: Model, runtime: Runtime, manifest: Manifest): Promise<Steps> {
  const steps: Steps = new Map();
  const { port1, port2 } = new MessageChannel();
  port2.on('message', (message) => {
    port2.postMessage(message);
  });
  const thereAndBack = (message: unknown): Promise<void> =>
    new Promise((resolve) => {
      port1.once('message', () => {
        resolve();
      });
      port1.postMessage(message);
    });
  let tokenizing = 0;
  const measured: Model = {
    ...model,
    encode(text) {
      const began = performance.now();
      const ids = model.encode(text);
      tokenizing += performance.now() - began;
      return ids;
    },
  };
  for (const [i, text] of makeTexts(WARM_UP + TEXTS, 1).entries()) {
    const into: Steps = i < WARM_UP ? new Map<string, number[]>() : steps;
    tokenizing = 0;
    const job = await timed(into, 'prepare', () => readingJob({ model: measured, manifest, isForeignLanguage: () => false }, text));
    const prepared = into.get('prepare');
    prepared?.push((prepared.pop() ?? 0) - tokenizing);
    into.set('tokenize', [...(into.get('tokenize') ?? []), tokenizing]);
    await timed(into, 'copy', () => job.rows.map((row) => tensorsOf(runtime, row)));
    const logits = await timed(into, 'run', () => model.logits(job.rows));
    const reading = await timed(into, 'softmax and rule', () =>
      job.finish(logits.map((row) => softmax(row, manifest.temperature))),
    );
    await timed(into, 'message, there and back', () => thereAndBack(reading));
  }
  port1.close();
  return steps;
}

const tensorsOf = ({ Tensor }: Runtime, row: readonly number[]) => [
  new Tensor('int64', BigInt64Array.from(row, BigInt), [1, row.length]),
  new Tensor('int64', new BigInt64Array(row.length).fill(1n), [1, row.length]),
];

/** The runtime's own profile of the graph, for rows of 32 tokens. It prints that when the session ends it. */
async function profile(runtime: Runtime, bytes: ModelBytes): Promise<[string, number][]> {
  const session = await runtime.InferenceSession.create(bytes.get('onnx/wasm.onnx') ?? new Uint8Array(), {
    executionProviders: ['wasm'],
    externalData: [{ path: 'weights.bin', data: bytes.get('onnx/weights.bin') ?? new Uint8Array() }],
    graphOptimizationLevel: 'disabled',
    enableProfiling: true,
  });
  const row = Array.from({ length: 32 }, (_, i) => 100 + i);
  for (let i = 0; i < PROFILED; i++) {
    const [input_ids, attention_mask] = tensorsOf(runtime, row);
    await session.run({ input_ids: input_ids!, attention_mask: attention_mask! });
  }
  session.endProfiling();
  await session.release();
  return operatorsIn(runtimeLines.join('\n'), PROFILED);
}

function table(name: string, rows: readonly (readonly [string, number])[], unit: string): string {
  const total = rows.reduce((sum, [, value]) => sum + value, 0);
  const line = ([step, value]: readonly [string, number]): string =>
    `| ${step} | ${value.toFixed(3)} | ${((100 * value) / total).toFixed(1)} % |`;
  return [
    `## ${name}\n`,
    `| step | ${unit} | share |`,
    '| --- | ---: | ---: |',
    ...rows.map(line),
    line(['**sum**', total]),
    '',
  ].join('\n');
}

const medians = (steps: Steps): [string, number][] => [...steps].map(([name, times]) => [name, median(times)]);

async function main(): Promise<void> {
  const manifest = parseManifest(JSON.parse(await readFile(join(MODEL, 'manifest.json'), 'utf8')));
  const starts: Steps = new Map();
  let last = await start(starts, manifest);
  for (let i = 1; i < STARTS; i++) {
    await last.model.dispose();
    last = await start(starts, manifest);
  }
  const ways = await waysToBytes(manifest);
  const texts = await readTexts(last.model, last.runtime, manifest);
  const operators = await profile(last.runtime, last.bytes);
  const page = [
    '# Where the time goes\n',
    'Written by `npm run bench:where`: the modules of the worker in Node, on the WASM runtime of pages, one thread. Medians.\n',
    table(`A text (${String(TEXTS)} texts, as \`npm run bench\` reads them)`, medians(texts), 'ms'),
    table(
      `The graph, by operator (32 tokens, a mean of ${String(PROFILED - 1)} runs, with the profiler’s own cost)`,
      operators.map(([name, sum]) => [name, sum / 1000 / (PROFILED - 1)]),
      'ms',
    ),
    table(`A warm start (${String(STARTS)} starts, one step after the other)`, medians(starts), 'ms'),
    `## From kept files to verified bytes (${String(ROUNDS)} rounds, each way in its turn)\n`,
    '| way | ms |\n| --- | ---: |',
    ...medians(ways).map(([way, ms]) => `| ${way} | ${ms.toFixed(1)} |`),
    '',
  ].join('\n');
  await writeFile('bench/results/where.md', page);
  log(page);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
