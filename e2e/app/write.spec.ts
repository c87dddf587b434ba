import { isServed } from '../../testbed/app';
import { LONG } from '../../testbed/long';
import { expect, test } from '../../testbed/setup';

test('typing shows a label and a bar for each emotion', async ({ page, serve }) => {
  const server = await serve();
  await page.goto(server.url);
  await page.getByLabel('Your text').pressSequentially('I am so happy that you came to my party!');
  await expect(page.locator('#tag [part=label]')).toHaveText('Joy');
  await expect(page.locator('#tag').getByRole('meter')).toHaveCount(6);
  await expect(page.locator('#tag').getByRole('meter', { name: 'Joy' })).toHaveAttribute('aria-valuetext', /^(>99|[6-9]\d)%$/);
});

test('plain facts are not forced into an emotion', LONG, async ({ page, serve }) => {
  const server = await serve();
  await page.goto(server.url);
  await page.getByRole('button', { name: 'The meeting is at three.' }).click();
  await expect(page.locator('#tag [part=label]')).toHaveText('Not sure');
});

test('clearing the box takes the label away, and the model is known to be here', LONG, async ({ page, serve }) => {
  const server = await serve();
  await page.goto(server.url);
  await page.getByLabel('Your text').fill('I am terrified of the dark.');
  await expect(page.locator('#tag [part=label]')).toHaveText('Fear');
  await page.getByLabel('Your text').fill('');
  await expect(page.locator('#tag [part=badge]')).toHaveCount(0);
  await expect(page.locator('#note')).toHaveText(/^The model is on this device/); // and is not said to be downloaded once more
});

test('nothing is asked of another origin, and nothing at all once the model is here', async ({ page, serve }) => {
  const server = await serve();
  const asked: string[] = [];
  page.context().on('request', (request) => asked.push(request.url()));
  await page.goto(server.url);
  await isServed(page);
  await page.getByLabel('Your text').fill('What a lovely day with my family!');
  await expect(page.locator('#tag [part=label]')).toBeVisible();
  await page.getByRole('link', { name: 'Embed' }).click();
  await expect(page.locator('#embed [part=label]').first()).toBeVisible();
  await expect(page.getByRole('row', { name: /^The model/ })).toContainText('MB'); // the last that the page asks for
  expect(asked.filter((url) => !url.startsWith(server.url))).toEqual([]);

  await page.getByRole('link', { name: 'Write' }).click();
  const before = server.log.length;
  await page.getByLabel('Your text').fill('canary-7431 is a secret that makes me furious!');
  await expect(page.locator('#tag [part=label]')).toHaveText('Anger');
  expect(server.log.slice(before)).toEqual([]);
  expect([...asked, ...server.log].join()).not.toContain('canary');
});

for (const [name, width] of [
  ['phone', 320],
  ['desktop', 1920],
] as const) {
  test(`nothing overflows a ${name}`, async ({ page, serve }) => {
    const server = await serve();
    await page.setViewportSize({ width, height: 800 });
    for (const id of ['write', 'journal', 'files', 'model', 'embed', 'about']) {
      await page.goto(`${server.url}/#${id}`);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth), id).toBeLessThanOrEqual(width);
    }
  });
}

test('a long text becomes an arc that the keyboard can walk along', LONG, async ({ page, serve }) => {
  const server = await serve();
  await page.goto(server.url);
  await page.getByLabel('Your text').fill('I am so happy that you came! Then I was terrified of the dark. I am furious with them!');
  const slider = page.getByRole('slider', { name: 'Sentence' });
  await expect(slider).toHaveAttribute('aria-valuetext', 'Sentence 1 of 3: joy');
  await expect(page.locator('.mark')).toHaveCount(3);
  await slider.press('ArrowRight');
  await expect(slider).toHaveAttribute('aria-valuetext', 'Sentence 2 of 3: fear');
  await expect(page.locator('blockquote')).toHaveText('Then I was terrified of the dark.');
  await expect(page.locator('#mirror .picked')).toHaveText('Then I was terrified of the dark.');
  await slider.press('End');
  await expect(page.locator('.picked [part=label]')).toHaveText('Anger');
  await page.locator('.picked').getByRole('button', { name: 'Why?' }).click();
  await expect(page.locator('.picked [part=word]').first()).toHaveText(/furious/);

  await page.getByLabel('Your text').fill('I am so happy!');
  await expect(slider).toBeHidden();
});

test('on a phone the marks of 150 sentences stay apart and inside, and the chosen one is seen', LONG, async ({ page, serve }) => {
  await page.setViewportSize({ width: 320, height: 800 });
  await page.goto((await serve()).url);
  await page.getByLabel('Your text').fill('I am so happy! I am so sad. '.repeat(75));
  await expect(page.locator('.mark')).toHaveCount(150);
  const { sides, thickness, cursor } = await page.locator('.course').evaluate((course) => {
    const { left, right } = course.getBoundingClientRect();
    const marks = [...course.querySelectorAll('.mark')];
    const thickness = parseFloat(getComputedStyle(marks[0]!).strokeWidth);
    const [first, last] = [marks[0]!, marks.at(-1)!].map((mark) => mark.getBoundingClientRect());
    const edge = getComputedStyle(course.querySelector('.cursor')!);
    return {
      sides: [first!.left + first!.width / 2 - left, right - last!.left - last!.width / 2],
      thickness,
      cursor: edge.stroke === 'none' ? 0 : parseFloat(edge.strokeWidth),
    };
  });
  expect(thickness).toBeLessThan(5); // of the 270 pixels that 75 marks of a lane share
  expect(Math.min(...sides)).toBeGreaterThan(thickness / 2);
  expect(cursor).toBeGreaterThanOrEqual(1);
});

test('what is written from right to left stands on the right', async ({ page, serve }) => {
  await page.goto((await serve()).url);
  const box = page.getByLabel('Your text');
  await box.fill('أنا سعيد جدا');
  await expect(box).toHaveCSS('direction', 'rtl');
  await box.fill('I am so happy!');
  await expect(box).toHaveCSS('direction', 'ltr');
});

test('says what a text that gets no label lacks', async ({ page, serve }) => {
  const server = await serve();
  await page.goto(server.url);
  const note = page.locator('#note');
  await expect(note).toContainText('downloaded once');
  await page.getByLabel('Your text').fill('The meeting is at three.');
  await expect(note).toContainText('No emotion is strong enough');
  await page.getByLabel('Your text').fill('Ich bin heute furchtbar traurig und weiß nicht warum.');
  await expect(note).toContainText('does not look like English');
});

test('every link leads to a page of the app, so that none ends what runs here or needs a network', async ({ page, serve }) => {
  const { url } = await serve();
  for (const id of ['write', 'journal', 'files', 'model', 'embed', 'about']) {
    await page.goto(`${url}/#${id}`);
    await expect(page.locator(`#${id} h1`)).toBeVisible();
  }
  await expect(page.locator('about-page h2').first()).toBeAttached();
  const targets = await page.locator('a:not([target])').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  expect(new Set(targets)).toEqual(new Set(['#write', '#journal', '#files', '#model', '#embed', '#about']));
});

test('an address names a page, and what was written stays when somebody looks at another', async ({ page, serve }) => {
  const server = await serve();
  await page.goto(`${server.url}/#about`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('About');
  await page.getByRole('link', { name: 'Write' }).click();
  await page.getByLabel('Your text').fill('I am so happy!');
  await page.getByRole('link', { name: 'Model', exact: true }).click();
  await expect(page.getByRole('link', { name: 'Model', exact: true })).toHaveAttribute('aria-current', 'page');
  await page.goBack();
  await expect(page.getByLabel('Your text')).toHaveValue('I am so happy!');
});

test('a paste of ten megabytes leaves the page at work', LONG, async ({ page, serve }) => {
  const server = await serve();
  await page.goto(server.url);
  await page.getByLabel('Your text').evaluate((box: HTMLTextAreaElement) => {
    box.value = 'I am so happy that you came to my party! '.repeat(250_000);
    box.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await expect(page.locator('#note')).toContainText('Only the first 10,000 characters were read.');
  await expect(page.locator('#tag [part=label]')).toHaveText('Joy');
});
