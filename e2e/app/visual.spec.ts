/**
 * Pictures of the pages beside those in `baselines/`. After a change that was meant, and looked at in the gallery:
 * `rm -r e2e/baselines && npx playwright test e2e/app/visual.spec.ts --update-snapshots`.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Page } from '@playwright/test';
import { LONG } from '../../testbed/long';
import { openFaked, SCENES } from '../../testbed/scenes';
import { expect, test } from '../../testbed/setup';

test.use({ serviceWorkers: 'block', timezoneId: 'UTC' });

/** Widths of a line in each of the page's fonts, on the machine that drew the baselines. */
const FONTS = 'e2e/baselines/fonts.json';

/** Each look once, in one of the schemes: a page that breaks in the other is seen by axe, and in the gallery. */
const LOOKS = [
  {
    name: 'phone',
    width: 390,
    height: 844,
    schemes: { 'write-read': 'dark', model: 'light', about: 'light' },
  },
  {
    name: 'desktop',
    width: 1280,
    height: 800,
    schemes: { 'write-empty': 'dark', 'write-read': 'light', 'files-read': 'light' },
  },
] as const;

/** The Files page reads with the model itself. */
const LABELS_OF_A_FILE = 'emotions-chart, .filters .count, .scroller td:is(.label, .score)';

const measureFonts = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const width = (font: string): number => {
      const line = Object.assign(document.createElement('span'), { textContent: 'What feeling is in your words? 0123456789' });
      document.body.append(line);
      line.style.font = `20px var(--${font})`;
      line.style.whiteSpace = 'nowrap';
      const { width } = line.getBoundingClientRect();
      line.remove();
      return Math.round(width * 10) / 10;
    };
    return JSON.stringify({ serif: width('serif'), sans: width('sans'), mono: width('mono') });
  });

for (const { name, width, height, schemes } of LOOKS) {
  for (const scene of SCENES) {
    const colorScheme = (schemes as Partial<Record<string, 'light' | 'dark'>>)[scene.name];
    if (!colorScheme) continue;
    test(`${scene.name} looks on a ${name} as it did`, LONG, async ({ page, serve }) => {
      await page.setViewportSize({ width, height });
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await openFaked(page, (await serve()).url, scene);
      const fonts = await measureFonts(page);
      if (!existsSync(FONTS)) {
        mkdirSync(dirname(FONTS), { recursive: true });
        writeFileSync(FONTS, `${fonts}\n`);
      }
      const isOther = readFileSync(FONTS, 'utf8').trim() !== fonts;
      if (isOther) console.warn(`SKIPPED: the fonts here (${fonts}) are not those of ${FONTS}.`);
      test.skip(isOther, 'other fonts than the baselines have');
      // What training and this device decide is left out.
      await expect(page).toHaveScreenshot(`${scene.name}-${name}.png`, {
        fullPage: scene.name.endsWith('-read'),
        maxDiffPixels: 300, // a line of text that moves is more
        mask: [page.locator(':is(.panel, .chapter) > .scrolls, kept-model [role=status]'), page.locator(LABELS_OF_A_FILE)],
        maskColor: 'gray',
      });
    });
  }
}
