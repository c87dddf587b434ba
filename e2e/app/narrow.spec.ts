/** Every page on the narrowest phones, with letters twice as large, under a thumb, in every language. */
import type { Page } from '@playwright/test';
import { LANGUAGES } from '../../src/app/words/speech';
import { openFaked, SCENES } from '../../testbed/scenes';
import { longUnless } from '../../testbed/long';
import { expect, test } from '../../testbed/setup';

test.use({ serviceWorkers: 'block' });

/** How much wider the page is than the window; less than 0 where a scroll bar has come meanwhile. */
const excess = (page: Page, percent: number): Promise<number> =>
  page.evaluate((size) => {
    const { documentElement: root } = document;
    root.style.fontSize = `${String(size)}%`;
    return root.scrollWidth - root.clientWidth;
  }, percent);

/** What can be pressed and is smaller than a thumb: not the rows of a table, which stand in lines of their own. */
const tooSmall = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    Array.from(
      document.querySelectorAll(
        'button:not(.text), select, summary, nav a, input:not([type=range], [type=checkbox], [type=radio], [type=file])',
      ),
    )
      .filter((part) => part.checkVisibility({ visibilityProperty: true }))
      .filter((part) => {
        const { width, height } = part.getBoundingClientRect();
        return height > 0 && (height < 43.5 || width < 43.5);
      })
      .map((part) => `${part.tagName} ${part.id || part.className} ${part.textContent.trim().slice(0, 30)}`),
  );

/** How much of the row of pages is out of sight. */
const hiddenPages = (page: Page): Promise<number> =>
  page
    .getByRole('navigation')
    .first()
    .evaluate((row) => row.scrollWidth - row.clientWidth);

async function speak(page: Page, tag: string): Promise<void> {
  await page.locator('page-settings select').first().selectOption(tag);
  await expect(page.locator('html')).toHaveAttribute('lang', tag);
}

for (const scene of SCENES)
  test(
    `${scene.name} needs no sideways scrolling, and a thumb finds what it shows`,
    longUnless(scene.name === 'write-read'),
    async ({ page, serve }) => {
      await openFaked(page, (await serve()).url, scene);
      for (const tag of Object.keys(LANGUAGES)) {
        await page.setViewportSize({ width: 320, height: 640 });
        await excess(page, 100);
        await speak(page, tag);
        // A chart draws itself anew for another width, and not in the same moment.
        await expect.poll(() => excess(page, 100), `${tag}, 320 px`).toBeLessThanOrEqual(0);
        await expect.poll(() => tooSmall(page), tag).toEqual([]);
        await expect.poll(() => hiddenPages(page), tag).toBe(0);
        await page.setViewportSize({ width: 360, height: 640 });
        await expect.poll(() => excess(page, 200), `${tag}, letters twice as large`).toBeLessThanOrEqual(0);
      }
    },
  );
