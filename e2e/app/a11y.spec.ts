/** The app for those who use a keyboard, a screen reader, larger contrast or less motion. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { openFaked, SCENES, writeDiary, type Scene } from '../../testbed/scenes';
import { longUnless } from '../../testbed/long';
import { expect, test } from '../../testbed/setup';

test.use({ serviceWorkers: 'block' });

const focused = (page: Page) => page.locator(':focus');

/** The pages that people see first; `npm run test:all` looks at each. */
const IN_SHORT = ['write-read', 'files-read'];

for (const scene of SCENES) {
  test(
    `axe finds nothing on ${scene.name}, in both schemes and with forced colours`,
    longUnless(IN_SHORT.includes(scene.name)),
    async ({ page, serve }) => {
      await page.emulateMedia({ reducedMotion: 'reduce' }); // a colour in the middle of a transition has no contrast of its own
      await openFaked(page, (await serve()).url, scene);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme, forcedColors: 'none' });
        expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
      }
      await page.emulateMedia({ forcedColors: 'active' });
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    },
  );
}

test('the keyboard walks from the pages to the box, what pastes into it, the examples and the reading', async ({ page, serve }) => {
  await openFaked(page, (await serve()).url, { ...SCENES[0]!, hash: '' }); // after a hash the walk begins at its page
  const walk: string[] = [];
  for (let i = 0; i < 12; i++) {
    await page.keyboard.press('Tab');
    walk.push(
      await focused(page).evaluate((element) =>
        element.id ? element.id : (element.ariaLabel ?? (element.closest('.keep') ? 'Keep' : element.textContent.trim())),
      ),
    );
  }
  const [first] = await page.locator('#examples button').allTextContents();
  expect(walk).toEqual([
    'emotion-tag',
    'Write',
    'Journal',
    'Files',
    'Model',
    'Embed',
    'About',
    'text',
    'paste',
    'Examples',
    'Keep',
    first!.trim(),
  ]);
  await page.keyboard.press('Enter'); // the example goes, and the focus with its text into the box
  await expect(focused(page)).toHaveAttribute('id', 'text');
  await page.getByLabel('Your text').fill('so much joy');
  await expect(page.locator('#tag [part=label]')).toHaveText('Joy');
  const why = page.getByRole('button', { name: 'Why?' });
  const isThere = (): Promise<boolean> => why.evaluate((button) => (button.getRootNode() as ShadowRoot).activeElement === button);
  for (let stops = 0; stops < 8 && !(await isThere()); stops++) await page.keyboard.press('Tab'); // past what can be done with the text
  await expect(why).toBeFocused();
});

test('whoever goes to another page is told its heading, and whoever opens one is left alone', async ({ page, serve }) => {
  const { url } = await serve();
  await page.goto(`${url}/#about`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('About');
  await expect(focused(page)).toHaveCount(0);
  await page.getByRole('link', { name: 'Write', exact: true }).press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1, name: 'About' })).toBeFocused();
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(0);
});

test('nothing moves for those who asked for no motion', async ({ page, serve }) => {
  await page.addInitScript(() => {
    Element.prototype.animate = () => {
      document.documentElement.dataset.moved = 'true';
      return new Animation();
    };
  });
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openFaked(page, (await serve()).url, SCENES[0]!);
  await writeDiary(page);
  const transition = (): Promise<string> => page.locator('.cursor').evaluate((node) => getComputedStyle(node).transitionDuration);
  expect(await transition()).toBe('0s');
  await page.getByRole('link', { name: 'About' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  expect(await page.evaluate(() => document.documentElement.dataset.moved)).toBeUndefined();

  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await page.getByRole('link', { name: 'Write', exact: true }).click();
  await expect(page.locator('html')).toHaveAttribute('data-moved', 'true');
  expect(await transition()).not.toBe('0s');
});

const scene = (name: string): Scene => SCENES.find((scene) => scene.name === name)!;

/** Ink on paper, whatever the screen's scheme. */
const toPaper = (page: Page): Promise<void> => page.emulateMedia({ media: 'print', colorScheme: 'dark' });

test('on paper there are the text and its reading, and nothing to press', async ({ page, serve }) => {
  await openFaked(page, (await serve()).url, scene('write-read'));
  await toPaper(page);
  for (const part of ['#text', '#tag [part=label]', '.passage', '.course', '.picked [part=shaded]']) {
    await expect(page.locator(part), part).toBeVisible();
  }
  for (const part of ['.top', 'footer', '.tools', '.course input', '.lead']) await expect(page.locator(part), part).toBeHidden();
  await expect(page.getByRole('button')).toHaveCount(0);
  const box = page.getByLabel('Your text');
  await expect.poll(() => box.evaluate((box) => box.scrollHeight - box.clientHeight)).toBeLessThanOrEqual(1); // all of it
  await expect(page.locator('body')).toHaveCSS('color', 'rgb(37, 34, 29)');
});

test('on paper a file’s rows have their texts, its charts dark ink, and there is nothing to press', async ({ page, serve }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await openFaked(page, (await serve()).url, scene('files-read'));
  const darkest = (): Promise<number> =>
    page
      .locator('canvas')
      .first()
      .evaluate((canvas: HTMLCanvasElement) => {
        const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
        let darkest = 255;
        for (let at = 0; at < data.length; at += 4) {
          if (data[at + 3] === 255) darkest = Math.min(darkest, Math.max(data[at]!, data[at + 1]!, data[at + 2]!));
        }
        return darkest;
      });
  await expect.poll(darkest).toBeGreaterThan(100);
  await expect.poll(darkest).toBeLessThan(255); // nothing is drawn yet
  await toPaper(page);
  // A page is told of paper in its next frame, before that frame's callbacks, and must have drawn then: a printer waits for nothing.
  await page.evaluate(() => new Promise(requestAnimationFrame));
  expect(await darkest()).toBeLessThan(50);
  for (const text of await page.locator('.scroller .text').all()) await expect(text).toBeVisible();
  const rows = page.getByRole('region', { name: 'Table of rows' });
  await expect.poll(() => rows.evaluate((box) => box.scrollHeight - box.clientHeight)).toBeLessThanOrEqual(1); // all of them
  await expect(page.locator('figure.picked blockquote')).toBeVisible();
  await expect(page.getByLabel('Order')).toBeHidden();
  await expect(page.locator('button:not(.text):visible')).toHaveCount(0);
});

test('on paper the model’s page has what is known of it, and neither what can be done nor a field', async ({ page, serve }) => {
  await openFaked(page, (await serve()).url, scene('model'));
  await toPaper(page);
  await expect(page.locator('kept-model [role=status]')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'How often it is right' })).toBeVisible();
  await expect(page.locator('.actions')).toBeHidden();
  await expect(page.getByLabel('A sentence')).toBeHidden();
  await expect(page.getByRole('button')).toHaveCount(0);
});
