/** The journal as a test meets it. */
import { expect, type Locator, type Page } from '@playwright/test';

export const box = (page: Page): Locator => page.locator('#entry-text');
export const kept = (page: Page): Locator => page.locator('entry-editor').getByRole('status');

export async function begin(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/#journal`);
  await page.getByRole('button', { name: 'Start a journal' }).click();
  await expect(box(page)).toBeVisible();
}

/** Put entries into the journal as if they had been written and read: a reading of one sentence with this label. */
export async function keep(page: Page, entries: readonly { at: string; text: string; label: string | null }[]): Promise<void> {
  await page.evaluate(async (entries) => {
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('emotion-tag-journal');
      request.onsuccess = () => {
        resolve(request.result);
      };
      request.onerror = () => {
        reject(request.error ?? new Error('not opened'));
      };
    });
    const transaction = db.transaction('entries', 'readwrite');
    for (const [i, { at, text, label }] of entries.entries()) {
      const sentences = [{ start: 0, end: text.length, label, score: 0.9 }];
      const reading = { model: 'older', sentences, isForeign: false, isCut: false };
      const id = String(i);
      transaction.objectStore('entries').put({ id, revision: 1, content: { plain: { id, at, text, reading, revision: 1 } } });
    }
    await new Promise((resolve) => (transaction.oncomplete = resolve));
    db.close();
  }, entries);
  await page.reload();
}

/** The text of a file that a click saves. */
export async function saved(page: Page, name: string): Promise<string> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name }).click();
  let file = '';
  for await (const piece of await (await download).createReadStream()) file += String(piece);
  return file;
}

export const choose = (page: Page, name: string, content: string): Promise<void> =>
  page.locator('.choose input').setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(content) });
