/** Licences ask that their notices go with the code: here, beside the scripts that hold it, and out of every reader's way. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '../../testbed/setup';

const NOTICES = 'third-party.md';

test('the built page brings the notice of each library in its scripts, those of the worker too', () => {
  const sections = readFileSync(`dist/${NOTICES}`, 'utf8').split(/^## /m).slice(1);
  const names = sections.map((section) => section.slice(0, section.indexOf(' ')));
  const known = ['lit', 'chart.js', 'hucre', '@tanstack/lit-virtual', 'idb', 'eld', 'entities'];
  const inWorker = ['@huggingface/transformers', '@huggingface/tokenizers', '@huggingface/jinja', 'onnxruntime-web'];
  expect(names).toEqual(expect.arrayContaining([...known, ...inWorker]));
  for (const section of sections) expect(section).toMatch(/copyright|Apache License/i);
});

test('no page fetches the notices, and the service worker keeps none', async ({ page, serve }) => {
  expect(readFileSync('dist/sw.js', 'utf8')).not.toContain(NOTICES);
  for (const name of readdirSync('dist/assets').filter((file) => /\.m?js$/.test(file)))
    expect(readFileSync(`dist/assets/${name}`, 'utf8').includes(NOTICES), name).toBe(false);
  const server = await serve();
  await page.goto(server.url);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  expect(server.log.filter((line) => line.includes(NOTICES))).toEqual([]);
});
