import { lstat, mkdir, mkdtemp, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { EmotionClassifier } from '../node/index';
import { readingOf } from '../shared/reading';
import { bake } from './bake';
import type { Shell } from './label';
import type { Problem } from './problem';

vi.mock('../node/index', () => ({ EmotionClassifier: { models: ['open'] } }));

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'emotion-tag-bake-'));
});
afterEach(() => rm(folder, { recursive: true }));

const at = (name: string): string => join(folder, name);

/** Bake with a classifier that says joy of everything; what the command says comes back. */
async function run(...paths: readonly string[]): Promise<string> {
  const joy = readingOf([0, 0.95, 0.05, 0, 0, 0], 0.5, { truncated: false });
  const classifier = { diagnostics: { model: 'fake' }, classify: () => Promise.resolve(joy) } as unknown as EmotionClassifier;
  const stderr = new PassThrough();
  const shell = { stderr, signal: new AbortController().signal } as unknown as Shell;
  const problem = await bake(paths, () => Promise.resolve(classifier), shell).catch((error: unknown) => error as Problem);
  return `${String(stderr.read() ?? '')}${problem?.message ?? ''}`;
}

test('bakes what a build may write: names like patterns, a byte order mark, links, modes', async () => {
  const page = '\ufeff<p>\r\n<EMOTION-TAG>joy</EMOTION-TAG>\r\n';
  await mkdir(at('a [b] (c)'));
  await writeFile(at('a [b] (c)/[slug].html'), page, { mode: 0o640 });
  await symlink(at('a [b] (c)/[slug].html'), at('link.html'));
  expect(await run(at('a [b] (c)'))).toBe('1 pages: 1 tags read, 0 as they were.\n');
  expect(await run(at('a [b] (c)/[slug].html'), at('link.html'))).toContain('0 tags read, 2 as they were');
  const baked = await readFile(at('link.html'), 'utf8');
  expect(baked.replace(/ baked='[^']*'/, '')).toBe(page);
  await writeFile(at('link.html'), baked.replace('>joy<', '>fear<'));
  await run(at('link.html'));
  expect([(await lstat(at('link.html'))).isSymbolicLink(), (await stat(at('link.html'))).mode & 0o777]).toEqual([true, 0o640]);
});

// fault: Node | pages to bake that are not in UTF-8 | a page in Latin-1 and one in UTF-16 | a sentence that names them, and status 1; the others are baked | nothing: not a byte of theirs is changed
test('leaves alone the bytes of a page that is not in UTF-8', async () => {
  const text = '<emotion-tag>joy é</emotion-tag>';
  const pages = { 'a.html': Buffer.from(text, 'latin1'), 'b.html': Buffer.from(`\ufeff${text}`, 'utf16le') };
  for (const [name, bytes] of Object.entries(pages)) await writeFile(at(name), bytes);
  await writeFile(at('c.html'), Buffer.from('é', 'latin1')); // no tag, no matter
  await writeFile(at('d.html'), text);
  const said = await run(folder);
  expect(said).toContain('4 pages: 1 tags read');
  expect(said).toMatch(/not in UTF-8: \S*a\.html, \S*b\.html\. /);
  for (const [name, bytes] of Object.entries(pages)) expect(await readFile(at(name))).toEqual(bytes);
});
