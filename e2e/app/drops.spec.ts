/** What somebody drops on the page, and what files call themselves and their columns: shown as text, and nothing leads away. */
import { isServed } from '../../testbed/app';
import { begin, open, saved, work } from '../../testbed/files';
import { expect, test } from '../../testbed/setup';

const EVIL = '<img src=x onerror="document.title=1"><s>struck</s>';

test('names of files, columns, cells and labels are shown as text, and saved as they were', async ({ page, serve }) => {
  await page.goto(`${(await serve()).url}/#files`);
  const title = await page.title();
  const cell = `"I am so happy! ${EVIL.replaceAll('"', '""')}"`;
  await open(page, 'a<img src=x onerror=document.title=1>.csv', `text,<u>note</u>\n${cell},${cell}\n`);
  await expect(page.getByRole('heading', { name: 'a<img' })).toBeVisible();
  await page.getByLabel('Column with the right emotion').selectOption('<u>note</u>');
  await begin(page);
  await expect(work(page)).toHaveText(/^Done: /);
  await page.getByRole('region', { name: 'Table of rows' }).getByRole('button').first().click();
  await expect(page.locator('figure.picked blockquote')).toContainText(EVIL);
  await expect(page.locator('job-comparison')).toContainText(EVIL); // a label that is none of ours
  await expect(page.locator('#files :is(img, s, u)')).toHaveCount(0);
  expect(await page.title()).toBe(title);
  expect((await saved(page, 'CSV')).text).toContain(cell);
});

// fault: files | a link is dropped on the page, or dragged into its box | drag events with an address | nothing outside of the box; the box takes it as text | what was typed
test('a link that is dropped leads nowhere, and a field takes it as text', async ({ page, serve }) => {
  await page.goto((await serve()).url);
  await isServed(page);
  await expect(page.locator('#tag')).toBeAttached(); // the page listens
  const isRefused = (selector: string): Promise<boolean> =>
    page.locator(selector).evaluate((element) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.setData('text/uri-list', 'https://elsewhere.example/');
      const event = new DragEvent('dragover', { bubbles: true, composed: true, cancelable: true, dataTransfer });
      element.dispatchEvent(event);
      return event.defaultPrevented;
    });
  expect(await isRefused('h1')).toBe(true);
  expect(await isRefused('textarea')).toBe(false);
});

// fault: files | a folder is dropped, alone or among files | an entry that is a directory | its name, and that it could not be opened; the file beside it opens | nothing of the folder
test('a folder that is dropped is told, and the file beside it opens', async ({ page, serve }) => {
  await page.goto((await serve()).url);
  await isServed(page);
  await expect(page.locator('#tag')).toBeAttached(); // the page listens
  await page.evaluate(() => {
    DataTransferItem.prototype.webkitGetAsEntry = function () {
      const name = this.getAsFile()?.name ?? '';
      return { isDirectory: name === 'folder', name } as FileSystemEntry;
    };
  });
  const drop = (names: readonly string[]): Promise<void> =>
    page.evaluate((names) => {
      const dataTransfer = new DataTransfer();
      for (const name of names) dataTransfer.items.add(new File(['I am so happy!'], name));
      document.body.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer }));
    }, names);
  await drop(['folder']);
  await expect(page.getByText('folder could not be opened')).toBeVisible();
  await drop(['folder', 'a.txt']);
  await expect(page.getByRole('heading', { name: 'a.txt' })).toBeVisible();
});
