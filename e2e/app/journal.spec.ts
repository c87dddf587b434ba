/** The journal: how entries are kept, whatever the browser and another tab do. */
import { isServed } from '../../testbed/app';
import { begin, box, keep, kept } from '../../testbed/journal';
import { LONG } from '../../testbed/long';
import type { Script } from '../../testbed/server';
import { expect, test } from '../../testbed/setup';

test('nothing is kept before a journal is started, and then each entry with what it feels like', async ({ page, serve }) => {
  const { url } = await serve();
  await page.goto(`${url}/#journal`);
  await expect(page.getByRole('button', { name: 'Start a journal' })).toBeVisible();
  const databases = (): Promise<(string | undefined)[]> =>
    page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));
  expect(await databases()).not.toContain('emotion-tag-journal');

  await page.getByRole('button', { name: 'Start a journal' }).click();
  await box(page).pressSequentially('I am so happy that you came to my party! The meeting is at three. ');
  await box(page).pressSequentially('I am terrified of the dark.');
  await expect(kept(page)).toHaveText('Kept on this device. Joy in 1 of 3 sentences, fear in 1.');
  await page.reload();
  const entry = page.getByRole('article');
  await expect(entry).toContainText('I am so happy that you came to my party!');
  await expect(entry.locator('.mood')).toHaveText('Joy in 1 of 3 sentences, fear in 1');
  await expect(entry.locator('.sentence.fear')).toHaveText('I am terrified of the dark.');
});

test('an entry is changed, read again, and deleted', async ({ page, serve }) => {
  await begin(page, (await serve()).url);
  await box(page).fill('I am so happy that you came to my party!');
  await page.getByRole('button', { name: 'Done' }).click();
  await expect(box(page)).toHaveValue('');
  await expect(page.locator('.mood')).toHaveText('Joy');

  await page.getByRole('button', { name: /^Edit the entry/ }).click();
  await expect(box(page)).toBeFocused();
  await box(page).fill('I am furious with all of them!');
  await page.getByLabel('Date').fill('2024-02-29');
  await expect(page.locator('.mood')).toHaveText('Anger');
  await expect(page.getByRole('heading', { name: 'Thursday, 29 February 2024' })).toBeVisible();
  await page.getByRole('button', { name: 'Undo changes' }).click();
  await expect(page.locator('.mood')).toHaveText('Joy');

  page.on('dialog', (dialog) => void dialog.accept());
  await page.getByRole('button', { name: /^Delete the entry/ }).click();
  await expect(page.getByRole('article')).toHaveCount(0);
  await expect(box(page)).toHaveValue('');
  await page.reload();
  await expect(page.getByText('What you write stands here.')).toBeVisible();
});

test.describe('without a service worker, so that the next page comes when the server says so', () => {
  test.use({ serviceWorkers: 'block' });

  test('a reload in the middle of a word is asked about, and loses nothing', async ({ context, page, serve }) => {
    let release = (): void => undefined;
    let mayReload = Promise.resolve();
    const script: Script = async (path) => {
      if (path === '/') await mayReload;
      return false;
    };
    await page.clock.install();
    const { url } = await serve({ script });
    await begin(page, url);
    const other = await context.newPage();
    await other.goto(`${url}/#journal`);
    await expect(box(other)).toBeVisible();
    await page.bringToFront();
    await page.clock.pauseAt(Date.now() + 60_000); // so that no pause comes in which it is kept
    await box(page).pressSequentially('Nobody saw me le');
    mayReload = new Promise((resolve) => (release = resolve));
    const asked = page.waitForEvent('dialog').then((dialog) => dialog.accept());
    const reloaded = page.reload();
    await asked;
    await expect(other.getByRole('article')).toContainText('Nobody saw me le'); // kept while the next page is on its way
    release();
    await reloaded;
    await expect(page.getByRole('article')).toContainText('Nobody saw me le');
  });
});

test('nothing of a journal leaves the device', async ({ page, serve }) => {
  const server = await serve();
  const asked: string[] = [];
  page.context().on('request', (request) => asked.push(`${request.url()} ${request.postData() ?? ''}`));
  await begin(page, server.url);
  await isServed(page);
  await box(page).fill('I am so happy!');
  await expect(kept(page)).toContainText('Joy');
  const before = server.log.length;
  await box(page).fill('canary-7431 is a secret that makes me furious!');
  await expect(kept(page)).toContainText('Anger');
  const isUpdateCheck = (line: string): boolean => line.startsWith('/sw.js '); // the browser's own, when it likes
  expect(server.log.slice(before).filter((line) => !isUpdateCheck(line))).toEqual([]);
  expect([...asked, ...server.log].join()).not.toContain('canary');
});

// fault: journal | the disk is full while somebody writes | `put` over quota | "no room left", and a file to save; kept once there is room | the entry, in memory until then
test('where storage is full, what is written stays, is offered as a file, and is kept once there is room', async ({
  page,
  serve,
}) => {
  await page.addInitScript(() => {
    const stores = IDBObjectStore.prototype as { put: (this: IDBObjectStore, ...rest: unknown[]) => unknown };
    const { put } = stores;
    Object.assign(globalThis, { isFull: false });
    stores.put = function (...rest) {
      if ((globalThis as { isFull?: boolean }).isFull) throw new DOMException('full', 'QuotaExceededError');
      return put.apply(this, rest);
    };
  });
  await begin(page, (await serve()).url);
  await page.evaluate(() => Object.assign(globalThis, { isFull: true }));
  await box(page).fill('I am so happy that you came!');
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('no room left');
  await expect(alert).toContainText('One entry is not kept');
  const download = page.waitForEvent('download');
  await alert.getByRole('button', { name: 'Save as a file' }).click();
  const stream = await (await download).createReadStream();
  let file = '';
  for await (const piece of stream) file += String(piece);
  expect(JSON.parse(file)).toMatchObject({ entries: [{ text: 'I am so happy that you came!' }] });

  await page.evaluate(() => Object.assign(globalThis, { isFull: false }));
  await alert.getByRole('button', { name: 'Try again' }).click();
  await expect(alert).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole('article')).toContainText('I am so happy that you came!');
});

// fault: journal | storage is denied | IndexedDB throws | the journal works, and says that it keeps nothing | nothing
test('where storage is denied the journal works from memory, and says so', LONG, async ({ page, serve }) => {
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('denied', 'SecurityError');
    };
  });
  await begin(page, (await serve()).url);
  await box(page).fill('I am so happy that you came!');
  await expect(page.getByRole('alert')).toContainText('keeps nothing');
  await expect(page.locator('.mood')).toHaveText('Joy');
});

test('two tabs have one journal', LONG, async ({ context, page, serve }) => {
  const { url } = await serve();
  await begin(page, url);
  await box(page).fill('I am so happy that you came!');
  await expect(page.locator('.mood')).toHaveText('Joy');
  const other = await context.newPage();
  await other.goto(`${url}/#journal`);
  await other.getByRole('button', { name: /^Edit the entry/ }).click();
  await box(other).fill('Written in the other tab.');
  await expect(page.getByRole('article')).toContainText('Written in the other tab.');
  await expect(box(page)).toHaveValue('Written in the other tab.');
});

test('what an input method composes is one entry, and no keeping tears it', async ({ page, serve }) => {
  await begin(page, (await serve()).url);
  const keyboard = await page.context().newCDPSession(page);
  const compose = (text: string): Promise<unknown> =>
    keyboard.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
  await box(page).focus();
  await compose('う');
  await compose('うれ');
  await expect(kept(page)).toContainText('Kept on this device.'); // in the middle of the word
  await compose('うれしい');
  await expect(box(page)).toHaveValue('うれしい');
  await keyboard.send('Input.insertText', { text: '嬉しい' });
  await expect(box(page)).toHaveValue('嬉しい');
  await expect(page.getByRole('article')).toHaveCount(1);
  await expect(page.getByRole('article')).toContainText('嬉しい');
});

test('a pasted picture is told, a clock that was set back doubted, and where help is said', async ({ page, serve }) => {
  await page.clock.setFixedTime(new Date('2026-03-01T12:00:00'));
  await begin(page, (await serve()).url);
  await keep(page, [{ at: '2026-05-01T12:00', text: 'What a day!', label: 'joy' }]);
  await expect(page.getByText('Your newest entry is of Friday, 1 May 2026, but this device says')).toBeVisible();
  await box(page).evaluate((box) => {
    const clipboardData = new DataTransfer();
    clipboardData.items.add(new File(['x'], 'x.png', { type: 'image/png' }));
    box.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  });
  await expect(kept(page)).toHaveText('Only text can be read here, not a picture or a file.');
  await box(page).fill('I just want to die.');
  await expect(page.getByRole('note').getByRole('link')).toHaveAttribute('href', 'https://findahelpline.com');
  await expect(page.getByRole('article')).toHaveCount(2);
});

test('a paste of ten megabytes is kept whole, and said to be read in part', LONG, async ({ page, serve }) => {
  await begin(page, (await serve()).url);
  await box(page).evaluate((box: HTMLTextAreaElement) => {
    box.value = 'I am so happy that you came to my party! '.repeat(250_000);
    box.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await expect(page.locator('.mood')).toContainText('only its beginning was read');
  await page.reload();
  await expect(page.locator('.mood')).toContainText('only its beginning was read');
  await page.getByRole('button', { name: /^Edit the entry/ }).click();
  expect(await box(page).evaluate((box: HTMLTextAreaElement) => box.value.length)).toBe(10_250_000);
});
