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

const nothing = (): Promise<void> => Promise.resolve();

export async function writeDiary(page: Page): Promise<void> {
  await page.getByLabel('Your text').fill(DIARY);
  await page.locator('.mark').nth(7).waitFor();
  await page.locator('#tag [part=label]').waitFor();
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
  { name: 'files', hash: '#files', act: nothing },
  { name: 'model', hash: '#model', act: nothing },
  { name: 'about', hash: '#about', act: nothing },
];
