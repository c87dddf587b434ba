/** What tables look like when they come, and when they go: formats, dialects, labels of their own. */
import { readFile } from 'node:fs/promises';
import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { begin, open, saved, work } from '../../testbed/files';
import { LONG } from '../../testbed/long';
import { expect, test } from '../../testbed/setup';
import { zip } from '../../testbed/zip';

const TEXTS = [
  'I am so happy that you came!',
  'I miss her, and the flat feels so empty.',
  'They lied to me again and I am furious!',
  'I am scared to death of the cellar.',
  'The meeting is at three.',
];

test('numbers that are no doubles are saved as they were', LONG, async ({ page, serve }) => {
  const server = await serve();
  await page.goto(`${server.url}/#files`);
  const first = '"id":12345678901234567890,"text":"I am so happy!","p":1.10,"far":1e400,"below":-0,"in":[9007199254740993,1]';
  await open(page, 'a.jsonl', `{${first}}\n{"id":7,"text":"I am so scared!"}\n`);
  await begin(page);
  await expect(work(page)).toHaveText(/^Done: /);
  const [one, two] = (await saved(page, 'JSONL')).text.split('\n');
  expect(one).toContain(`{${first},"emotion_tag":"joy"`);
  expect(two).toContain('{"id":7,"text":"I am so scared!","emotion_tag":"fear"');
  expect((await saved(page, 'CSV')).text).toContain(
    '\n12345678901234567890,I am so happy!,1.10,1e400,-0,"[9007199254740993,1]",joy,',
  );
});

test('a bad quotation mark costs nothing, and the page says where each line of the file went', async ({ page, serve }) => {
  const server = await serve();
  await page.goto(`${server.url}/#files`);
  const rows = ['1,I am glad', '2,"Hi" he said', '3,I am scared', '4,"I am angry', '', '5,I am fine', '6,"ok"'];
  await open(page, 'a.csv', `id,text,\n${rows.join('\n')}`);
  await begin(page);
  await expect(page.locator('#rows-read')).toHaveText('6 of 6 rows');
  await expect(page.locator('#accounts')).toHaveText('Of 8 lines of the file: 6 in the rows below, 1 with the header, 1 blank.');
  await expect(page.getByText('2 rows have a quotation mark that opens or closes nothing.')).toBeVisible();
});

test('a spreadsheet, a nested list and a chat are read, and what was guessed is said and can be changed', async ({
  page,
  serve,
}) => {
  const server = await serve();
  await page.goto(`${server.url}/#files`);
  const guesses = page.locator('#guesses');
  const another = page.getByRole('button', { name: 'Another file' });
  const rows = [['Report'], ['id', 'comment'], [1, 'I am so happy!'], [2, 'I am so scared!']];
  const sheetWorkers = () => page.workers().filter((worker) => worker.url().includes('sheet-worker'));
  const aWorker = () => page.waitForEvent('worker', (worker) => worker.url().includes('sheet-worker'));
  const began = aWorker();
  const opening = await page.locator('#opening').evaluateHandle((status) => {
    const said: string[] = [];
    new MutationObserver(() => said.push(status.textContent)).observe(status, { childList: true, subtree: true });
    return said;
  });
  await open(page, 'a.xlsx', Buffer.from(await writeXlsx({ sheets: [{ name: 'Answers', rows }] })));
  await began; // the page itself stays free
  await expect(guesses).toHaveText('Read as a spreadsheet. The sheet is “Answers”. Row 2 is a header. The texts are in “comment”.');
  await expect.poll(sheetWorkers).toEqual([]); // nothing of it stays
  // A reader tells what is done, once.
  expect(await opening.jsonValue()).toEqual([expect.stringMatching(/^Opening a\.xlsx \(\d+ kB\)…$/), '']);
  await another.click();
  await open(page, 'numbers.csv', 'id,price\n1,3.5\n2,4.5\n');
  await expect(page.getByRole('alert')).toContainText('No column seems to hold texts');
  await another.click();
  await open(
    page,
    'archive.zip',
    Buffer.from(
      await (await zip({ 'data/long.csv': 'id,reply\n1,so glad\n2,at three\n', 'short.csv': 'say\nhello\n' })).arrayBuffer(),
    ),
  );
  await expect(guesses).toContainText('It is “data/long.csv” of archive.zip.');
  await page.getByLabel('File in the archive').selectOption('short.csv');
  await expect(guesses).toContainText('It is “short.csv” of archive.zip.');
  await expect(guesses).toContainText('The texts are in “say”.');
  await another.click();
  const tweets = rows.slice(2).map(([id, full_text]) => ({ tweet: { id, full_text } }));
  await open(page, 'tweets.js', `window.YTD.tweets.part0 = ${JSON.stringify(tweets)}`);
  await expect(guesses).toContainText('The texts are in “tweet.full_text”.');
  await another.click();
  await open(page, 'chat.txt', '[05/03/2024, 21:16:44] Lee: I am so happy!\n[06/03/2024, 21:17:02] Kim: I am so\nscared!\n');
  await expect(guesses).toContainText('Read as a chat, one message a row, in utf-8.');
  await expect(guesses).toContainText('The dates are in “date”, the month first.');
  await page.getByLabel('What 1/2 means').selectOption('day');
  await expect(guesses).toContainText('the day first');
  await begin(page);
  await expect(work(page)).toHaveText(/^Done: /);
  await expect(page.locator('#accounts')).toHaveText('Of 3 lines of the file: 3 in the rows below.');
  await expect(page.locator('.scroller td.label')).toHaveText(['Joy', 'Fear']);
  const save = page.getByRole('button', { name: 'Save as Excel' });
  const [download] = await Promise.all([page.waitForEvent('download'), aWorker(), save.click()]);
  const { sheets } = await readXlsx(await readFile(await download.path()));
  expect(sheets[0]?.rows.map((row) => row[4])).toEqual(['emotion_tag', 'joy', 'fear']);
});

test('a German file comes back as it came, and how it was made with it', async ({ page, serve }) => {
  const server = await serve();
  await page.goto(`${server.url}/#files`);
  const latin = (text: string) => Buffer.from(text, 'latin1');
  await open(page, 'kunden.csv', latin('Nr;Name;Kommentar\r\n1;Jürgen;I am so happy, really!\r\n2;=1+1;I am so scared!\r\n'));
  await expect(page.locator('#guesses')).toHaveText(
    'Read as a table with semicolons between cells, in windows-1252. Line 1 is a header. The texts are in “Kommentar”.',
  );
  await begin(page);
  await expect(work(page)).toHaveText(/^Done: /);
  await page.getByLabel('Save with it how it was made').check();
  const made = page.waitForEvent('download', (one) => one.suggestedFilename().endsWith('.json'));
  const [download] = await Promise.all([
    page.waitForEvent('download', (one) => one.suggestedFilename().endsWith('.csv')),
    page.getByRole('button', { name: 'Save as CSV', exact: true }).click(),
  ]);
  const bytes = await readFile(await download.path());
  expect(bytes.toString('latin1')).toMatch(/\r\n1;Jürgen;I am so happy, really!;joy;;;false;0,?\d*;0,\d+;/);
  await expect(page.getByText('One cell that a spreadsheet would run as a formula begins with an apostrophe now.')).toBeVisible();
  expect((await made).suggestedFilename()).toBe('kunden.emotions.made.json');
  const told = JSON.parse(await readFile(await (await made).path(), 'utf8')) as Record<string, unknown>;
  expect(told).toMatchObject({
    file: { name: 'kunden.csv', encoding: 'windows-1252', layout: { separator: ';', heading: 1 } },
    lines: { lines: 3, inRows: 2, missing: 0 },
    readBy: [{ device: 'wasm', weights: expect.stringMatching(/^[0-9a-f]{64}$/), threshold: expect.any(Number) }],
    export: { name: 'kunden.emotions.csv', rows: 2, formulasMadeSafe: 1 },
  });
});

test('a column of labels is compared with what was read, and a person says what other words mean', async ({ page, serve }) => {
  const server = await serve();
  await page.goto(`${server.url}/#files`);
  const rows = TEXTS.flatMap((text, i) => [`"${text} ${String(i)}",${['happy', 'sadness', 'anger', 'fear', 'no emotion'][i]!}`]);
  await open(page, 'labelled.csv', `text,mood\n${rows.join('\n')}\nI am so happy again!,sunny\nI am so happy to be here!,fear\n`);
  await page.getByLabel('Column with the right emotion').selectOption('mood');
  await begin(page);
  await expect(work(page)).toHaveText(/^Done: /);
  const compared = page.locator('#comparison');
  await expect(compared).toContainText('80.0% (95% interval: 37.6% to 96.4%)');
  await page.getByLabel('sunny (1)').selectOption('joy');
  await expect(compared).toContainText('83.3%');
  await page.getByRole('button', { name: 'Show the one row that differs' }).click();
  await expect(page.locator('.scroller td.label')).toHaveText(['Joy']);
});

test('rows are searched, split by a column and corrected, and only what shows is saved', async ({ page, serve }) => {
  const server = await serve();
  await page.goto(`${server.url}/#files`);
  const rows = TEXTS.map((text, i) => `${['Lee', 'Kim'][i % 2]!},"${text}"`);
  await open(page, 'calls.csv', `agent,text\n${rows.join('\n')}\n`);
  await begin(page);
  await expect(work(page)).toHaveText(/^Done: /);
  const labels = page.locator('.scroller td.label');
  await page.getByLabel('Search the texts').fill('FURIOUS');
  await page.getByLabel('Search the texts').press('Enter');
  await expect(labels).toHaveText(['Anger']);
  await page.getByLabel('Search the texts').fill('');
  await page.getByLabel('Search the texts').press('Enter');
  await page.getByLabel('Split by column').selectOption('agent');
  const groups = page.getByRole('region', { name: 'Emotions by agent' });
  await expect(groups.getByRole('row')).toHaveCount(3);
  await groups.getByRole('button', { name: 'Kim' }).click();
  await expect(labels).toHaveText(['Sadness', 'Fear']);
  await page.getByRole('region', { name: 'Table of rows' }).getByRole('button').first().click();
  await page.getByLabel('Your label').selectOption('love');
  await page.getByLabel('Only the 2 rows that the table shows').check();
  const csv = await saved(page, 'CSV');
  expect(
    csv.text
      .trim()
      .split('\n')
      .map((line) => line.replace(/^(\w+),.*,(\w*)$/, '$1 $2')),
  ).toEqual(['agent emotion_tag_corrected', 'Kim love', 'Kim ']);
});
