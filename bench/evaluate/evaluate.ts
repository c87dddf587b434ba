/**
 * Read every row of a labelled file through the public engine in Chromium, and print the figures.
 *
 *     npm run evaluate -- FILE.jsonl [--model research|open] [--device auto|wasm|webgpu]
 *
 * Without --model it is the first of the two, which is held against the seed's card.
 * A row is {"text", "label"}, the label one of the six or "neutral"; or {"text", "labels"} where several hold; or {"text", "polarity"},
 * "positive", "negative" or "neutral". With a "kind" it is counted there too. The last line printed is JSON (figures.ts and
 * src/tables/metrics.ts say what each figure means). `EMOTION_MODEL=folder` measures another model folder. 2,000 short rows take about 40 s on WASM.
 */
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { modelFolders, modelsIn } from '../../build/models';
import { figuresOf } from './figures';
import { readInChromium } from './read';
import { rowsOf } from './rows';

async function main(): Promise<void> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { model: { type: 'string' }, device: { type: 'string', default: 'auto' } },
  });
  const [file] = positionals;
  const device = (['auto', 'wasm', 'webgpu'] as const).find((known) => known === values.device);
  if (!file || !device) throw new Error('Usage: npm run evaluate -- FILE.jsonl [--model NAME] [--device auto|wasm|webgpu]');
  const known = modelsIn(modelFolders('research'), () => undefined).map(({ name }) => name);
  if (values.model !== undefined && !known.includes(values.model))
    // before a build that takes a while
    throw new Error(`There is no model ${JSON.stringify(values.model)}. Choose one of: ${known.join(', ')}.`);
  const rows = rowsOf(file, await readFile(file, 'utf8'));
  const {
    readings,
    device: used,
    seconds,
  } = await readInChromium(
    rows.map(({ text }) => text),
    { model: values.model ?? known[0], device },
  );
  console.log(JSON.stringify({ ...figuresOf(rows, readings), device: used, seconds: Math.round(seconds * 100) / 100 }));
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
