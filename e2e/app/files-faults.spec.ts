/** Files, networks and browsers that the Files page must live with: a clear message, and the next file is read. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { begin, open, saved, work } from '../../testbed/files';
import { LONG } from '../../testbed/long';
import { expect, test } from '../../testbed/setup';

// fault: files | an empty file, a picture named .csv, no workbook inside .xlsx, 200 MB, no rows | files of each kind | a sentence for each; the next file is read | nothing
test('a file that cannot be labelled is refused in words, and the next one is read', async ({ page, serve }) => {
  const server = await serve();
  await page.goto(`${server.url}/#files`);
  const alert = page.getByRole('alert');
  await open(page, 'empty.csv', '');
  await expect(alert).toHaveText('empty.csv is empty.');
  await open(page, 'picture.csv', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 0, 0, 0, 1]));
  await expect(alert).toContainText('picture.csv is a PNG picture');
  await open(page, 'table.xlsx', 'PK');
  await expect(alert).toContainText('table.xlsx is no spreadsheet inside');
  await page.locator('#file').evaluate((input: HTMLInputElement) => {
    const files = new DataTransfer();
    files.items.add(new File(Array<string>(200).fill('a,b\n'.repeat(250_000)), 'large.csv'));
    input.files = files.files;
    input.dispatchEvent(new Event('change'));
  });
  await expect(alert).toContainText('large.csv has 200 MB');
  await open(page, 'heading.csv', 'id,text\n');
  await expect(alert).toContainText('has no rows below its first');
  await expect(page.getByRole('button', { name: 'Analyse every row' })).toBeDisabled();
  await page.getByRole('button', { name: 'Another file' }).click();

  await open(page, 'cell.csv', `text\n"${'I am so happy! '.repeat(350_000)}"\n`);
  await begin(page);
  await expect(work(page)).toHaveText(/^Done: /);
  await expect(page.locator('.scroller td.joy')).toHaveText('Joy');
  const [row] = (await saved(page, 'JSONL')).text.trim().split('\n');
  expect(JSON.parse(row!)).toMatchObject({ emotion_tag: 'joy', emotion_tag_truncated: true });
});

// fault: files | a wrong guess of the encoding | Windows-1250 | the guess is called one, and can be changed | the chosen columns
test('text in another encoding is seen to be wrong, and right once that is chosen', async ({ page, serve }) => {
  const server = await serve();
  await page.goto(`${server.url}/#files`);
  await open(page, 'polish.csv', Buffer.from([0x74, 0x72, 0x65, 0x9c, 0xe6, 0x0a, 0xbf, 0x61, 0x6c, 0x0a])); // Windows-1250
  await expect(page.getByLabel('Encoding')).toHaveValue('windows-1252');
  await expect(page.locator('td.text')).toHaveText('¿al');
  const note = page.getByText('Windows-1252 is a guess');
  await expect(note).toBeVisible();
  await page.getByLabel('Encoding').selectOption('windows-1250');
  await expect(page.locator('td.text')).toHaveText('żal');
  await expect(note).toBeHidden();
  await page.getByLabel('Encoding').selectOption('utf-8');
  await expect(page.getByRole('alert')).toContainText('make no sense in this encoding');
  await page.getByLabel('Encoding').selectOption('windows-1250');
  await page.getByLabel('Header in line').fill('0');
  await page.getByLabel('Header in line').press('Tab');
  await expect(page.locator('td.text')).toHaveText(['treść', 'żal']);
});

// fault: files | the model cannot be had while a file is labelled | 404 for each model file | "Stopped", with why; it goes on once it can | the rows that were read
test('a model that cannot be had stops the work, and it goes on once it can', LONG, async ({ page, serve }) => {
  let missing = true;
  const server = await serve({
    script(path, response) {
      if (!missing || !path.startsWith('/model/')) return false;
      response.writeHead(404).end();
      return true;
    },
  });
  await page.goto(`${server.url}/#files`);
  await open(page, 'a.txt', 'I am so happy!\nI am so scared!');
  await begin(page);
  await expect(work(page)).toHaveText(/^Stopped: No model file at/);
  missing = false;
  await page.getByRole('button', { name: 'Start' }).click();
  await expect(work(page)).toHaveText(/^Done: /);
});

// fault: files | IndexedDB is denied | `open` throws | every row is read; the page says that a reload loses it | nothing
test('without storage a file is labelled all the same, and the page says that a reload loses it', LONG, async ({ page, serve }) => {
  await page.addInitScript(() => {
    Object.defineProperty(IDBFactory.prototype, 'open', {
      value: () => {
        throw new DOMException('denied', 'SecurityError');
      },
    });
  });
  const server = await serve();
  await page.goto(`${server.url}/#files`);
  await open(page, 'a.txt', 'I am so happy!\nI am so scared!');
  await begin(page);
  await expect(work(page)).toHaveText(/^Done: /);
  await expect(page.getByText('a reload would lose it')).toBeVisible();
});

// fault: tabs | a second tab labels another file | two pages | the second says that only the first’s file is kept | the first file
test('a second tab leaves the file of the first alone', async ({ page, context, serve }) => {
  const server = await serve();
  await page.goto(`${server.url}/#files`);
  await open(page, 'first.txt', 'I am so happy!');
  await begin(page);
  await expect(work(page)).toHaveText(/^Done: /);
  const second = await context.newPage();
  await second.goto(`${server.url}/#files`);
  await open(second, 'second.txt', 'I am so scared!');
  await begin(second);
  await expect(work(second)).toHaveText(/^Done: /);
  await expect(second.getByText('Another tab has this page open, and only its file is kept')).toBeVisible();
  await second.close();
  await page.reload();
  await expect(page.getByRole('heading', { name: 'first.txt' })).toBeVisible();
  await expect(page.locator('.scroller td.joy')).toHaveText('Joy');
});

/** A file of one row, read to its end. */
async function label(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/#files`);
  await open(page, 'a.txt', 'I am so happy!');
  await begin(page);
  await expect(work(page)).toHaveText(/^Done: /);
}

// fault: files | the database cannot clear a file | `delete` throws | it is removed all the same, also after a reload | nothing of the file
test('a file that the database cannot clear is removed all the same', LONG, async ({ page, serve }) => {
  await label(page, (await serve()).url);
  await page.evaluate(() => {
    IDBObjectStore.prototype.delete = () => {
      throw new DOMException('broken', 'UnknownError');
    };
  });
  page.on('dialog', (dialog) => void dialog.accept());
  await page.getByRole('button', { name: 'Remove the file' }).click();
  await expect(page.getByLabel('Drop a file here')).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);
  await page.reload();
  await expect(page.getByLabel('Drop a file here')).toBeVisible();
});

// fault: files | a file cannot be removed in any way | `delete` and `deleteDatabase` throw | what to clear by hand | the file
test('a file that cannot be removed at all is told', LONG, async ({ page, serve }) => {
  await label(page, (await serve()).url);
  await page.evaluate(() => {
    IDBObjectStore.prototype.delete = IDBFactory.prototype.deleteDatabase = () => {
      throw new DOMException('broken', 'UnknownError');
    };
  });
  page.on('dialog', (dialog) => void dialog.accept());
  await page.getByRole('button', { name: 'Remove the file' }).click();
  await expect(page.getByRole('alert')).toContainText('could not be removed from this device. Clear the data of this site');
});

// fault: files | somebody clears the site’s data while a file is on screen | the store is emptied | "The rows that were kept here are gone" | the labels on screen
test('a row is told to be gone where somebody has cleared what was kept', async ({ page, serve }) => {
  await label(page, (await serve()).url);
  const row = page.getByRole('region', { name: 'Table of rows' }).getByRole('button');
  await row.waitFor();
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const opening = indexedDB.open('emotion-tag-file');
        opening.onsuccess = () => {
          const clearing = opening.result.transaction('kept', 'readwrite');
          clearing.objectStore('kept').clear();
          clearing.oncomplete = () => {
            resolve();
          };
        };
      }),
  );
  await row.click();
  await expect(page.getByRole('alert')).toHaveText('The rows that were kept here are gone. Open the file again.');
});

test('a model that is fetched first is told with its size', async ({ page, serve }) => {
  let release = (): void => undefined;
  const server = await serve({
    script(path, response) {
      if (!path.endsWith('.onnx.gzip')) return false;
      release = () => response.writeHead(404).end();
      return true;
    },
  });
  await page.goto(`${server.url}/#files`);
  await open(page, 'a.txt', 'I am so happy!');
  await begin(page);
  await expect(work(page)).toHaveText(/^Downloading the model \(\d+ MB, one time only\): \d+%$/);
  release();
});

// fault: files | the file on disk changes, then is deleted, after it was opened | a real file | the export has the rows as they were | a copy of the file
test('the labels can be saved whatever becomes of the file on its disk', LONG, async ({ page, serve }) => {
  const folder = mkdtempSync(join(tmpdir(), 'emotion-tag-'));
  const path = join(folder, 'a.csv');
  writeFileSync(path, 'id,text\n1,I am so happy!\n');
  const server = await serve();
  await page.goto(`${server.url}/#files`);
  await page.setInputFiles('#file', path);
  await begin(page);
  await expect(work(page)).toHaveText(/^Done: /);
  writeFileSync(path, 'changed');
  expect((await saved(page, 'CSV')).text).toContain('\n1,I am so happy!,joy,');
  rmSync(folder, { recursive: true });
  await page.reload();
  expect((await saved(page, 'JSONL')).text).toContain('{"id":"1","text":"I am so happy!","emotion_tag":"joy"');
});
