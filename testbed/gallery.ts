/** Draws each page in both schemes and three widths, to be looked at: `npm run gallery [-- SCENE…]` writes `test-results/gallery/`. */
import { mkdirSync } from 'node:fs';
import { argv } from 'node:process';
import { launch } from './browser';
import { SCENES } from './scenes';
import { startServer } from './server';

const FOLDER = 'test-results/gallery';
const WIDTHS = [320, 768, 1440];
const SCHEMES = ['light', 'dark'] as const;

const wanted = argv.slice(2);
mkdirSync(FOLDER, { recursive: true });
const context = await launch();
const server = await startServer();
const page = await context.newPage();
await page.emulateMedia({ reducedMotion: 'reduce' });
for (const { name, hash, act } of SCENES) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  await page.goto('about:blank'); // a hash alone would not load the page anew
  await page.goto(`${server.url}/${hash}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await act(page);
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    for (const colorScheme of SCHEMES) {
      await page.emulateMedia({ colorScheme });
      await page.screenshot({ path: `${FOLDER}/${name}-${String(width)}-${colorScheme}.png`, fullPage: true });
    }
  }
}
await server.close();
await context.browser()?.close();
console.log(`Look at ${FOLDER}/`);
