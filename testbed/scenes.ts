/** The app's pages as somebody meets them, for pictures and for what is checked of each. */
import type { Page } from '@playwright/test';

/** Each emotion, none, and a second one of the same: long enough for an arc. Every sentence also names what the fake engine answers. */
export const DIARY =
  'I woke up full of joy because you came to see us! Then the anger was back: they cancelled the train again and told nobody. ' +
  'It was such a surprise that I laughed out loud. The meeting is at three. I am full of fear of the dark cellar. ' +
  'My grandmother’s soft voice – I love her so much. There is only sadness now that her room is empty. What a joy to walk home with you!';

export interface Scene {
  readonly name: string;
  readonly hash: string;
  /** What somebody does there before they look. */
  readonly act: (page: Page) => Promise<void>;
}

/** A file of the diary's sentences, one a month, with a row that has no text. */
async function openDiary(page: Page): Promise<void> {
  const rows = DIARY.split(/(?<=[.!]) /).map((entry, i) => `2024-0${String(i + 1)}-15,"${entry}"`);
  const buffer = Buffer.from(['date,entry', ...rows, 'broken'].join('\n'));
  await page.setInputFiles('#file', { name: 'diary.csv', mimeType: 'text/csv', buffer });
  await page.getByRole('button', { name: 'Analyse every row' }).waitFor();
}

/** A journal of the diary's sentences: one a month of this year, and the whole of it today. */
async function keepJournal(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Start a journal' }).click();
  for (const [i, entry] of [...DIARY.split(/(?<=[.!]) /), DIARY].entries()) {
    await page.locator('#entry-text').fill(entry);
    if (entry !== DIARY) await page.getByLabel('Date').fill(`${String(new Date().getFullYear())}-0${String(i + 1)}-15`);
    await page.locator('.kept', { hasText: /^Kept on this device.*\.$/ }).waitFor();
    await page.getByRole('button', { name: 'Done' }).click();
  }
}

async function lockJournal(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Start a journal' }).click();
  await page.getByText('Set a passphrase').click();
  await page.getByLabel('Passphrase', { exact: true }).fill('correct horse');
  await page.getByLabel('Once more').fill('correct horse');
  await page.getByRole('button', { name: 'Set', exact: true }).click();
  await page.getByRole('button', { name: 'Lock now' }).click();
  await page.getByLabel('Passphrase').waitFor();
}

const nothing = (): Promise<void> => Promise.resolve();

export async function writeDiary(page: Page): Promise<void> {
  await page.getByLabel('Your text').fill(DIARY);
  await page.locator('.mark').nth(7).waitFor({ state: 'attached' });
  await page.locator('#tag [part=label]').waitFor();
}

/** Open a scene with its page answered by the fake engine: at once, and everywhere the same. Service workers must be blocked. */
export async function openFaked(page: Page, url: string, { hash, act }: Scene): Promise<void> {
  await page.goto(`${url}/${hash}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  // Some of it stands in the HTML: what its scripts bring comes later.
  await page.waitForFunction(() => {
    const id = document.documentElement.dataset.page ?? '';
    return document.querySelector(`#${id}:defined`) && !document.querySelector(`:is(#${id}, footer) :not(:defined)`);
  });
  await page.evaluate(async (testing) => {
    const { useFakeEngine } = (await import(testing)) as typeof import('../src/testing/index');
    useFakeEngine();
  }, '/testing.js');
  await act(page);
}

export const SCENES: readonly Scene[] = [
  { name: 'write-empty', hash: '#write', act: nothing },
  {
    name: 'write-read',
    hash: '#write',
    async act(page) {
      await writeDiary(page);
      await page.getByRole('slider', { name: 'Sentence' }).press('ArrowRight');
      const picked = page.locator('.picked');
      await picked.getByRole('button', { name: 'Why?' }).click();
      await picked.locator('[part=word]').first().waitFor();
    },
  },
  { name: 'journal-none', hash: '#journal', act: nothing },
  { name: 'journal', hash: '#journal', act: keepJournal },
  { name: 'journal-locked', hash: '#journal', act: lockJournal },
  { name: 'files', hash: '#files', act: nothing },
  { name: 'files-opened', hash: '#files', act: openDiary },
  {
    name: 'files-read',
    hash: '#files',
    async act(page) {
      await openDiary(page);
      await page.getByRole('button', { name: 'Analyse every row' }).click();
      await page.getByText(/^Done: /).waitFor();
      await page.locator('.scroller .text').nth(1).click();
      await page.locator('figure.picked [part=label]').waitFor();
    },
  },
  {
    name: 'model',
    hash: '#model',
    async act(page) {
      await page.getByText('Looking…').first().waitFor({ state: 'detached' });
      await page.locator('running-model').getByText('Looking…').waitFor({ state: 'detached' });
    },
  },
  { name: 'embed', hash: '#embed', act: nothing },
  { name: 'about', hash: '#about', act: nothing },
];
