/** What the Write page keeps and hands on: nothing, until somebody wants it. */
import { expect, test } from '../../testbed/setup';

test('a text is kept over a reload only where somebody wants it, and until they do not', async ({ page, serve }) => {
  await page.goto((await serve()).url);
  const box = page.getByLabel('Your text');
  const kept = page.getByLabel('Keep my text on this device');
  await box.pressSequentially('I am so happy!');
  await expect(kept).not.toBeChecked();
  const stored = (): Promise<string | null> => page.evaluate(() => localStorage.getItem('emotion-tag-draft'));
  expect(await stored()).toBeNull();
  await kept.check();
  await box.press('End');
  await box.pressSequentially(' And so are you.');
  await page.goto('about:blank');
  await page.goBack();
  await page.reload();
  await expect(box).toHaveValue('I am so happy! And so are you.');
  await kept.uncheck();
  expect(await stored()).toBeNull();
});

test('what was cleared or replaced by an example comes back', async ({ page, serve }) => {
  await page.goto((await serve()).url);
  const box = page.getByLabel('Your text');
  await box.pressSequentially('I am so happy!');
  await page.getByRole('button', { name: 'Clear' }).click();
  await expect(box).toHaveValue('');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(box).toHaveValue('I am so happy!');
  await page.getByLabel('Examples').selectOption('The meeting is at three.');
  await expect(page.locator('#tag [part=label]')).toHaveText('Not sure');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.locator('#tag [part=label]')).toHaveText('Joy');
});

test('a reading is copied as text, and a browser that refuses is named', async ({ context, page, serve }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto((await serve()).url);
  await page.getByLabel('Your text').fill('I am so happy! I am terrified of the dark.');
  await page.getByRole('button', { name: 'Copy the reading' }).click();
  await expect(page.getByText('Copied.')).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain('“I am so happy! I am terrified of the dark.”');
  await page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
  });
  await page.getByRole('button', { name: 'Copy the reading' }).click();
  await expect(page.getByText('The browser did not let this page copy it.')).toBeVisible();
});
