/**
 * How many of our own texts of each kind are shown right, before and after: the kinds of text that the first edition got wrong.
 *
 *     npm run evaluate:kinds
 *
 * Reads training/kinds.jsonl in Chromium on WASM with each model of the build, and writes bench/results/kinds.md. What the first edition
 * said of the same texts is kept in bench/results/kinds-first-edition.json. About 1 minute.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { modelFolders, modelsIn } from '../../build/models';
import { figuresOf, type Figures } from './figures';
import { readInChromium } from './read';
import { rowsOf } from './rows';

const FILE = 'training/kinds.jsonl';
const BEFORE = 'bench/results/kinds-first-edition.json';
const RESULTS = 'bench/results/kinds.md';

type Kinds = NonNullable<Figures['kinds']>;

async function main(): Promise<void> {
  const rows = rowsOf(FILE, await readFile(FILE, 'utf8'));
  const texts = rows.map(({ text }) => text);
  const columns: Record<string, Kinds> = { 'first edition': JSON.parse(await readFile(BEFORE, 'utf8')) as Kinds };
  for (const { name } of modelsIn(modelFolders('research'), () => undefined)) {
    const { readings } = await readInChromium(texts, { model: name, device: 'wasm' });
    columns[name] = figuresOf(rows, readings).kinds ?? {};
  }
  const page = tableOf(columns);
  await writeFile(RESULTS, page);
  console.log(page);
}

function tableOf(columns: Readonly<Record<string, Kinds>>): string {
  const names = Object.keys(columns);
  const kinds = Object.keys(columns[names.at(-1) ?? ''] ?? {}).sort();
  const sum = (counts: Kinds): readonly [number, number] =>
    Object.values(counts).reduce<readonly [number, number]>(([right, rows], one) => [right + one[0], rows + one[1]], [0, 0]);
  const line = (kind: string, of: (counts: Kinds) => readonly [number, number] | undefined): string =>
    `| ${[kind, String(of(columns[names[0] ?? ''] ?? {})?.[1] ?? 0), ...names.map((name) => String(of(columns[name] ?? {})?.[0] ?? 0))].join(' | ')} |`;
  return [
    '# Kinds of text\n',
    'Written by `npm run evaluate:kinds`: how many texts of each kind are shown right, the right label or, where there is none to give, none.\n',
    `| kind | texts | ${names.join(' | ')} |`,
    `| --- | ---: | ${names.map(() => '---:').join(' | ')} |`,
    ...kinds.map((kind) => line(kind, (counts) => counts[kind])),
    line('**all**', sum),
    '',
  ].join('\n');
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
