import type { EmotionTag } from '../../src/index';
import { announced, expect, test } from '../../testbed/fake-page';

declare global {
  /** What the page's announcer has said. */
  var said: string[];
}

const FIELD = '<label>Text <textarea id="t"></textarea></label><emotion-tag for="t" view="bars"></emotion-tag>';
const label = 'emotion-tag [part=label]';

test('the first key is read at once, and a pause is not waited for', async ({ page, story }) => {
  await page.clock.install();
  await story(FIELD);
  await page.clock.pauseAt(Date.now() + 60_000); // a machine may take its time for a key
  const type = async (text: string, delay: number): Promise<void> => {
    for (const key of text) {
      await page.getByLabel('Text').pressSequentially(key);
      await page.clock.runFor(delay);
    }
  };
  await type('my joy', 60);
  await type(' turns into another feeling that has a long name', 30);
  await page.clock.runFor(150);
  await expect(page.locator(label)).toHaveText('Joy');
  const texts = await page.evaluate(() => engine.texts);
  expect(texts[0]).toBe('m');
  expect(texts.at(-1)).toBe('my joy turns into another feeling that has a long name');
  expect(texts.length).toBeGreaterThan(8); // in the two seconds
  expect(texts.length).toBeLessThan(16);
});

test('a reading that is out of date is veiled, and said to be once; the next one takes the veil away', async ({ page, story }) => {
  await story(FIELD);
  const box = page.getByLabel('Text');
  await box.fill('so much joy');
  await expect(page.locator(label)).toHaveText('Joy');
  await expect(announced(page)).toHaveText('Joy 90%');
  await page.evaluate(() => {
    const region = document.querySelector('[data-emotion-tag=announcer]')!;
    globalThis.said = [];
    new MutationObserver(() => region.textContent && said.push(region.textContent)).observe(region, { childList: true });
    engine.hold();
  });
  await box.pressSequentially(' and then fear', { delay: 30 });
  await expect(page.locator('emotion-tag:state(stale)')).toBeVisible();
  await expect(page.locator('emotion-tag [part=badge]')).toHaveText('Reading…');
  await expect(page.locator('emotion-tag [part=bars]')).toHaveCSS('opacity', '0.3');
  await expect(announced(page)).toHaveText('Reading…');
  await box.fill('only fear');
  await page.evaluate(() => {
    engine.release();
  });
  await expect(page.locator(label)).toHaveText('Fear');
  await expect(page.locator('emotion-tag:state(stale)')).toHaveCount(0);
  await expect(announced(page)).toHaveText('Fear 90%');
  expect(await page.evaluate(() => said)).toEqual(['Reading…', 'Fear 90%']);
});

test('a text that is put back as it was needs no veil', async ({ page, story }) => {
  await story(FIELD);
  const box = page.getByLabel('Text');
  await box.fill('joy');
  await expect(page.locator(label)).toHaveText('Joy');
  await page.evaluate(() => {
    engine.hold();
  });
  await box.press('End');
  await box.press('x');
  await expect(page.locator('emotion-tag:state(stale)')).toBeVisible();
  await box.press('Backspace');
  await page.evaluate(() => {
    engine.release();
  });
  await expect(page.locator('emotion-tag:state(stale)')).toHaveCount(0);
  expect(await page.locator('emotion-tag').evaluate((tag: EmotionTag) => tag.label)).toBe('joy');
});

test('words that a phone composes are read letter by letter; signs on their way to others are not', async ({ page, story }) => {
  await story(FIELD);
  const compose = (data: string): Promise<void> =>
    page.getByLabel('Text').evaluate((box: HTMLTextAreaElement, text) => {
      box.value = text;
      box.dispatchEvent(new InputEvent('input', { isComposing: true, data: text, bubbles: true }));
    }, data);
  await compose('joy');
  await expect(page.locator(label)).toHaveText('Joy');
  await compose('にほ');
  await compose('fear');
  await expect(page.locator(label)).toHaveText('Fear');
  expect(await page.evaluate(() => engine.texts)).toEqual(['joy', 'fear']);
});
