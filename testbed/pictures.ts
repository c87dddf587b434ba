/** Draws what the web app manifest and the README show, from the icon and the built page: `npx vite build && npx tsx testbed/pictures.ts`. */
import { mkdirSync, readFileSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { findChromium, LAUNCH_ARGUMENTS } from './chromium';
import { startServer } from './server';

const icon = readFileSync('public/icon.svg', 'utf8');
// A mask may cut a fifth off each side, so the drawing shrinks and its ground fills the square.
const maskable = icon.replace(/rx="16"/, '').replace('<path', '<path transform="translate(32 32) scale(.72) translate(-32 -32)"');

const executablePath = findChromium();
const browser = await chromium.launch({ args: [...LAUNCH_ARGUMENTS], ...(executablePath && { executablePath }) });
mkdirSync('public/icons', { recursive: true });
mkdirSync('public/screenshots', { recursive: true });
const page = await browser.newPage();

for (const [name, drawing, size] of [
  ['192', icon, 192],
  ['512', icon, 512],
  ['maskable-512', maskable, 512],
] as const) {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(`<style>body { margin: 0 } svg { display: block; width: ${String(size)}px }</style>${drawing}`);
  await page.screenshot({ path: `public/icons/${name}.png`, omitBackground: true });
}

const server = await startServer();
for (const [name, width, height] of [
  ['wide', 1280, 800],
  ['narrow', 540, 960],
] as const) {
  await page.setViewportSize({ width, height });
  await page.goto(server.url);
  await page.getByLabel('Your text').fill('We finally moved in together and I have never been so happy!');
  await page.locator('#tag [part=label]').waitFor();
  await page.screenshot({ path: `public/screenshots/${name}.png` });
}

const sentences = [
  'I can’t wait to see you again!',
  'Nobody came to my birthday.',
  'They cancelled the train again and told no one.',
  'The meeting is at three.',
];
const tagged = await startServer({
  pages: {
    '/tags': `<!doctype html><html lang="en"><meta charset="utf-8"><style>
      body { display: inline-block; margin: 0; padding: 20px 28px; font: 20px/2.1 system-ui, sans-serif; background: #fff }
      p { margin: 0 }</style><body>${sentences.map((text) => `<p><emotion-tag>${text}</emotion-tag></p>`).join('')}
      <script type="module" src="/emotion-tag.js"></script>`,
  },
});
const sharp = await browser.newPage({ deviceScaleFactor: 2, viewport: { width: 900, height: 400 } });
await sharp.goto(`${tagged.url}/tags`);
for (const tag of await sharp.locator('emotion-tag').all())
  await tag.and(sharp.locator('emotion-tag:state(read), emotion-tag:state(unsure)')).waitFor();
await sharp.locator('body').screenshot({ path: 'docs/tag.png' });
await tagged.close();
await server.close();
await browser.close();
