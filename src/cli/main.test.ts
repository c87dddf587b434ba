import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { EMOTIONS } from '../shared/emotions';
import { ClassifierError } from '../shared/errors';
import { readingOf, type Reading } from '../shared/reading';
import { main } from './main';
import { Problem, STATUS } from './problem';

/** Answers by the first name of an emotion in a text; what is asked beyond `most` waits for ever. */
const fake = { asked: 0, most: Infinity, created: [] as unknown[] };

vi.mock('../node/index', () => ({
  EmotionClassifier: {
    models: ['open', 'research'],
    create: (options: unknown) => {
      fake.created.push(options);
      return Promise.resolve({
        diagnostics: { device: 'wasm', model: 'fake' },
        classify: (text: string, { signal }: { readonly signal?: AbortSignal } = {}) => {
          if (++fake.asked > fake.most)
            return new Promise((_, reject) => {
              signal?.addEventListener('abort', () => {
                reject(signal.reason as Error);
              });
            });
          return text.includes('break')
            ? Promise.reject(new ClassifierError('runtime', 'it broke'))
            : Promise.resolve(answer(text));
        },
        explain: (text: string) => Promise.resolve({ reading: answer(text), words: [{ start: 0, end: 4, weight: 0.5 }] }),
        destroy: () => undefined,
      });
    },
  },
  modelFacts: () =>
    Promise.resolve(
      ['open', 'research'].map((name) => ({
        ...{ name, folder: `/${name}`, model: 'fake', bytes: 1e6, threshold: 0.5 },
        ...{ licence: `terms of ${name}`, problem: null },
      })),
    ),
}));

function answer(text: string): Reading {
  const found = EMOTIONS.find((emotion) => text.includes(emotion));
  return readingOf(
    EMOTIONS.map((emotion) => (emotion === found ? 0.9 : found ? 0.02 : 1 / 6)),
    0.5,
    { truncated: false },
  );
}

let folder: string;
beforeEach(async () => {
  Object.assign(fake, { asked: 0, most: Infinity, created: [] });
  folder = await mkdtemp(join(tmpdir(), 'emotion-tag-cli-'));
});
afterEach(() => rm(folder, { recursive: true }));

const at = (name: string): string => join(folder, name);

/** Run the command; what it says comes back. */
async function run(
  args: readonly string[],
  input = '',
  stop = new AbortController(),
): Promise<{ status: number; out: string; err: string }> {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const read = async (stream: PassThrough): Promise<string> => {
    let text = '';
    for await (const piece of stream) text += String(piece);
    return text;
  };
  const said = Promise.all([read(stdout), read(stderr)]);
  const shell = {
    stdin: Readable.from([Buffer.from(input)].filter(({ length }) => length > 0)),
    stdout,
    stderr,
    signal: stop.signal,
  };
  const status = await main(args, shell as unknown as Parameters<typeof main>[1]);
  stdout.end();
  stderr.end();
  const [out, err] = await said;
  return { status, out, err };
}

const HEADING =
  'id,text,emotion_tag,emotion_tag_reason,emotion_tag_mixed,emotion_tag_truncated,emotion_tag_sadness,emotion_tag_joy,emotion_tag_love,emotion_tag_anger,emotion_tag_fear,emotion_tag_surprise';

test('labels a file into one beside it, as it came, and tells what was left out', async () => {
  await writeFile(at('a.csv'), '\ufeffid,text\n007,so much joy\n8,"a, b"\n');
  const { status, out, err } = await run(['label', at('a.csv')]);
  expect([status, out]).toEqual([0, '']);
  expect(await readFile(at('a.emotions.csv'), 'utf8')).toBe(
    `\ufeff${HEADING}\n007,so much joy,joy,,,false,0.02,0.9,0.02,0.02,0.02,0.02\n8,"a, b",,unsure,,false,0.1667,0.1667,0.1667,0.1667,0.1667,0.1667\n`,
  );
  expect(err).toContain('a.csv: 2 rows labelled');
  expect((await readdir(folder)).sort()).toEqual(['a.csv', 'a.emotions.csv']);
  await writeFile(at('b.jsonl'), '{"text":"anger"}\nnope\n{"text":"joy"}\n');
  expect((await run(['label', at('b.jsonl'), '-o', '-'])).err).toContain('1 left out. Row 2: it is not valid JSON.');
});

test('is a filter: rows go out as they come in', async () => {
  const { status, out } = await run(['label', '--format', 'jsonl', '-q'], '{"id":1,"text":"fear"}\n');
  expect(status).toBe(0);
  expect(JSON.parse(out)).toMatchObject({ id: 1, text: 'fear', emotion_tag: 'fear', emotion_tag_fear: 0.9 });
  expect((await run(['label', '-q'], 'id\ttext\n1\tlove\n')).out.split('\n')[1]).toBe(
    '1\tlove\tlove\t\t\tfalse\t0.02\t0.02\t0.9\t0.02\t0.02\t0.02',
  );
  expect((await run(['label', '-q'], 'so much joy\nno more\n')).out.split('\n')[1]).toContain(
    '{"text":"no more","emotion_tag":null,"emotion_tag_reason":"unsure"',
  );
});

// fault: Node | the command is stopped in the middle of a file | a signal after a hundred rows | "go on with --resume"; then the same bytes as in one go | the rows read before
test('what was stopped is gone on with, and is byte for byte the same', async () => {
  const rows = Array.from({ length: 300 }, (_, i) => `${String(i)},"${EMOTIONS[i % 6] ?? ''}\n${String(i)}"`);
  await writeFile(at('a.csv'), `id,text\n${rows.join('\n')}\n`);
  await run(['label', at('a.csv'), '-o', at('whole.csv')]);
  Object.assign(fake, { asked: 0, most: 100 });
  const stop = new AbortController();
  const stopped = run(['label', at('a.csv'), '-o', at('b.csv')], '', stop);
  await vi.waitFor(() => {
    expect(fake.asked).toBeGreaterThan(150);
  });
  stop.abort(new Problem('Stopped.', STATUS.SIGINT));
  expect(await stopped).toMatchObject({
    status: 130,
    err: expect.stringMatching(/^emotion-tag: Stopped\..*row 100: go on with --resume\.\n$/) as string,
  });
  expect(await readdir(folder)).not.toContain('b.csv');
  Object.assign(fake, { asked: 0, most: Infinity });
  expect((await run(['label', at('a.csv'), '-o', at('b.csv'), '--resume'])).status).toBe(0);
  expect(fake.asked).toBe(200);
  expect(await readFile(at('b.csv'), 'utf8')).toBe(await readFile(at('whole.csv'), 'utf8'));
  expect((await readdir(folder)).sort()).toEqual(['a.csv', 'b.csv', 'whole.csv']);
});

// fault: Node | the file has changed since the command was stopped | other rows under the same name | a sentence that says so, and status 1 | what was begun
test('does not go on with what was begun from another file', async () => {
  await writeFile(at('a.csv'), `id,text\n${'1,joy\n'.repeat(200)}`);
  fake.most = 100;
  const stop = new AbortController();
  const stopped = run(['label', at('a.csv')], '', stop);
  await vi.waitFor(() => {
    expect(fake.asked).toBeGreaterThan(150);
  });
  stop.abort(new Problem('Stopped.', STATUS.SIGTERM));
  expect((await stopped).status).toBe(143);
  await writeFile(at('a.csv'), `id,text\n${'1,fear\n'.repeat(200)}`);
  expect(await run(['label', at('a.csv'), '--resume'])).toMatchObject({
    status: 1,
    err: expect.stringContaining('another file') as string,
  });
});

// fault: Node | a row that breaks the model; three in a row | a model that throws | one row that says "failed"; three end the work with why | nothing more
test('one row that breaks the model is one failed row; three in a row end the work', async () => {
  await writeFile(at('a.txt'), 'joy\nbreak\njoy\n');
  const { out } = await run(['label', at('a.txt'), '-o', '-']);
  expect(out.split('\n')[1]).toContain('"emotion_tag":null,"emotion_tag_reason":"failed"');
  await writeFile(at('a.txt'), 'joy\nbreak\nbreak\nbreak\njoy\n');
  expect(await run(['label', at('a.txt'), '-o', '-'])).toMatchObject({
    status: 1,
    err: expect.stringContaining('it broke') as string,
  });
});

test.each([
  ['a file that is not there', ['label', 'nothere.csv'], 1, 'There is no nothere.csv'],
  ['a folder', ['label', tmpdir()], 1, 'is a folder'],
  ['a column that is not there', ['label', 'e2e/engine/parity.jsonl', '--text', 'nope'], 1, 'no column “nope”. It has: text'],
  [
    'a place that is not there',
    ['label', 'e2e/engine/parity.jsonl', '-o', '/nowhere/at/all.jsonl'],
    1,
    'There is no folder /nowhere/at',
  ],
  ['its own file as output', ['label', 'README.md', '-o', 'README.md'], 2, 'is the file that is labelled'],
  ['going on with a filter', ['label', '--resume'], 2, 'leave out --resume'],
  ['a word that is no command', ['labels'], 2, 'unknown command'],
  ['more threads than there may be', ['label', '--jobs', '9999'], 2, 'It must be a whole number from 1 to'],
  ['a part of a thread', ['label', '--jobs', '1.5'], 2, 'It must be a whole number from 1 to'],
  ['a format that there is not', ['label', '--format', 'xml'], 2, 'Allowed choices are csv, tsv, jsonl'],
  ['no text to explain', ['explain'], 2, 'missing required argument'],
] as const)('refuses %s in one line', async (_, args, status, said) => {
  const { status: told, err, out } = await run(args, 'a\nb\n');
  expect([told, out]).toEqual([status, '']);
  expect(err).toContain(said);
  expect(err.trim().split('\n').length).toBeLessThanOrEqual(2);
});

test('a place that may not be written to is told before a model starts', async () => {
  await writeFile(at('a.csv'), 'text\njoy\n');
  expect((await run(['label', at('a.csv'), '-o', at('no/b.csv')])).err).toContain(`There is no folder ${at('no')}`);
  expect((await run(['label', at('a.csv'), '-o', at('a.csv')])).status).toBe(2);
  expect(fake.created).toEqual([]);
});

test('a file that may not be read is told as what it is', async ({ skip }) => {
  skip(process.getuid?.() === 0, 'root may read everything');
  await writeFile(at('a.csv'), 'text\njoy\n', { mode: 0 });
  expect(await run(['label', at('a.csv')])).toMatchObject({ status: 1, err: expect.stringContaining('no permission') as string });
});

// fault: Node | binary data, or nothing, on the standard input | bytes | a sentence | nothing
test('refuses binary data and nothing on the standard input', async () => {
  expect((await run(['label'], '\0\x01\x02\x03'.repeat(100))).err).toContain('binary data');
  expect((await run(['label'])).err).toContain('is empty');
});

test('compares with the labels of a column', async () => {
  await writeFile(at('a.csv'), 'text,gold\njoy,happy\nanger,joy\nsadness,sad\nno more,neutral\nfear,fear\n');
  const { out, status } = await run(['evaluate', at('a.csv'), '--json']);
  expect(status).toBe(0);
  expect(JSON.parse(out)).toMatchObject({ rows: 5, accuracy: 0.75, neutral_unlabelled: 1, left_out: 0 });
  expect((await run(['evaluate', at('a.csv'), '--label', 'text', '--text', 'text'])).status).toBe(1);
  await writeFile(at('b.csv'), 'text,gold\njoy,5\nanger,3\n');
  expect((await run(['evaluate', at('b.csv'), '--label', 'gold'])).err).toContain('No value of “gold” is an emotion');
});

test('reads with the model that is named, and bakes each tag with its own', async () => {
  await run(['explain', 'so much joy', '--model', 'research']);
  await writeFile(at('page.html'), '<emotion-tag>joy</emotion-tag><emotion-tag model="research">joy</emotion-tag>');
  await run(['bake', at('page.html')]);
  expect(fake.created).toMatchObject([{ model: 'research' }, { model: undefined }, { model: 'research' }]);
});

test('explains a text, lists what it reads with, and helps in one screen each', async () => {
  expect((await run(['explain', 'so much joy'])).out).toMatch(/^joy\n {2}joy {6}0\.9000 {2}█+\n[^]*\+0\.5000 {2}so m\n$/);
  expect(JSON.parse((await run(['explain', 'so much joy', '--json'])).out)).toMatchObject({
    text: 'so much joy',
    reading: { label: 'joy' },
  });
  const { out: listed } = await run(['models']);
  expect(listed).toMatch(/^open \(the default\)\n[^]*\nresearch\n/);
  expect(listed).toContain('licence    terms of research');
  for (const args of [[], ['label'], ['evaluate'], ['explain'], ['models']]) {
    const { status, out } = await run([...args, '--help']);
    expect(status).toBe(0);
    expect(out.split('\n').length).toBeLessThanOrEqual(24);
  }
});
