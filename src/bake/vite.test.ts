import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { readingOf } from '../shared/reading';
import { bakeFolder, emotionTag } from './vite';

const classifiers = { created: 0, destroyed: 0, isBroken: false };
const joy = readingOf([0, 0.95, 0.05, 0, 0, 0], 0.5, { truncated: false });

vi.mock('../node/index', () => ({
  EmotionClassifier: {
    models: ['open', 'research'],
    create: () => {
      if (classifiers.isBroken) return Promise.reject(new Error('The model is not there.'));
      classifiers.created++;
      return Promise.resolve({
        diagnostics: { model: 'fake' },
        classify: () => Promise.resolve(joy),
        destroy: () => classifiers.destroyed++,
      });
    },
  },
}));

const TAG = '<emotion-tag>I am so happy!</emotion-tag>';

let folder: string;
beforeEach(async () => {
  Object.assign(classifiers, { created: 0, destroyed: 0, isBroken: false });
  folder = await mkdtemp(join(tmpdir(), 'emotion-tag-vite-'));
});
afterEach(() => rm(folder, { recursive: true }));

const at = (name: string): string => join(folder, name);

test('all pages of a folder are baked by one classifier, which ends with them', async () => {
  await mkdir(at('deep'));
  for (const name of ['a.html', 'deep/b.html']) await writeFile(at(name), TAG);
  await bakeFolder(pathToFileURL(`${folder}/`));
  for (const name of ['a.html', 'deep/b.html']) expect(await readFile(at(name), 'utf8')).toMatch(/^<emotion-tag baked='.*joy/);
  expect(classifiers).toMatchObject({ created: 1, destroyed: 1 });
});

test('a folder without pages, and pages that are not in UTF-8, are told', async () => {
  await expect(bakeFolder(folder)).rejects.toThrow(`there is no page in ${folder}`);
  await writeFile(at('a.html'), Buffer.from(`${TAG} é`, 'latin1'));
  await expect(bakeFolder(folder)).rejects.toThrow('not in UTF-8');
});

test('a Vite build has its own page baked, and those that another plugin writes at its end', async () => {
  await writeFile(at('index.html'), TAG);
  const adapter = {
    name: 'adapter',
    closeBundle: async () => {
      await mkdir(at('site'));
      await writeFile(at('site/late.html'), TAG);
    },
  };
  const bake = emotionTag({ folder: 'site' });
  await build({ configFile: false, logLevel: 'silent', root: folder, plugins: [bake, adapter] });
  for (const name of ['dist/index.html', 'site/late.html'])
    expect(await readFile(at(name), 'utf8')).toContain("<emotion-tag baked='");
  expect(classifiers).toMatchObject({ created: 1, destroyed: 1 });
});

test('a folder that is not there yet, as in a build inside of another, is left for later', async () => {
  await writeFile(at('index.html'), '<p>plain</p>');
  await build({ configFile: false, logLevel: 'silent', root: folder, plugins: [emotionTag({ folder: 'site' })] });
  expect(classifiers.created).toBe(0);
});

test('a model that could not be started is tried anew by the next build, as one that watches makes it', async () => {
  await writeFile(at('index.html'), TAG);
  const plugins = [emotionTag()];
  const once = () => build({ root: folder, logLevel: 'silent', plugins, build: { outDir: at('dist') } });
  classifiers.isBroken = true;
  await expect(once()).rejects.toThrow('The model is not there.');
  classifiers.isBroken = false;
  await once();
  expect(await readFile(at('dist/index.html'), 'utf8')).toContain('joy');
});
