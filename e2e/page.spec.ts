import { expect, test } from './setup';

test('typing shows a label and a bar for each emotion', async ({ page, serve }) => {
  const server = await serve();
  await page.goto(server.url);
  await page.getByLabel('Your text').pressSequentially('I am so happy that you came to my party!');
  await expect(page.locator('#tag [part=label]')).toHaveText('Joy');
  await expect(page.locator('#bars meter')).toHaveCount(6);
  await expect.poll(() => page.locator('#bars .joy meter').evaluate((meter: HTMLMeterElement) => meter.value)).toBeGreaterThan(0.5);
});

test('plain facts are not forced into an emotion', async ({ page, serve }) => {
  const server = await serve();
  await page.goto(server.url);
  await page.getByRole('button', { name: 'The meeting is at three.' }).click();
  await expect(page.locator('#tag [part=label]')).toHaveText('Not sure');
});

test('clearing the box takes the label away', async ({ page, serve }) => {
  const server = await serve();
  await page.goto(server.url);
  await page.getByLabel('Your text').fill('I am terrified of the dark.');
  await expect(page.locator('#tag [part=label]')).toHaveText('Fear');
  await page.getByLabel('Your text').fill('');
  await expect(page.locator('#tag [part=badge]')).toHaveCount(0);
});

test('nothing is asked of another origin, and nothing at all once the model is here', async ({ page, serve }) => {
  const server = await serve();
  const asked: string[] = [];
  page.context().on('request', (request) => asked.push(request.url()));
  await page.goto(server.url);
  await page.getByLabel('Your text').fill('What a lovely day with my family!');
  await expect(page.locator('#tag [part=label]')).toBeVisible();
  await page.locator('#embedded').scrollIntoViewIfNeeded(); // an unseen tag reads nothing
  await expect(page.locator('#embedded [part=label]')).toBeVisible();
  expect(asked.filter((url) => !url.startsWith(server.url))).toEqual([]);

  const before = server.log.length;
  await page.getByLabel('Your text').fill('canary-7431 is a secret that makes me furious!');
  await expect(page.locator('#tag [part=label]')).toHaveText('Anger');
  expect(server.log.length).toBe(before);
  expect([...asked, ...server.log].join()).not.toContain('canary');
});

for (const [name, width] of [
  ['phone', 360],
  ['desktop', 1440],
] as const) {
  test(`nothing overflows a ${name}`, async ({ page, serve }) => {
    const server = await serve();
    await page.setViewportSize({ width, height: 800 });
    await page.goto(server.url);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  });
}
