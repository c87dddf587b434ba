import type { Page } from '@playwright/test';
import { openFaked, SCENES } from '../../testbed/scenes';
import { LONG } from '../../testbed/long';
import { expect, test } from '../../testbed/setup';

/** As somebody does who sets larger letters in the browser, in percent. */
const enlarge = (page: Page, size: number): Promise<void> =>
  page.evaluate((percent) => {
    document.documentElement.style.fontSize = `${String(percent)}%`;
  }, size);

const TEXT = 'I was terrified of the dark. Then you came and I was so happy! Now you are gone and I cry every night.';

test('a text is summed up in a sentence, in shares and by its strongest sentences', async ({ page, serve }) => {
  await page.goto((await serve()).url);
  await page.getByLabel('Your text').fill(TEXT);
  await expect(page.locator('#summary')).toHaveText('Begins in fear, turns to joy, ends in sadness.');
  await expect(page.getByRole('list', { name: 'Shares of the text' }).getByRole('listitem')).toHaveText([/%/, /%/, /%/]);
  await expect(page.locator('.strip')).toHaveCount(6);
  await page
    .locator('.strongest')
    .getByRole('button', { name: /so happy/ })
    .click();
  await expect(page.getByRole('slider', { name: 'Sentence' })).toHaveAttribute('aria-valuetext', 'Sentence 2 of 3: joy');
});

test('sentences are tinted in the box, letter for letter, and the caret picks one', async ({ page, serve }) => {
  await page.goto((await serve()).url);
  const box = page.getByLabel('Your text');
  await box.pressSequentially(TEXT);
  await expect(page.locator('#mirror mark')).toHaveCount(3);
  await expect(page.locator('#mirror')).toHaveText(TEXT);
  await expect(page.locator('#mirror mark.joy')).toHaveText('Then you came and I was so happy!');
  const slider = page.getByRole('slider', { name: 'Sentence' });
  await box.press('ControlOrMeta+Home');
  await expect(slider).toHaveAttribute('aria-valuetext', 'Sentence 1 of 3: fear');
  for (let i = 0; i < 34; i++) await box.press('ArrowRight');
  await expect(slider).toHaveAttribute('aria-valuetext', 'Sentence 2 of 3: joy');
  await box.press('ControlOrMeta+a');
  await box.press('Delete');
  await expect(page.locator('#mirror mark')).toHaveCount(0);
  await box.press('ControlOrMeta+z');
  await expect(box).toHaveValue(TEXT);
});

test(
  'a pointer goes from a sentence to what it feels, and back from the reading to the sentence',
  LONG,
  async ({ page, serve }) => {
    await page.goto((await serve()).url);
    await page.getByLabel('Your text').fill(TEXT);
    const marks = page.locator('#mirror mark');
    await expect(marks).toHaveCount(3);
    const { x, y } = await marks.nth(1).evaluate((mark) => mark.getClientRects()[0]!);
    await page.mouse.move(x + 8, y + 8);
    await expect(page.locator('#hover')).toHaveText(/^Joy · (clear|likely|slight)$/);
    await expect(marks.nth(1)).toHaveClass(/looked/);
    await expect(page.locator('.cursor')).toHaveAttribute('x', '1');
    await page
      .locator('.strongest')
      .getByRole('button', { name: /terrified/ })
      .hover();
    await expect(page.locator('#hover')).toBeHidden();
    await expect(marks.nth(0)).toHaveClass(/looked/);
  },
);

for (const [name, width, size] of [
  ['phone', 360, 100],
  ['phone with letters twice as large', 360, 200],
  ['desktop', 1280, 100],
] as const)
  test(`on a ${name} the tints lie where the box draws its lines`, LONG, async ({ page, serve }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.goto((await serve()).url);
    await enlarge(page, size);
    await page.getByLabel('Your text').fill(`${TEXT}\n\n`.repeat(12));
    await expect(page.locator('#mirror mark')).toHaveCount(36);
    const [copy, drawn] = await page.evaluate(() => {
      const box = document.querySelector('textarea')!;
      const style = getComputedStyle(box);
      const layer = document.querySelector<HTMLElement>('#mirror > div')!;
      return [layer.offsetHeight, box.scrollHeight - parseFloat(style.paddingTop) - parseFloat(style.paddingBottom)];
    });
    expect(Math.abs(copy - drawn)).toBeLessThanOrEqual(2 * 33 * (size / 100)); // the empty lines at its end
    await page.getByLabel('Your text').evaluate((box) => {
      box.scrollTop = 120;
    });
    await expect(page.locator('#mirror > div')).toHaveCSS('translate', /^0px -\d+/);
    // The page runs the other way now, the text does not; and a text that does.
    const side = (id: string): Promise<string> => page.locator(id).evaluate((part) => getComputedStyle(part).direction);
    await page.locator('page-settings select').first().selectOption('ar');
    await expect.poll(() => side('#mirror')).toBe('ltr');
    await page.locator('#text').fill('أنا سعيد جدا.');
    await expect.poll(() => side('#mirror')).toBe('rtl');
  });

test('a text that speaks of wanting to die has a quiet line that can be hidden, and asks nobody', async ({ page, serve }) => {
  const server = await serve();
  const asked: string[] = [];
  page.context().on('request', (request) => asked.push(request.url()));
  await page.goto(server.url);
  const box = page.getByLabel('Your text');
  await box.fill('I am dying to see you!');
  await expect(page.locator('#tag [part=label]')).toBeVisible();
  await expect(page.getByRole('note')).toHaveCount(0);
  await box.fill('Work was fine. I just want to die.');
  const link = page.getByRole('note').getByRole('link');
  await expect(link).toHaveAttribute('href', 'https://findahelpline.com');
  await page.getByRole('button', { name: 'Hide this' }).click();
  await expect(page.getByRole('note')).toHaveCount(0);
  await box.fill('I want to kill myself.');
  await expect(page.getByRole('note')).toHaveCount(0);
  expect(asked.filter((url) => !url.startsWith(server.url))).toEqual([]);
});

test('on a phone the gist of the reading stands at the foot of the box while somebody writes', LONG, async ({ page, serve }) => {
  await page.setViewportSize({ width: 360, height: 420 });
  await page.goto((await serve()).url);
  const box = page.getByLabel('Your text');
  await box.pressSequentially('I am so happy that you came!');
  await expect(page.locator('#foot')).toHaveText(/^Joy · (clear|likely|slight)$/);
  await expect(page.locator('#foot')).toBeInViewport();
});

test.describe('answered by the fake engine', () => {
  test.use({ serviceWorkers: 'block' });

  test('while “Why?” is open its sentence stands in the card once, and the button stays in its place', async ({ page, serve }) => {
    await openFaked(
      page,
      (await serve()).url,
      SCENES.find(({ name }) => name === 'write-read')!,
    );
    const card = page.locator('.picked');
    const [quote, shaded, why] = [
      card.locator('blockquote'),
      card.locator('[part=shaded]'),
      card.getByRole('button', { name: 'Why?' }),
    ];
    await expect(shaded).toHaveText('Then the anger was back: they cancelled the train again and told nobody.');
    await expect(quote).toBeHidden();
    const pressed = await why.boundingBox();
    await why.click();
    await expect(quote).toHaveText('Then the anger was back: they cancelled the train again and told nobody.');
    await expect(quote).toBeVisible();
    await expect(shaded).toHaveCount(0);
    expect(await why.boundingBox()).toEqual(pressed);
    await why.click();
    await expect(quote).toBeHidden();
    await page.getByRole('slider', { name: 'Sentence' }).press('ArrowRight');
    await expect(quote).toHaveText('It was such a surprise that I laughed out loud.');
    await expect(quote).toBeVisible();
  });
});
