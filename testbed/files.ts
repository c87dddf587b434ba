/** The Files page, used as a person does. */
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';

export const open = (page: Page, name: string, content: string | Buffer): Promise<void> =>
  page.setInputFiles('#file', { name, mimeType: 'text/plain', buffer: Buffer.from(content) });
export const begin = (page: Page): Promise<void> => page.getByRole('button', { name: 'Analyse every row' }).click();
/** What the page says of the work. */
export const work = (page: Page): Locator => page.locator('#work');

/** Save the labelled rows, and read what came. */
export async function saved(page: Page, format: 'CSV' | 'JSONL'): Promise<{ name: string; text: string }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: `Save as ${format}` }).click(),
  ]);
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
}
