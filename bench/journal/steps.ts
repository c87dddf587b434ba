/** What somebody does with a journal of many entries, step by step. */
import type { Locator, Page } from '@playwright/test';
import { begin, box, kept, saved } from '../../testbed/journal';
import type { Step } from '../trace';

const PASSPHRASE = 'correct horse';

const entries = (page: Page, count: string): Promise<void> =>
  page.locator('entry-list [role=status]').filter({ hasText: count }).waitFor();

const entriesShown = (page: Page, count: number): Promise<void> =>
  page
    .locator('article.entry')
    .nth(count - 1)
    .waitFor();

/** Name the page's model as the page itself does, in a journal that is deleted again. */
export async function modelOf(page: Page, url: string): Promise<string> {
  await begin(page, url);
  await box(page).fill('I am so happy that you came!');
  await kept(page).filter({ hasText: 'Joy' }).waitFor();
  const { model } = JSON.parse(await saved(page, 'Save everything')) as { model: string };
  await destroy(page);
  return model;
}

async function destroy(page: Page): Promise<void> {
  page.once('dialog', (dialog) => void dialog.accept());
  await page.getByRole('button', { name: 'Delete the whole journal' }).click();
  await page.getByRole('button', { name: 'Start a journal' }).waitFor();
}

/** @param file a journal as the page saves it, on disk: one that Playwright puts together in the page is work of its main thread */
export async function useJournal(page: Page, file: string, count: number, step: Step): Promise<void> {
  // By style, since a search by role or words looks at all of the page, and that would be work of its main thread.
  const name = (button: string): Locator => page.locator('button', { hasText: button });
  const filter = (kind: string): Locator => page.locator(`.filters .${kind}`);
  await step('bring the entries in from a file', async () => {
    await page.locator('.choose input').setInputFiles(file);
    await page.locator('.imported').waitFor();
    await entriesShown(page, 40);
  });
  await step('open the page', async () => {
    await page.reload();
    await entriesShown(page, 40);
  });
  await step('search, key by key', async () => {
    await page.locator('#entry-search').pressSequentially(`entry ${String(count - 1)}`);
    await entries(page, 'One entry');
  });
  await step('empty the search', async () => {
    await page.locator('#entry-search').fill('');
    await entriesShown(page, 40);
  });
  await step('filter by an emotion, and by none', async () => {
    await filter('love').click();
    await entries(page, ' entries');
    await filter('not-sure').click();
    await entries(page, ' entries');
    await name('Show all entries').click();
    await entriesShown(page, 40);
  });
  await step('look at other years', async () => {
    const years = page.locator('year-view select');
    for (const year of (await years.locator('option').allInnerTexts()).slice(0, 4)) {
      await years.selectOption(year);
      await page.locator('#year-title', { hasText: year }).waitFor();
    }
  });
  await step('show the tables', async () => {
    await page.locator('year-view summary').click();
    await page.locator('year-view table').first().waitFor();
  });
  await step('show the entries of a day', async () => {
    await page.locator('.days button.day').last().click();
    await name('Show all entries').click();
    await entriesShown(page, 40);
  });
  await step('show older entries', async () => {
    await name('Show more').click();
    await entriesShown(page, 80);
  });
  await step('write an entry, until it is read', async () => {
    await box(page).pressSequentially('I am so happy that you came to my party! ');
    await kept(page).filter({ hasText: 'Joy' }).waitFor();
    await name('Done').click();
  });
  await step('change an entry, until it is read', async () => {
    await page.locator('article.entry header button').nth(40).click();
    await box(page).press('Control+End');
    await box(page).pressSequentially(' I am furious with all of them!');
    await kept(page)
      .filter({ hasText: /^Kept on this device\. (?!Reading)/ })
      .waitFor();
    await name('Done').click();
  });
  await step('save everything', () => saved(page, 'Save everything'));
  await step('set a passphrase', async () => {
    await page.locator('summary', { hasText: 'Set a passphrase' }).click();
    await page.locator('#passphrase').fill(PASSPHRASE);
    await page.locator('#passphrase-again').fill(PASSPHRASE);
    await page.locator('form.passphrase button').click();
    await page.locator('journal-settings [role=status]', { hasText: 'The passphrase is set.' }).waitFor();
  });
  await step('lock it', async () => {
    await name('Lock now').click();
    await page.locator('#unlock').waitFor();
  });
  await step('open it with the passphrase', async () => {
    await page.locator('#unlock').fill(PASSPHRASE);
    await page.locator('form.passphrase button').click();
    await entriesShown(page, 40);
  });
  await step('delete the journal', () => destroy(page));
}
