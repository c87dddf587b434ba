/** What the system hands to the app: the share sheet, files opened with it, shortcuts. */
import type { Page } from '@playwright/test';
import { isServed } from '../../testbed/app';
import { LONG } from '../../testbed/long';
import { expect, test } from '../../testbed/setup';

const label = (page: Page) => page.locator('#tag [part=label]');
const box = (page: Page) => page.getByLabel('Your text');

/** Open the page and wait until the service worker answers for it. */
async function openServed(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await isServed(page);
}

/** What the system does when something is shared: it posts a form to the manifest's target. */
async function share(page: Page, fields: Record<string, string>, files: Record<string, string> = {}): Promise<void> {
  const target = await page.evaluate(async () => {
    const manifest = (await (await fetch('./manifest.webmanifest')).json()) as {
      share_target: Record<'action' | 'method' | 'enctype', string>;
    };
    return manifest.share_target;
  });
  await page.evaluate(
    ({ target, fields, files }) => {
      const form = Object.assign(document.createElement('form'), target);
      for (const [name, value] of Object.entries(fields)) {
        const field = Object.assign(document.createElement('textarea'), { name });
        field.value = value;
        form.append(field);
      }
      const input = Object.assign(document.createElement('input'), { type: 'file', name: 'files', multiple: true });
      const chosen = new DataTransfer();
      for (const [name, text] of Object.entries(files)) chosen.items.add(new File([text], name, { type: 'text/plain' }));
      input.files = chosen.files;
      form.append(input);
      document.body.append(form);
      form.submit();
    },
    { target, fields, files },
  );
}

test('a shared text is in the box and read, and is nowhere else', async ({ page, serve }) => {
  const server = await serve();
  await openServed(page, server.url);
  await share(page, { title: 'A page', text: 'zyzzyva makes me so happy!', url: 'https://elsewhere.example/' });
  await expect(box(page)).toHaveValue('zyzzyva makes me so happy!');
  await expect(label(page)).toHaveText('Joy');
  expect(page.url()).toBe(`${server.url}/#write`);
  expect(server.log.filter((line) => line.includes('share'))).toEqual([]);
  const kept = await page.evaluate(async () => {
    const found = [location.href, JSON.stringify(history.state), JSON.stringify(performance.getEntries())];
    for (const name of await caches.keys()) for (const { url } of await (await caches.open(name)).keys()) found.push(url);
    found.push(JSON.stringify(localStorage), JSON.stringify(sessionStorage));
    found.push(...(await indexedDB.databases()).map(({ name }) => name ?? ''));
    return found.join();
  });
  expect(kept).not.toContain('zyzzyva');
  expect(kept).not.toContain('/share');

  await page.reload(); // it was handed over once
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  expect(page.url()).toBe(`${server.url}/#write`);
});

test('sharing works offline, and a share without text takes the title, else the address', LONG, async ({ page, serve }) => {
  const server = await serve();
  await openServed(page, server.url);
  await box(page).fill('I am so happy!');
  await expect(label(page)).toHaveText('Joy');
  await server.close();
  await share(page, { title: 'I am scared to death.', text: ' ', url: 'https://elsewhere.example/' });
  await expect(box(page)).toHaveValue('I am scared to death.');
  await expect(label(page)).toHaveText('Fear');
  await share(page, { url: 'https://elsewhere.example/' });
  await expect(box(page)).toHaveValue('https://elsewhere.example/');
});

// fault: page life | a share of nothing, and one that is no form | a post to `share` | the page, as it is | nothing
test('a share of nothing, and one that is no form, open the page as it is', async ({ page, serve }) => {
  const server = await serve();
  await openServed(page, server.url);
  await share(page, { text: '' });
  await expect(page).toHaveURL(`${server.url}/#write`);
  await expect(box(page)).toHaveValue('');
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await page.evaluate(() => {
    const form = Object.assign(document.createElement('form'), { action: './share', method: 'post', enctype: 'text/plain' });
    document.body.append(form);
    form.submit();
  });
  await expect(page).toHaveURL(`${server.url}/#write`);
  await expect(box(page)).toHaveValue('');
});

// fault: page life | a page’s frames share; a text of two million characters is shared | forms posted to `share` | nothing of the frames; the text, cut at 100,000 | nothing
test('what frames of another page share is dropped, and a text longer than anybody reads is cut', async ({ page, serve }) => {
  const { url } = await serve();
  await page.goto(url);
  await isServed(page);
  await page.evaluate(async () => {
    for (const name of ['first', 'second']) {
      const frame = Object.assign(document.createElement('iframe'), { name });
      document.body.append(frame);
      const form = Object.assign(document.createElement('form'), { action: './share', method: 'post', target: name });
      form.enctype = 'multipart/form-data';
      form.append(Object.assign(document.createElement('textarea'), { name: 'text', value: `flood of the ${name}` }));
      document.body.append(form);
      const isLoaded = new Promise((resolve) => {
        frame.addEventListener('load', resolve, { once: true });
      });
      form.submit();
      await isLoaded;
    }
  });
  await page.reload();
  await expect(page.getByLabel('Your text')).toHaveValue('');
  await share(page, { text: `I am so happy! ${'x'.repeat(2_000_000)}` });
  await expect(page.getByLabel('Your text')).toHaveValue(/^I am so happy! x+$/);
  expect((await page.getByLabel('Your text').inputValue()).length).toBe(100_000);
});

test('a shared file is opened, ready to be labelled', async ({ page, serve }) => {
  const server = await serve();
  await openServed(page, server.url);
  await share(page, {}, { 'notes.csv': 'text\nI am so happy!' });
  await expect(page).toHaveURL(`${server.url}/#files`);
  await expect(page.getByRole('heading', { name: 'notes.csv' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Analyse every row' })).toBeEnabled();
});

/** Stands for the browser's queue of launches. */
const LAUNCHES = `
  let consume, waiting = [];
  const launchQueue = { setConsumer(consumer) { consume = consumer; waiting.splice(0).forEach(consume); } };
  Object.defineProperty(globalThis, 'launchQueue', { value: launchQueue });
  globalThis.launch = (params) => consume ? consume(params) : waiting.push(params);`;

test('a launch of the running app goes to the page that it names and leaves what was typed', async ({ page, serve }) => {
  await page.addInitScript(LAUNCHES);
  const server = await serve();
  await openServed(page, server.url);
  await box(page).fill('I am so happy!');
  await page.evaluate('launch({ targetURL: new URL("./#files", location.href).href, files: [] })');
  await expect(page).toHaveURL(`${server.url}/#files`);
  await page.evaluate('launch({ targetURL: new URL("./#write", location.href).href, files: [] })');
  await expect(page).toHaveURL(`${server.url}/#write`);
  await expect(box(page)).toHaveValue('I am so happy!');
  await page.evaluate('launch({ files: [{ getFile: async () => new File(["I am so happy!"], "notes.txt") }] })');
  await expect(page).toHaveURL(`${server.url}/#files`);
  await expect(page.getByRole('heading', { name: 'notes.txt' })).toBeVisible();
});

// fault: files | a file is gone when the system opens it | a launch whose handle rejects | its name, and what to do | nothing
test('a file that is gone when it is opened is named', async ({ page, serve }) => {
  await page.addInitScript(LAUNCHES);
  await openServed(page, (await serve()).url);
  await page.evaluate(
    'launch({ files: [{ name: "gone.txt", getFile: () => Promise.reject(new DOMException("", "NotFoundError")) }] })',
  );
  await expect(page.getByText('gone.txt could not be opened')).toBeVisible();
});

/** Tells of each look at what was copied. */
const COUNT_PASTES = `
  const readText = navigator.clipboard?.readText.bind(navigator.clipboard);
  if (readText) navigator.clipboard.readText = () => (globalThis.pasted(), readText());`;

test.describe('the shortcut that pastes', () => {
  const copy = (page: Page, text: string): Promise<void> => page.evaluate((text) => navigator.clipboard.writeText(text), text);

  test('pastes once where that is allowed, and not again with a launch or a reload', LONG, async ({ page, context, serve }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const server = await serve();
    await page.goto(server.url);
    await copy(page, 'I am so happy!');
    let pastes = 0;
    await page.exposeFunction('pasted', () => pastes++);
    await page.addInitScript(COUNT_PASTES);
    await page.addInitScript(`${LAUNCHES}; if (location.hash.endsWith('?paste')) launch({ targetURL: location.href, files: [] });`);
    await page.goto('about:blank');
    await page.goto(`${server.url}/#write?paste`);
    await expect(label(page)).toHaveText('Joy');
    await expect(box(page)).toHaveValue('I am so happy!');
    await expect(page).toHaveURL(`${server.url}/#write`);
    await page.reload();
    await box(page).fill('I am so happy!');
    await expect(label(page)).toHaveText('Joy');
    expect(pastes).toBe(1);

    await copy(page, ' And so scared.');
    await page.evaluate('launch({ targetURL: new URL("./#write?paste", location.href).href, files: [] })');
    await expect(box(page)).toHaveValue('I am so happy! And so scared.');
    expect(pastes).toBe(2);
  });

  test('else offers the button, which keeps what was typed', async ({ page, context, serve }) => {
    const server = await serve();
    await page.goto(`${server.url}/#write?paste`);
    const button = page.getByRole('button', { name: 'Paste' });
    await expect(button).toBeFocused();
    await expect(box(page)).toHaveValue('');
    await button.press('Enter'); // nobody allows it: the person's own paste goes into the box
    await expect(box(page)).toBeFocused();
    await box(page).fill('Well: ');
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await copy(page, 'joy');
    await button.evaluate((button: HTMLButtonElement) => {
      button.click();
      button.click();
    });
    await expect(box(page)).toHaveValue('Well: joy');
  });
});
