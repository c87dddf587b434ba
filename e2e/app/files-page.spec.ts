/** The Files page's way from one file to the next: what is on screen stays until somebody lets go of it, and so does the focus. */
import type { Page } from '@playwright/test';
import { begin, open, work } from '../../testbed/files';
import { LONG } from '../../testbed/long';
import { expect, test } from '../../testbed/setup';

/** Drop files on the page, as from a folder: the Files page has nowhere to choose one while it shows another. */
const drop = (page: Page, files: Readonly<Record<string, string>>): Promise<void> =>
  page.evaluate((files) => {
    const dataTransfer = new DataTransfer();
    for (const [name, text] of Object.entries(files)) dataTransfer.items.add(new File([text], name));
    document.body.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer }));
  }, files);

/** Answers every question of the page, and remembers them. */
function answer(page: Page, yes: boolean): string[] {
  const asked: string[] = [];
  page.removeAllListeners('dialog');
  page.on('dialog', (dialog) => {
    asked.push(dialog.message());
    void (yes ? dialog.accept() : dialog.dismiss());
  });
  return asked;
}

const lines = (rows: number): string => Array.from({ length: rows }, (_, i) => `line ${String(i)}`).join('\n');
const isRead = async (page: Page): Promise<void> => {
  await expect(work(page)).toHaveText(/^Done: /);
};
const heading = (page: Page, name: string) => page.getByRole('heading', { name });

// fault: files | a file is refused while another is at work or done | `oops.xlsx` dropped | a sentence; the other stays | the other file and its labels
test('a file that is refused leaves the one on screen as it is, at work or done', LONG, async ({ page, serve }) => {
  await page.goto(`${(await serve()).url}/#files`);
  const asked = answer(page, true);
  await open(page, 'long.txt', lines(20_000));
  await begin(page);
  await expect(page.getByText('rows a second')).toBeVisible();
  await drop(page, { 'oops.xlsx': 'PK' });
  await expect(page.getByRole('alert')).toContainText('oops.xlsx is no spreadsheet inside');
  await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible();
  await page.getByRole('button', { name: 'Cancel and remove' }).click();
  await open(page, 'short.txt', 'I am so happy!');
  await begin(page);
  await isRead(page);
  await drop(page, { 'oops.xlsx': 'PK' });
  await expect(page.getByRole('alert')).toContainText('oops.xlsx is no spreadsheet inside');
  await expect(heading(page, 'short.txt')).toBeVisible();
  await expect(page.locator('.scroller td.joy')).toHaveText('Joy');
  expect(asked).toEqual(['Remove the file and its labels from this device?']);
});

test('several files are read one after another, each its own, through a reload', async ({ page, serve }) => {
  await page.goto(`${(await serve()).url}/#files`);
  const asked = answer(page, true);
  await drop(page, {
    'first.csv': 'id,reply\n1,I am so happy!\n',
    'second.csv': 'id,other,reply\n1,So it is then,I am so scared!\n',
  });
  await expect(heading(page, 'first.csv')).toBeVisible();
  await expect(page.locator('#size')).toContainText('one row · then second.csv, in the same way');
  await begin(page);
  await isRead(page);
  const list = page.getByRole('navigation', { name: 'Your files' });
  await expect(list.getByRole('listitem')).toHaveText([/first\.csv.*1 of 1 rows\s+· Done/s, /second\.csv.*1 of 1 rows\s+· Done/s]);
  await expect(page.locator('.scroller td.joy')).toHaveText('Joy');
  // What was asked of the rows of one is not asked of the other's.
  await page.getByLabel('Search the texts').fill('happy');
  await page.getByLabel('Search the texts').press('Enter');
  await page.locator('.filters .joy').click();
  await expect(page.locator('.filters .joy')).toHaveAttribute('aria-pressed', 'true');
  await list.getByRole('button', { name: 'second.csv' }).click();
  await expect(page.locator('.scroller td.fear')).toHaveText('Fear');
  await expect(page.getByLabel('Search the texts')).toHaveValue('');

  // A third is opened beside them, and left again.
  await drop(page, { 'third.txt': lines(20_000) });
  await page.getByRole('button', { name: 'Another file' }).click();
  await expect(heading(page, 'second.csv')).toBeVisible();
  await drop(page, { 'third.txt': lines(20_000) });
  await begin(page);
  await expect(page.getByText('rows a second')).toBeVisible();
  // By now this device's speed is known.
  await drop(page, { 'fourth.txt': lines(2000) });
  await expect(page.locator('#size')).toContainText(/2,000 rows · about \d+ .* on this device/);
  await page.getByRole('button', { name: 'Another file' }).click();
  await page.reload();
  await expect(list.getByRole('listitem')).toHaveCount(3);
  await expect(list.getByRole('listitem').last()).toContainText('Paused');
  await list.getByRole('button', { name: 'first.csv' }).click();
  await page.getByRole('button', { name: 'Remove the file' }).click();
  await expect(list.getByRole('listitem')).toHaveText([/second\.csv/, /third\.txt/]);
  await page.reload();
  await expect(list.getByRole('listitem')).toHaveText([/second\.csv/, /third\.txt/]);
  expect(asked).toEqual(['Remove the file and its labels from this device?']);
});

test('whoever uses the keyboard goes on where a step ends', async ({ page, serve }) => {
  await page.goto(`${(await serve()).url}/#files`);
  answer(page, true);
  const chooser = page.getByLabel('Drop a file here');
  await chooser.focus();
  await open(page, 'long.txt', lines(20_000));
  await expect(heading(page, 'long.txt')).toBeFocused();
  await page.getByRole('button', { name: 'Analyse every row' }).press('Enter');
  await expect(work(page)).toBeVisible();
  await expect(heading(page, 'long.txt')).toBeFocused();
  await page.getByRole('button', { name: 'Pause' }).press('Enter');
  await expect(page.getByRole('button', { name: /Resume|Start/ })).toBeFocused();
  await page.getByRole('button', { name: 'Cancel and remove' }).press('Enter');
  await expect(chooser).toBeVisible();
  await expect(heading(page, 'Analyse a file')).toBeFocused();
});

test('Tab goes through the rows of a table one by one, however it scrolls', LONG, async ({ page, serve }) => {
  await page.goto(`${(await serve()).url}/#files`);
  await open(page, 'lines.txt', lines(200));
  await begin(page);
  await isRead(page);
  const row = (i: number) => page.getByRole('button', { name: `line ${String(i)}`, exact: true });
  await row(0).focus();
  for (let i = 1; i < 100; i++) {
    await page.keyboard.press('Tab');
    await expect(row(i)).toBeFocused();
    await page.evaluate(() => new Promise(requestAnimationFrame)); // nobody's next key comes before the page is drawn
  }
});

test('another encoding leaves the chosen columns', async ({ page, serve }) => {
  await page.goto(`${(await serve()).url}/#files`);
  await open(page, 'a.csv', 'date,text,reply\n2024-01-15,I am so happy!,I am not.\n');
  await page.getByLabel('Text column').selectOption('reply');
  await page.getByLabel('Date column').selectOption('none');
  await page.getByLabel('Encoding').selectOption('windows-1252');
  await expect(page.getByRole('columnheader', { name: 'reply' })).toBeVisible();
  await expect(page.getByLabel('Encoding')).toHaveValue('windows-1252');
  await expect(page.getByLabel('Text column')).toHaveValue('reply');
  await expect(page.getByLabel('Date column')).toHaveValue('');
});

test('one that is refused is told on any page, and keeps none from being opened', async ({ page, serve }) => {
  await page.goto(`${(await serve()).url}/#files`);
  const alert = page.getByRole('alert');
  await page.getByLabel('Drop a file here').waitFor();
  await page.getByRole('link', { name: 'Write', exact: true }).click();
  await drop(page, { 'oops.xlsx': 'PK' });
  await expect(heading(page, 'Analyse a file')).toBeFocused();
  await expect(alert).toContainText('oops.xlsx is no spreadsheet inside');
  await drop(page, { 'oops.xlsx': 'PK', 'one.txt': 'I am so happy!' });
  await expect(heading(page, 'one.txt')).toBeVisible();
  await expect(alert).toContainText('oops.xlsx is no spreadsheet inside');
});

test('a filter that no row passes says so', LONG, async ({ page, serve }) => {
  await page.goto(`${(await serve()).url}/#files`);
  await open(page, 'a.txt', 'I am so happy!');
  await begin(page);
  await isRead(page);
  await page.getByRole('button', { name: 'Anger' }).click();
  await expect(page.getByText('No row has this label: anger.')).toBeVisible();
  await page.getByRole('button', { name: 'All' }).click();
  await expect(page.locator('.scroller td.joy')).toHaveText('Joy');
});
