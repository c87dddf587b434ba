/** The page Embed: examples that live and may be changed, lines for each stack, and the element as its manifest tells it. */
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { openFaked, type Scene } from '../../testbed/scenes';
import { expect, test } from '../../testbed/setup';

test.use({ serviceWorkers: 'block' });

const EMBED: Scene = { name: 'embed', hash: '', act: (page) => page.getByRole('link', { name: 'Embed' }).click() };

const example = (page: Page, title: string) =>
  page.locator('live-example', { has: page.getByRole('heading', { name: title, exact: true }) });

test('every example lives, what is written into one shows at once, and nothing of it runs or fetches', async ({ page, serve }) => {
  const complaints: string[] = [];
  page.on('console', (message) => ['error', 'warning'].includes(message.type()) && complaints.push(message.text()));
  page.on('pageerror', ({ message }) => complaints.push(message));
  const asked: string[] = [];
  const server = await serve();
  await openFaked(page, server.url, EMBED);
  page.on('request', (request) => asked.push(request.url()));
  await expect(page.locator('snippet-view')).toHaveCount(10);
  for (const view of await page.locator('snippet-view').all())
    await expect(view.locator('emotion-tag').first()).toHaveAttribute('load', 'click');
  await expect(example(page, 'Baked').locator('[part=label]')).toHaveText('Joy');

  const badge = example(page, 'A badge');
  const html = badge.getByRole('textbox');
  await html.fill('<emotion-tag view="bars" load="eager" text="full of anger"></emotion-tag>');
  await expect(badge.locator('[part=bars]')).toBeVisible();
  await expect(badge.locator('.event')).toHaveText('emotion-change: anger');
  await html.fill(
    '<p lang=ar><emotion-tag load=eager>so much joy</emotion-tag></p><img src="x" onerror="document.title=1"><script>document.title=1</script>',
  );
  await expect(badge.getByRole('status')).toHaveText('Left out on this page: <img>, <script>.');
  await expect(badge.locator('emotion-tag [part=label]')).toHaveText('فرح');
  await expect(badge.locator('snippet-view img, snippet-view script')).toHaveCount(0);
  await html.fill(
    '<div style="color-scheme: dark; background-color: black"><emotion-tag load=eager>so much joy</emotion-tag></div>',
  );
  await expect(badge.locator('snippet-view div')).toHaveCSS('background-color', 'rgb(0, 0, 0)');
  await badge.getByRole('button', { name: 'Reset' }).click();
  await expect(html).toHaveValue(/^<emotion-tag>I can't/);

  const form = example(page, 'A form');
  await form
    .getByRole('textbox', { name: /^HTML/ })
    .fill('<form><emotion-tag name="feeling" load=eager>full of fear</emotion-tag><button>Send</button></form>');
  await expect(form.locator('[part=label]')).toHaveText('Fear');
  await form.getByRole('button', { name: 'Send' }).click();
  await expect(form.locator('.event')).toHaveText('It would send feeling=fear');
  expect(new URL(page.url()).search).toBe('');
  expect(await page.title()).toContain('emotion-tag');
  // The browser asks for the page's icon when it likes.
  expect(asked.filter((url) => !/\/(sizes\.json|icon\.svg|assets\/.*)$/.test(url))).toEqual([]);
  expect(complaints.filter((text) => !text.includes('by Playwright'))).toEqual([]);
});

test('the lines are of the stack that is chosen, the tables those of the manifest, the sizes those of the build', async ({
  page,
  context,
  serve,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const { url } = await serve();
  await page.setViewportSize({ width: 320, height: 800 });
  await page.goto(`${url}/#embed`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Put it on your page');
  await page.getByRole('radio', { name: 'Next.js' }).check();
  await page.getByRole('button', { name: /Copy: In app\/mood.jsx/ }).click();
  await expect(page.locator('code-lines').getByRole('status').filter({ hasText: 'Copied.' })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(readFileSync('examples/next/app/mood.jsx', 'utf8').trim());

  const table = /<!-- table[^]*<!-- \/table -->/.exec(readFileSync('README.md', 'utf8'))![0];
  const text = await (await page.request.get(`${url}/llms.txt`)).text();
  const told = await page.locator('#embed dt code').allTextContents();
  for (const [, name = ''] of table.matchAll(/^\| `([^`]+)`/gm)) {
    expect(told).toContain(name);
    expect(text).toContain(`- \`${name}\``);
  }
  await expect(page.getByRole('row', { name: /^The element, lit included/ })).toContainText(/\d\d kB/);
  await expect(page.getByRole('row', { name: /^The model/ })).toContainText('MB');
  await expect(page.getByRole('link', { name: 'README' })).toHaveAttribute('href', /^https:\/\/github\.com\//);
  for (const details of await page.locator('#embed details').all())
    await details.evaluate((one) => {
      one.setAttribute('open', '');
    });
  for (const name of await page.getByRole('radio').all()) {
    await name.check();
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  }
});

test('the page speaks the language of the app, and its code runs from left to right in each', async ({ page, serve }) => {
  await openFaked(page, (await serve()).url, EMBED);
  const summaries = page.locator('#embed summary');
  const before = await summaries.allTextContents();
  await page.locator('page-settings select').first().selectOption('ar');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('ضعه في صفحتك');
  await expect.poll(async () => (await summaries.allTextContents()).filter((text) => before.includes(text))).toEqual([]);
  await page.getByRole('radio', { name: 'Next.js' }).check();
  await expect(page.locator('#embed .where').last()).toHaveText('في app/mood.jsx، وهو مكوّن يمكن لأي صفحة استخدامه');
  await expect(page.locator('#embed pre').last()).toHaveCSS('direction', 'ltr');
  await expect(page.locator('#embed dl').first()).toHaveCSS('direction', 'ltr');
  await expect(page.locator('#embed .live emotion-tag').first()).toBeVisible();
});
