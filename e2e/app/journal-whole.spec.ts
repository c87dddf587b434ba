/** What one sees and does of a whole journal: the year, search, copies, the passphrase. */
import { begin, box, choose, keep, saved } from '../../testbed/journal';
import { LONG } from '../../testbed/long';
import { expect, test } from '../../testbed/setup';

test('the year shows each day in words too, the keyboard walks from day to day, and a day shows its entries', async ({
  page,
  serve,
}) => {
  await page.clock.setFixedTime(new Date('2026-11-27T12:00:00'));
  await begin(page, (await serve()).url);
  await keep(page, [
    { at: '2026-05-01T12:00', text: 'What a day!', label: 'joy' },
    { at: '2026-05-09T12:00', text: 'Something moved in the cellar.', label: 'fear' },
    { at: '2026-05-09T13:00', text: 'Nothing was there.', label: null },
    { at: '2024-11-27T13:00', text: 'Two years before.', label: 'love' },
  ]);
  await expect(page.getByRole('region', { name: 'On this day' })).toContainText('2 years ago: Love');
  const day = page.getByRole('button', { name: '9 May: fear, 2 entries' });
  await day.focus();
  await page.keyboard.press('ArrowLeft');
  await expect(page.getByRole('button', { name: '1 May: joy, one entry' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('article')).toHaveCount(1);
  await expect(page.getByRole('article')).toContainText('What a day!');
  await page.getByRole('button', { name: 'Show all entries' }).click();
  await expect(page.getByRole('article')).toHaveCount(4);

  await page.getByText('Show as tables').click();
  await expect(page.getByRole('row', { name: 'May 3 0 1 0 0 1 0' })).toBeVisible();
  await expect(page.locator('.stream path')).toHaveCount(6);
  await page.getByLabel('Year', { exact: true }).selectOption('2024');
  await expect(page.getByRole('button', { name: '27 November: love, one entry' })).toBeVisible();
});

test('entries are found by their words and by their emotion', async ({ page, serve }) => {
  await begin(page, (await serve()).url);
  await keep(page, [
    { at: '2026-05-01T12:00', text: 'At the Café with Ana', label: 'joy' },
    { at: '2026-05-09T12:00', text: 'Ana was late again', label: 'fear' },
  ]);
  await page.getByLabel('Search').fill('cafe');
  await expect(page.getByRole('article')).toHaveCount(1);
  await page.getByLabel('Search').fill('ana');
  await page.getByRole('button', { name: 'Fear 1' }).click();
  await expect(page.getByRole('article')).toContainText('late again');
  await page.getByLabel('Search').fill('nobody wrote this');
  await expect(page.getByRole('article')).toHaveCount(0);
  await expect(page.locator('entry-list').getByRole('status')).toContainText('0 entries');
});

test('what an older model has read is marked, and read again', LONG, async ({ page, serve }) => {
  await begin(page, (await serve()).url);
  await keep(page, [{ at: '2026-05-01T12:00', text: 'I am so happy that you came!', label: 'fear' }]);
  await expect(page.locator('.mood')).toHaveText('Fear · read by an older model');
  await page.getByRole('button', { name: 'Read again' }).click();
  await expect(page.locator('.mood')).toHaveText('Joy');
});

test('among 5,000 entries a search finds the one, and a label its thousand', async ({ page, serve }) => {
  await begin(page, (await serve()).url);
  const words = 'We walked along the river and talked about the summer, the children and what to do about the house. ';
  const labels = ['joy', 'fear', 'sadness', 'love', null];
  const entries = Array.from({ length: 5000 }, (_, i) => {
    const day = new Date(Date.UTC(2026, 10, 27) - i * 86_400_000).toISOString().slice(0, 10);
    return { at: `${day}T12:00`, text: `${words.repeat(12)} Entry ${String(i)}.`, label: labels[i % 5] ?? null };
  });
  await keep(page, entries);
  await expect(page.getByRole('article')).toHaveCount(40);
  await page.getByLabel('Search').pressSequentially('entry 4711');
  await expect(page.getByRole('article')).toHaveCount(1);
  await page.getByLabel('Search').fill('');
  await page.getByRole('button', { name: /^Love/ }).click();
  await expect(page.getByRole('status').filter({ hasText: '1,000 entries' })).toBeVisible();
});

test('a journal is saved, deleted as a whole, and brought back from its file', async ({ page, serve }) => {
  await begin(page, (await serve()).url);
  await keep(page, [
    { at: '2026-05-01T12:00', text: 'What a day!', label: 'joy' },
    { at: '2024-11-27T13:00', text: 'Two years before.', label: 'love' },
  ]);
  expect(await saved(page, 'Save as Markdown')).toContain('## 2026-05-01 12:00');
  const file = await saved(page, 'Save everything');

  page.once('dialog', (dialog) => {
    expect(dialog.message()).toContain('all 2 entries');
    void dialog.dismiss();
  });
  await page.getByRole('button', { name: 'Delete the whole journal' }).click();
  await expect(page.getByRole('article')).toHaveCount(2);
  page.once('dialog', (dialog) => void dialog.accept());
  await page.getByRole('button', { name: 'Delete the whole journal' }).click();
  await expect(page.getByRole('button', { name: 'Start a journal' })).toBeVisible();
  expect(await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name))).not.toContain(
    'emotion-tag-journal',
  );

  await choose(page, 'journal.json', file.slice(0, file.indexOf('before')));
  await expect(page.locator('.imported')).toContainText('One entry brought in.');
  await expect(page.locator('.imported')).toContainText('An entry is damaged or cut off.');
  await choose(page, 'journal.json', file);
  await expect(page.locator('.imported')).toContainText('One entry brought in. One entry was here already.');
  await page.reload();
  await expect(page.getByRole('article')).toHaveCount(2);
  await expect(page.locator('.mood').first()).toContainText('Joy');
});

test('entries that are brought without a reading are read', LONG, async ({ page, serve }) => {
  await page.goto(`${(await serve()).url}/#journal`);
  await choose(page, 'notes.md', '## 2026-05-01\nI am so happy that you came!\n\n## 2026-05-02\nI am terrified of the dark.\n');
  await expect(page.locator('.mood')).toHaveText(['Fear', 'Joy']);
});

// fault: journal | a wrong passphrase, and a forgotten one | typed | no other opens it; who forgot it can begin anew | the locked entries, until then
test('a passphrase locks the journal: no other opens it, and who forgot it can only begin anew', LONG, async ({ page, serve }) => {
  await begin(page, (await serve()).url);
  await box(page).fill('I am so happy that you came!');
  await expect(page.locator('.mood')).toHaveText('Joy');
  await page.getByText('Set a passphrase').click();
  await page.getByLabel('Passphrase', { exact: true }).fill('correct horse');
  await page.getByLabel('Once more').fill('correct hose');
  await page.getByRole('button', { name: 'Set', exact: true }).click();
  await expect(page.getByText('The two differ')).toBeVisible();
  await page.getByLabel('Once more').fill('correct horse');
  await page.getByRole('button', { name: 'Set', exact: true }).click();
  await expect(page.getByText('The passphrase is set.')).toBeVisible();
  const onDisk = await page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        const request = indexedDB.open('emotion-tag-journal');
        request.onsuccess = () => {
          const all = request.result.transaction('entries').objectStore('entries').getAll();
          all.onsuccess = () => {
            request.result.close();
            resolve(JSON.stringify(all.result));
          };
        };
      }),
  );
  expect(onDisk).toContain('sealed');
  expect(onDisk).not.toContain('happy');

  await box(page).fill('I am furious with all of them!'); // and at once:
  await page.getByRole('button', { name: 'Lock now' }).click();
  await expect(page.getByRole('heading', { name: 'Your journal is locked' })).toBeVisible();
  await expect(page.getByRole('article')).toHaveCount(0);
  await page.reload();
  await page.getByLabel('Passphrase').fill('Correct horse');
  await page.getByRole('button', { name: 'Open' }).click();
  await expect(page.getByRole('alert')).toContainText('not the passphrase');
  await page.getByLabel('Passphrase').fill('correct horse');
  await page.getByRole('button', { name: 'Open' }).click();
  await expect(page.getByRole('article')).toContainText('I am furious with all of them!');

  await page.reload();
  await page.getByText('Forgotten?').click();
  page.once('dialog', (dialog) => void dialog.accept());
  await page.getByRole('button', { name: 'Delete the locked journal' }).click();
  await expect(page.getByRole('button', { name: 'Start a journal' })).toBeVisible();
});
