/** The page as somebody wants it: its language, its colours, installed, on paper. */
import type { Locator, Page } from '@playwright/test';
import { box, choose, kept } from '../../testbed/journal';
import { openFaked, SCENES } from '../../testbed/scenes';
import { expect, test } from '../../testbed/setup';

test.use({ serviceWorkers: 'block' });

const html = (page: Page) => page.locator('html');
const heading = (page: Page) => page.getByRole('heading', { level: 1 });

test.describe('in a German browser', () => {
  test.use({ locale: 'de-DE' });

  test('the page speaks German, or the language that is chosen, now and on the next visit', async ({ page, serve }) => {
    const failed: string[] = [];
    page.on('pageerror', ({ message }) => failed.push(message));
    const { url } = await serve();
    await openFaked(page, url, SCENES[0]!);
    await expect(html(page)).toHaveAttribute('lang', 'de');
    await expect(heading(page)).toHaveText('Welches Gefühl steckt in deinen Worten?');
    await expect(page.getByRole('button', { name: 'Einfügen' })).toBeVisible();
    await page.getByLabel('Dein Text').fill('So much joy. So much fear.');
    await expect(page.locator('#tag [part=label]')).toHaveText(/Freude|Angst/);
    await expect(page.locator('#summary')).toHaveText(/^Beginnt mit Freude, geht in Angst über\.$/);

    await page.getByLabel('Sprache').selectOption('ar');
    await expect(html(page)).toHaveAttribute('dir', 'rtl');
    await expect(page.locator('#text')).toHaveValue('So much joy. So much fear.');
    await page.locator('page-settings select').first().selectOption('es');
    await expect(html(page)).toHaveAttribute('lang', 'es');
    await expect(html(page)).toHaveAttribute('dir', 'ltr');
    await expect(page.locator('#summary')).toHaveText('Empieza con alegría, termina con miedo.');
    await expect(page.locator('#tag [part=label]')).toHaveText(/Alegría|Miedo/);
    await page.goto(`${url}/#journal`);
    await page.reload();
    await expect(html(page)).toHaveAttribute('lang', 'es');
    await expect(page).toHaveTitle('Diario – emotion-tag');
    await expect(page.getByRole('button', { name: 'Empezar un diario' })).toBeVisible();
    expect(failed).toEqual([]);
  });
});

test('what a page tells of something that happened is told in the language that is spoken now', async ({ page, serve }) => {
  await page.context().grantPermissions(['clipboard-write']);
  await page.goto((await serve()).url);
  const speak = (tag: string): Promise<unknown> => page.locator('page-settings select').first().selectOption(tag);
  const pastePicture = (into: Locator): Promise<void> =>
    into.evaluate((box) => {
      const clipboardData = new DataTransfer();
      clipboardData.items.add(new File(['x'], 'picture.png', { type: 'image/png' }));
      box.dispatchEvent(new ClipboardEvent('paste', { clipboardData }));
    });
  await page.getByRole('button', { name: 'Clear' }).waitFor();
  await pastePicture(page.getByLabel('Your text'));
  await expect(page.locator('#pasted')).toHaveText('Only text can be read here, not a picture or a file.');
  await speak('de');
  await expect(page.locator('#pasted')).toHaveText('Hier lässt sich nur Text lesen, kein Bild und keine Datei.');

  await page.evaluate(() => (location.hash = '#journal'));
  await choose(page, 'empty.json', ' \n');
  await expect(page.locator('.imported')).toContainText('empty.json wurde ausgelassen. Die Datei ist leer.');
  await speak('en');
  await expect(page.locator('.imported')).toHaveText('0 entries brought in. empty.json was left out. The file is empty.');

  await page.getByRole('button', { name: 'Start a journal' }).click();
  await pastePicture(box(page));
  await expect(kept(page)).toHaveText('Only text can be read here, not a picture or a file.');
  await page.evaluate(() => (location.hash = '#embed'));
  const copied = page.locator('code-lines [role=status]').first();
  await page.locator('code-lines .copy').first().click();
  await expect(copied).toHaveText('Copied.');
  await speak('de');
  await expect(copied).toHaveText('Kopiert.');
  await page.evaluate(() => (location.hash = '#journal'));
  await expect(kept(page)).toHaveText('Hier lässt sich nur Text lesen, kein Bild und keine Datei.');
});

test('colours are those of the device, or those that are chosen, and paper stays white', async ({ page, serve }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto((await serve()).url);
  const ground = (): Promise<string> => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await ground();
  await page.getByLabel('Colours').selectOption('Dark');
  await expect.poll(ground).not.toBe(light);
  const dark = await ground();
  await page.reload();
  await expect.poll(ground).toBe(dark);
  await expect(page.locator('meta[name=theme-color]').first()).toHaveAttribute('content', '#171614');
  await expect(page.locator('emotion-tag').first()).toHaveCSS('color-scheme', 'dark');

  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await page.emulateMedia({ media: 'print' });
  await expect(html(page)).toHaveCSS('color-scheme', 'light');
  await expect(page.locator('#printed')).toHaveText(/^Printed on \d+ \w+ 20\d\d/);
  await page.emulateMedia({ media: 'screen' });
  await expect(page.locator('#printed')).toBeHidden();

  await page.getByLabel('Colours').selectOption('As the device');
  await expect.poll(ground).toBe(light);
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
});

test('where the browser offers to install the page, a button does, once', async ({ page, serve }) => {
  await page.goto((await serve()).url);
  const install = page.getByRole('button', { name: 'Install as an app' });
  await expect(page.getByLabel('Language')).toBeVisible();
  await expect(install).toHaveCount(0);
  await page.evaluate(() => {
    const offer = Object.assign(new Event('beforeinstallprompt', { cancelable: true }), {
      prompt: () => {
        document.documentElement.dataset.prompted = '';
        return Promise.resolve();
      },
    });
    dispatchEvent(offer);
  });
  await install.click();
  await expect(html(page)).toHaveAttribute('data-prompted', '');
  await expect(install).toHaveCount(0);
});
