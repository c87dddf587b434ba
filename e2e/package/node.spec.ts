import { execFile, execFileSync, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Reading } from '../../src/index';
import { EngineHarness } from '../../testbed/engine';
import { LONG } from '../../testbed/long';
import { expect, test } from '../../testbed/setup';

const ROWS = 2000;

const texts = readFileSync('training/written/first.jsonl', 'utf8')
  .trim()
  .split('\n')
  .slice(0, ROWS)
  .map((line) => (JSON.parse(line) as { text: string }).text);

/** Whatever asks the network for anything, in any thread, ends the process. */
const NO_NETWORK = `
import net from 'node:net'; import dns from 'node:dns';
const refuse = () => { console.error('asked the network'); process.exit(9); };
net.Socket.prototype.connect = refuse; dns.lookup = refuse; globalThis.fetch = refuse;`;

/** Reads the texts of a file on a device, and ends without being told to. */
const READ_ALL = `
import { readFileSync } from 'node:fs';
import { EmotionClassifier } from 'emotion-tag/node';
const [texts, device] = process.argv.slice(-2);
const classifier = await EmotionClassifier.create({ device, workers: 2 });
for await (const reading of classifier.classifyAll(JSON.parse(readFileSync(texts, 'utf8')))) console.log(JSON.stringify(reading));`;

/** What a process of Node wrote, line by line. */
async function readingsOf(cwd: string, ...args: readonly string[]): Promise<Reading[]> {
  const { stdout } = await promisify(execFile)('node', args, { cwd, maxBuffer: 1 << 26 });
  const lines = stdout.trim().split('\n');
  return lines.map((line) => JSON.parse(line) as Reading);
}

test.describe('the packed package in Node', LONG, () => {
  test.setTimeout(600_000);
  const project = mkdtempSync(join(tmpdir(), 'emotion-tag-'));

  test.beforeAll(() => {
    execFileSync('npm', ['run', 'build:package'], { stdio: 'ignore' });
    execFileSync('npm', ['pack', '--pack-destination', project], { stdio: 'ignore' });
    writeFileSync(join(project, 'package.json'), JSON.stringify({ private: true, type: 'module' }));
    const install = ['install', './emotion-tag-0.1.0.tgz', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline'];
    execFileSync('npm', install, { cwd: project, stdio: 'ignore' });
    writeFileSync(join(project, 'no-network.js'), NO_NETWORK);
    writeFileSync(join(project, 'read-all.js'), READ_ALL);
    writeFileSync(join(project, 'texts.json'), JSON.stringify(texts));
  });
  test.afterAll(() => {
    rmSync(project, { recursive: true });
  });

  test('reads 2,000 texts as Chromium does, asks no network, and ends by itself', async ({ page, embed }) => {
    await embed('');
    await new EngineHarness(page).create({ device: 'wasm' });
    const inNode = readingsOf(project, '--import', './no-network.js', 'read-all.js', 'texts.json', 'wasm');
    const onPage = await page.evaluate((given) => Array.fromAsync(classifier.classifyAll(given)), texts);
    const readings = await inNode;
    expect(readings).toHaveLength(ROWS);
    expect(readings.map(({ label }) => label)).toEqual(onPage.map(({ label }) => label));
    const differences = readings.flatMap(({ scores }, i) =>
      scores.map(({ label, score }) => Math.abs(score - (onPage[i]?.scores.find((other) => other.label === label)?.score ?? NaN))),
    );
    expect(Math.max(...differences)).toBeLessThan(1e-3);

    // The packed package brings no native runtime; the repository has one, unless its installation was refused.
    const isInstalled = await import('onnxruntime-node').then(
      () => true,
      () => false,
    );
    test.skip(!isInstalled, 'onnxruntime-node is not installed: its labels were not compared');
    const native = await readingsOf('.', '--input-type=module', '--eval', READ_ALL, join(project, 'texts.json'), 'native');
    const equal = native.filter(({ label }, i) => label === readings[i]?.label).length;
    console.log(`native: ${String(equal)} of ${String(ROWS)} labels are those of WASM`);
    expect(equal).toBeGreaterThanOrEqual(0.995 * ROWS);
  });

  // fault: Node | the command is stopped by a signal, or ended by force | SIGINT, SIGTERM and SIGKILL to its process, one after another | 130, 143 and nothing; with --resume the same bytes as in one go | the rows up to the last note
  test('a command that is stopped three times ends with the same bytes', async () => {
    const rows = Array.from({ length: 3 }, () => texts).flat();
    writeFileSync(join(project, 'many.jsonl'), rows.map((text) => JSON.stringify({ text })).join('\n'));
    const label = (...args: string[]): ReturnType<typeof execFile> =>
      execFile('node', ['node_modules/emotion-tag/bin/emotion-tag.js', 'label', 'many.jsonl', '-q', '--device', 'wasm', ...args], {
        cwd: project,
      });
    const ended = async (command: ReturnType<typeof label>): Promise<unknown> => ((await once(command, 'exit')) as unknown[])[0];
    const noted = (): string => {
      const path = join(project, 'many.out.partial.json');
      return existsSync(path) ? readFileSync(path, 'utf8') : '';
    };
    for (const [signal, status] of [
      ['SIGINT', 130],
      ['SIGTERM', 143],
      ['SIGKILL', null],
    ] as const) {
      const before = noted();
      const command = label('-o', 'many.out', '--resume');
      await expect.poll(noted, { intervals: [50] }).not.toBe(before);
      command.kill(signal);
      expect(await ended(command)).toBe(status);
      expect(existsSync(join(project, 'many.out'))).toBe(false);
    }
    expect(await ended(label('-o', 'many.out', '--resume'))).toBe(0);
    expect(await ended(label('-o', 'whole.out'))).toBe(0);
    expect(readFileSync(join(project, 'many.out')).equals(readFileSync(join(project, 'whole.out')))).toBe(true);
    expect(readdirSync(project).filter((name) => name.includes('partial'))).toEqual([]);
  });

  // fault: Node | the disk is full, or nothing may be written there | /dev/full, and a folder of the system’s own | a sentence that says so, and status 1 | nothing
  test('a full disk and a folder without permission are told in a line', () => {
    writeFileSync(join(project, 'one.txt'), 'I miss her\n');
    for (const [to, said] of [
      ['-o - >/dev/full', 'The disk is full: the standard output could not be written. Make room and run it again.'],
      ['-o /dev/full', 'The disk is full: /dev/full could not be written. Make room and run it again.'],
      ['-o /sys/one.jsonl', 'There is no permission for /sys/one.jsonl: change that, as with chmod. Or name another --output.'],
    ] as const) {
      const { status, stderr } = spawnSync('bash', ['-c', `npx emotion-tag label one.txt ${to}`], {
        cwd: project,
        encoding: 'utf8',
      });
      expect([status, stderr]).toEqual([1, `emotion-tag: ${said}\n`]);
    }
  });

  test('brings the command: a file, a filter, and a pipe that closes', () => {
    const inShell = (command: string): string =>
      execFileSync('bash', ['-c', command], { cwd: project, encoding: 'utf8', stdio: 'pipe' });
    writeFileSync(join(project, 'a.csv'), 'text\nI am so happy that you came!\n');
    inShell('npx emotion-tag label a.csv --device wasm');
    expect(readFileSync(join(project, 'a.emotions.csv'), 'utf8')).toContain('\nI am so happy that you came!,joy,');
    expect(inShell(`echo '{"text":"I am so angry that I could scream!"}' | npx emotion-tag label --format jsonl -q`)).toContain(
      '"emotion_tag":"anger"',
    );
    const rows = `yes "I miss her" | head -3000 | node_modules/.bin/emotion-tag label -q`;
    expect(inShell(`{ ${rows} 2>said; echo $? >status; } | head -1; cat status said`)).toMatch(
      /^\{.*sadness.*\}\n141\nemotion-tag: Whoever reads the output has closed it.*\n$/,
    );
  });
});
