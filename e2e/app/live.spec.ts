import type { EmotionTag } from '../../src/index';
import { LONG } from '../../testbed/long';
import { expect, test } from '../../testbed/setup';

declare global {
  /** When readings came, in milliseconds of the page. */
  var readings: number[];
}

const FAST = 'We waited for hours in the rain and nobody came, and now I am so angry that I could scream at all of them!';

test('while somebody types fast, the reading follows at least four times a second, and the newest text is read last', async ({
  page,
  serve,
}) => {
  await page.goto((await serve()).url);
  const box = page.getByLabel('Your text');
  await box.pressSequentially('Today ');
  await expect(page.locator('#tag [part=label]')).toBeVisible();
  await page.evaluate(() => {
    globalThis.readings = [];
    document.querySelector('#tag')!.addEventListener('emotion-change', () => readings.push(performance.now()));
  });
  await box.pressSequentially(FAST, { delay: 40 });
  const { seconds, count } = await page.evaluate(() => ({
    seconds: (readings.at(-1)! - readings[0]!) / 1000,
    count: readings.length,
  }));
  expect(seconds).toBeGreaterThan(2);
  expect(count / seconds).toBeGreaterThanOrEqual(4);
  await expect(page.locator('#tag [part=label]')).toHaveText('Anger');
  await expect(page.locator('#tag')).not.toHaveJSProperty('reading', null);
  const last = await page.locator('#tag').evaluate((tag: EmotionTag) => tag.scores);
  await box.fill('');
  await box.fill(`Today ${FAST}`);
  await expect.poll(() => page.locator('#tag').evaluate((tag: EmotionTag) => tag.scores)).toEqual(last);
});

test(
  'a long text that takes a while says how far it is, and the old reading does not pass for its own',
  LONG,
  async ({ page, serve }) => {
    await page.goto((await serve()).url);
    const box = page.getByLabel('Your text');
    await box.fill('I am so happy!');
    await expect(page.locator('#tag [part=label]')).toHaveText('Joy');
    const long = Array.from({ length: 320 }, (_, i) => `Number ${String(i)} made me so sad.`).join(' ');
    await box.fill(long);
    await expect(page.locator('#tag:state(stale) [part=badge]')).toHaveText(/^Reading… \d+ of \d+ sentences$/);
    await expect(page.locator('#note')).toBeHidden();
    await expect(page.locator('#tag [part=label]')).toHaveText('Sadness');
    await expect(page.locator('#note')).toBeVisible();
  },
);

test('a sentence more of a long text does not read the others again', LONG, async ({ page, serve }) => {
  await page.goto((await serve()).url);
  const box = page.getByLabel('Your text');
  await box.fill(Array.from({ length: 320 }, (_, i) => `Number ${String(i)} made me so sad.`).join(' '));
  await expect(page.locator('#tag [part=label]')).toHaveText('Sadness');
  await page.evaluate(() => {
    globalThis.readings = [];
    document.querySelector('#tag')!.addEventListener('emotion-change', () => readings.push(performance.now()));
  });
  await box.press('End');
  await box.press('ControlOrMeta+End');
  await box.pressSequentially(' And then I laughed.', { delay: 40 });
  await expect.poll(() => page.evaluate(() => readings.length)).toBeGreaterThanOrEqual(2);
});
