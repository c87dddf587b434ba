/** What axe says of the states that a page has only now and then: told of a fault, asked for a choice, opened. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { box, choose, keep } from '../../testbed/journal';
import { LONG } from '../../testbed/long';
import { DIARY, openFaked, SCENES } from '../../testbed/scenes';
import { expect, test } from '../../testbed/setup';

test.use({ serviceWorkers: 'block', reducedMotion: 'reduce' }); // a colour in the middle of a transition has no contrast of its own

const scene = (name: string): (typeof SCENES)[number] => SCENES.find((scene) => scene.name === name)!;

/** Whatever can be unfolded is looked at unfolded. */
async function expectClean(page: Page, state: string): Promise<void> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(
      violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)]),
      `${state}, ${colorScheme}`,
    ).toEqual([]);
  }
}

test('axe finds nothing on Write while it says or asks something', LONG, async ({ page, serve }) => {
  await page.addInitScript(() => {
    Object.assign(navigator, { share: () => Promise.reject(new DOMException('no', 'NotAllowedError')) });
    navigator.clipboard.readText = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
  });
  await openFaked(page, (await serve()).url, scene('write-empty'));
  const text = page.getByLabel('Your text');
  await page.getByRole('button', { name: 'Paste' }).click();
  await expect(page.getByText('The browser did not allow it.')).toBeVisible();
  await expectClean(page, 'a paste refused');
  await text.fill('The meeting is at three.');
  await expect(page.locator('#tag [part=label]')).toHaveText('Not sure');
  await page.locator('#tag').getByRole('button', { name: 'Why?' }).click();
  await expect(page.locator('#tag [part=explanation]')).toBeVisible();
  await expectClean(page, 'not sure, and why');
  await text.fill('So much joy! I just want to die.');
  await expect(page.getByRole('note')).toBeVisible();
  await page.getByRole('button', { name: 'Share' }).click();
  await expect(page.locator('write-tools [role=status]')).not.toBeEmpty();
  await page.getByRole('button', { name: 'Clear' }).click();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.locator('#tag [part=label]')).toHaveText('Joy');
  await page.locator('#mirror mark').first().waitFor();
  const { x, y } = await page
    .locator('#mirror mark')
    .first()
    .evaluate((mark) => mark.getClientRects()[0]!);
  await page.mouse.move(x + 8, y + 8);
  await expect(page.locator('#hover')).toBeVisible();
  await expectClean(page, 'care, and a sentence under the pointer');
});

test('axe finds nothing on a journal that asks, warns or reports', LONG, async ({ page, serve }) => {
  await page.clock.setFixedTime(new Date('2026-03-01T12:00:00'));
  await page.addInitScript(() => {
    const stores = IDBObjectStore.prototype as { put: (this: IDBObjectStore, ...rest: unknown[]) => unknown };
    const { put } = stores;
    stores.put = function (...rest) {
      if ((globalThis as { isFull?: boolean }).isFull) throw new DOMException('full', 'QuotaExceededError');
      return put.apply(this, rest);
    };
  });
  const { url } = await serve();
  await openFaked(page, url, scene('journal-none'));
  await page.getByRole('button', { name: 'Start a journal' }).click();
  await keep(page, [
    { at: '2026-05-01T12:00', text: 'What a day!', label: 'joy' },
    { at: '2024-03-01T12:00', text: DIARY, label: 'fear' },
  ]);
  await openFaked(page, url, scene('journal-none'));
  await choose(page, 'journal.json', '{"entries": [{"at": "2026-01-01T12:00", "text": "Love."}, {"at": 7}, {"at": "2026-01-01T12');
  await expect(page.locator('.imported li').first()).toBeVisible();
  await expect(page.getByText('Your newest entry is of')).toBeVisible(); // a clock that was set back
  await expect(page.getByRole('button', { name: 'Read again' })).toBeVisible();
  await page.getByText('Set a passphrase').click();
  await page.getByLabel('Passphrase', { exact: true }).fill('correct horse');
  await page.getByLabel('Once more').fill('correct hose');
  await page.getByRole('button', { name: 'Set', exact: true }).click();
  await expect(page.getByText('The two differ')).toBeVisible();
  await page.getByLabel('Search').fill('what a day');
  await expectClean(page, 'an import with problems, passphrases that differ, a search');
  await page.getByLabel('Search').fill('nobody wrote this');
  await expect(page.getByRole('article')).toHaveCount(0);

  await page.evaluate(() => Object.assign(globalThis, { isFull: true }));
  await box(page).fill('I just want to die.');
  await expect(page.getByRole('alert')).toContainText('One entry is not kept');
  await expect(page.getByRole('note')).toBeVisible();
  await expectClean(page, 'an entry that could not be kept, care, nothing found');
});

test('axe finds nothing on a locked journal whose passphrase was wrong', LONG, async ({ page, serve }) => {
  await openFaked(page, (await serve()).url, scene('journal-locked'));
  await page.getByLabel('Passphrase').fill('wrong horse');
  await page.getByRole('button', { name: 'Open' }).click();
  await expect(page.getByRole('alert')).toContainText('not the passphrase');
  await expectClean(page, 'a wrong passphrase, and what if it is forgotten');
});

test('axe finds nothing on Files that refuses, asks, filters and compares', LONG, async ({ page, serve }) => {
  await openFaked(page, (await serve()).url, scene('files'));
  await page.setInputFiles('#file', {
    name: 'photo.png',
    mimeType: 'image/png',
    buffer: Buffer.from('\x89PNG\r\n\x1a\n\0\0', 'latin1'),
  });
  await expect(page.getByRole('alert')).toBeVisible();
  await expectClean(page, 'a file refused');
  const rows = DIARY.split(/(?<=[.!]) /).map(
    (entry, i) => `2024-0${String(i + 1)}-15,"${entry}",${i % 2 ? 'anger' : 'glee'},${String(i % 3)}`,
  );
  const buffer = Buffer.from(['date,entry,label,place', ...rows].join('\n'));
  await page.setInputFiles('#file', { name: 'diary.csv', mimeType: 'text/csv', buffer });
  await page.getByRole('button', { name: 'Analyse every row' }).waitFor();
  await expectClean(page, 'set up, everything unfolded');
  await page.getByRole('button', { name: 'Analyse every row' }).click();
  await page.getByText(/^Done: /).waitFor();
  await page.getByLabel('In percent of each bar').check();
  await page.getByLabel('Search the texts').fill('the');
  await page.getByLabel('Search the texts').press('Enter');
  await expect(page.locator('.scroller .text').first()).toBeVisible();
  await page.getByLabel('Split by column').selectOption('place');
  await expectClean(page, 'done, compared, searched and split');
  await page.getByLabel('Search the texts').fill('nobody wrote this');
  await page.getByLabel('Search the texts').press('Enter');
  await expect(page.locator('.scroller .text')).toHaveCount(0);
  await expectClean(page, 'no row found');
});

test('axe finds nothing on Model after a proof, and on Embed with an error', LONG, async ({ page, serve }) => {
  const { url } = await serve();
  await openFaked(page, url, scene('model'));
  await page.getByRole('button', { name: 'Go offline and read it' }).click();
  await expect(page.locator('#model').getByText('No service worker answers for this page')).toBeVisible();
  await expectClean(page, 'a proof that could not be made');
  await page.goto(`${url}/#embed`);
  await page.locator('textarea').nth(1).waitFor();
  await page.locator('#embed textarea').first().fill('<script>alert(1)</script><emotion-tag>so much joy');
  await expect(page.getByText('Left out on this page')).toBeVisible();
  await expectClean(page, 'HTML of which something is left out');
});
