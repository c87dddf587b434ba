/** Places that are no usual page: an extension's, a frame without an origin, a folder below others. */
import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { cpSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { chromium } from '@playwright/test';
import { build } from 'vite';
import { findChromium, LAUNCH_ARGUMENTS } from '../../testbed/chromium';
import { complaintsOf } from '../../testbed/complaints';
import { expect, test } from '../../testbed/setup';

/** Chromium names an extension without a key by the folder that it came from. */
const extensionId = (folder: string): string =>
  createHash('sha256')
    .update(folder)
    .digest('hex')
    .slice(0, 32)
    .replace(/./g, (digit) => String.fromCharCode(97 + parseInt(digit, 16)));

test('an extension’s page of Manifest V3 reads with the files that were copied into it', async ({}, info) => {
  const folder = info.outputPath('extension');
  cpSync('examples/extension', folder, { recursive: true });
  execFileSync('node', ['bin/emotion-tag.js', 'copy', folder]);
  const executablePath = findChromium();
  const context = await chromium.launchPersistentContext('', {
    channel: 'chromium',
    args: [...LAUNCH_ARGUMENTS, `--disable-extensions-except=${folder}`, `--load-extension=${folder}`],
    ...(executablePath && { executablePath }),
  });
  try {
    const page = await context.newPage();
    const complaints = complaintsOf(page);
    await page.goto(`chrome-extension://${extensionId(realpathSync(folder))}/page.html`);
    await expect(page.locator('emotion-tag [part=label]')).toHaveText('Joy');
    expect(complaints).toEqual([]);
  } finally {
    await context.close();
  }
});

test('a sandboxed frame, which has no origin and no storage, reads from memory', async ({ page, serve }) => {
  const complaints = complaintsOf(page);
  const pages = Object.fromEntries(
    ['index', 'frame'].map((name) => [`/${name}.html`, readFileSync(`examples/sandboxed-frame/${name}.html`, 'utf8')]),
  );
  // Of no origin, every file is another's.
  const server = await serve({ folder: 'lib', pages, headers: () => ({ 'access-control-allow-origin': '*' }) });
  await page.goto(`${server.url}/index.html`);
  await expect(page.frameLocator('iframe').locator('emotion-tag [part=label]')).toHaveText('Joy');
  expect(complaints).toEqual([]);
});

// fault: build | a page is opened as a file | the package in one classic script, its files copied beside it, and `file://` | `insecure-origin`: its folder must be served; the author’s text stays | nothing, and nothing is asked for
test('a page that was opened as a file is told that its folder must be served', async ({ page }, info) => {
  const folder = info.outputPath('file');
  const entry = info.outputPath('entry.js');
  cpSync('examples/esbuild/public', folder, { recursive: true });
  const [define = '', engine = ''] = ['lib/define.js', 'lib/engine.js'].map((path) => JSON.stringify(realpathSync(path)));
  writeFileSync(
    entry,
    `import ${define}; import { EmotionClassifier } from ${engine}; EmotionClassifier.assetsBase = './emotion-tag/';`,
  );
  await build({
    configFile: false,
    logLevel: 'silent',
    build: { outDir: folder, emptyOutDir: false, lib: { entry, formats: ['iife'], name: 'app', fileName: () => 'app.js' } },
  });
  execFileSync('node', ['bin/emotion-tag.js', 'copy', folder]);
  writeFileSync(
    info.outputPath('file/index.html'),
    '<!doctype html><meta charset="utf-8"><script src="app.js" defer></script><emotion-tag>I am so happy!</emotion-tag>',
  );
  const complaints = complaintsOf(page);
  await page.goto(pathToFileURL(info.outputPath('file/index.html')).href);
  await expect(page.locator('emotion-tag')).toContainText('I am so happy!');
  await expect.poll(() => complaints).toEqual([expect.stringMatching(/^<emotion-tag>: This page was opened as a file/)]);
});
