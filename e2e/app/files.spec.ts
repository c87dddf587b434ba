/** The Files page: a file in, an emotion for every row out, whatever happens in between. */
import type { Page } from '@playwright/test';
import { parseCsvObjects } from 'hucre/csv';
import { begin, open, saved, work } from '../../testbed/files';
import { LONG } from '../../testbed/long';
import { expect, test } from '../../testbed/setup';

const TEXTS = [
  'I am so happy that you came!',
  'I miss her, and the flat feels so empty.',
  'They lied to me again and I am furious!',
  'I am scared to death of the cellar.',
  'The meeting is at three.',
];
const LABELS = ['joy', 'sadness', 'anger', 'fear', ''];

/** Rows whose texts all differ, so that none is remembered. */
const csvOf = (rows: number): string =>
  `id,when,comment\n${Array.from({ length: rows }, (_, i) => `${String(i)},2024-0${String(1 + (i % 9))}-15,"${TEXTS[i % 5]!} ${String(i)}"`).join('\n')}\n`;

const rowsRead = async (page: Page): Promise<number> =>
  Number((await page.locator('#rows-read').innerText()).replaceAll(',', '').split(' ')[0]);

// fault: files | a reload in the middle of a thousand rows | pause, reload, start | every row is read once | the rows read before
test('a thousand rows are labelled, with a pause and a reload between', async ({ page, serve }) => {
  const server = await serve();
  await page.goto(`${server.url}/#files`);
  await open(page, 'comments.csv', csvOf(1000));
  await expect(page.getByLabel('Text column')).toHaveValue('comment');
  await expect(page.getByLabel('Date column')).toHaveValue('when');
  await begin(page);
  await expect(page.getByText('rows a second')).toBeVisible();
  await expect(page.getByText(/about .* left/)).toBeVisible();
  await page.getByRole('button', { name: 'Pause' }).click();
  await expect(work(page)).toHaveText(/Paused/);
  const before = await rowsRead(page);
  expect(before).toBeGreaterThan(0);
  expect(before).toBeLessThan(1000);
  await page.getByText('Show as a table').click();
  const figures = await page.locator('job-results details td').allInnerTexts();
  expect(figures.reduce((sum, figure) => sum + Number(figure), 0)).toBe(before);

  await page.reload();
  await expect(work(page)).toHaveText(/Paused/);
  expect(await rowsRead(page)).toBe(before);
  const asked = server.log.length;
  await page.getByRole('button', { name: 'Resume' }).click();
  await expect(work(page)).toHaveText(/^Done: /);
  await expect(page.locator('#rows-read')).toHaveText('1,000 of 1,000 rows');
  expect(server.log.slice(asked).filter((line) => line.startsWith('/model/'))).toEqual([]);

  const csv = await saved(page, 'CSV');
  expect(csv.name).toBe('comments.emotions.csv');
  const { data: parsed, headers } = parseCsvObjects(csv.text, { header: true });
  const data = parsed as Record<string, string>[];
  expect(headers.slice(0, 4)).toEqual(['id', 'when', 'comment', 'emotion_tag']);
  expect(data).toHaveLength(1000);
  expect(data.map(({ id, comment }) => [id, comment])).toEqual(
    Array.from({ length: 1000 }, (_, i) => [String(i), `${TEXTS[i % 5]!} ${String(i)}`]),
  );
  const right = data.filter((row, i) => row.emotion_tag === LABELS[i % 5]);
  expect(right.length).toBeGreaterThan(975);
  for (const row of data) {
    const scores = ['sadness', 'joy', 'love', 'anger', 'fear', 'surprise'].map((emotion) => Number(row[`emotion_tag_${emotion}`]));
    expect(Math.abs(scores.reduce((a, b) => a + b) - 1)).toBeLessThan(1e-3);
    expect(row.emotion_tag_reason).toBe(row.emotion_tag === '' ? 'unsure' : '');
  }
  const jsonl = (await saved(page, 'JSONL')).text.trim().split('\n');
  expect(jsonl.map((line) => (JSON.parse(line) as { emotion_tag: string | null }).emotion_tag ?? '')).toEqual(
    data.map((row) => row.emotion_tag),
  );

  // Filter, sort, look at one.
  const table = page.getByRole('region', { name: 'Table of rows' });
  await page.getByRole('button', { name: 'Anger' }).click();
  await page.getByLabel('Order').selectOption('surest');
  await expect(table.getByRole('button').first()).toContainText('furious');
  await table.getByRole('button').first().click();
  await expect(page.locator('figure.picked blockquote')).toContainText('furious');
  await expect(page.locator('figure.picked [part=label]')).toHaveText('Anger');
  await page.getByText('Show as a table').click();
  await expect(page.getByRole('rowheader')).toHaveCount(9);
  for (const canvas of await page.locator('canvas').all()) {
    expect(await canvas.evaluate((canvas: HTMLCanvasElement) => canvas.width * canvas.height)).toBeGreaterThan(0);
  }

  page.on('dialog', (dialog) => void dialog.accept());
  await page.getByRole('button', { name: 'Remove the file' }).click();
  await expect(page.getByLabel('Drop a file here')).toBeVisible();
  await page.reload();
  await expect(page.getByLabel('Drop a file here')).toBeVisible();
});

test('a table of thousands of rows has few of them in the page', async ({ page, serve }) => {
  const server = await serve();
  await page.goto(`${server.url}/#files`);
  await open(page, 'lines.txt', Array.from({ length: 20_000 }, (_, i) => `line ${String(i)}`).join('\n'));
  await begin(page);
  await page.getByRole('button', { name: 'Pause' }).click();
  const table = page.getByRole('region', { name: 'Table of rows' });
  await expect(table.getByRole('button', { name: 'line 0', exact: true })).toBeVisible();
  await table.evaluate((scroller) => {
    scroller.scrollTop = scroller.scrollHeight;
  });
  await expect(table.getByRole('button', { name: 'line 19999' })).toBeVisible();
  await expect.poll(() => table.getByRole('row').count()).toBeLessThan(60);
});

test('a row that cannot be read is told with its number, and the others are read', LONG, async ({ page, serve }) => {
  const server = await serve();
  await page.goto(`${server.url}/#files`);
  await open(
    page,
    'a.jsonl',
    '{"text":"I am so happy!"}\n{"text":\n{"note":"no text"}\n{"text":"I am so scared!"}\n{"text":"  "}\n',
  );
  await page.getByLabel('Text column').selectOption('text');
  await begin(page);
  await expect(work(page)).toHaveText(/^Done: /);
  await expect(page.locator('#rows-read')).toHaveText('3 of 3 rows');
  await page.getByText('2 rows of the file could not be read').click();
  await expect(page.getByText('Row 2: it is not valid JSON.')).toBeVisible();
  await expect(page.getByText('Row 3: it has no text in “text”.')).toBeVisible();
  const lines = (await saved(page, 'JSONL')).text.trim().split('\n');
  expect(lines.map((line) => (JSON.parse(line) as { emotion_tag: string | null }).emotion_tag)).toEqual(['joy', 'fear', null]);
});

test('dates that no chart can show are told below it', LONG, async ({ page, serve }) => {
  const server = await serve();
  await page.goto(`${server.url}/#files`);
  const dates = ['31/01/2024', '01/02/2024', '15/03/2024', ...Array<string>(18).fill('02/02/2024'), 'soon', '31/12/9999'];
  await open(page, 'a.csv', `day,text\n${dates.map((day, i) => `${day},I am so happy ${String(i)}!`).join('\n')}\n`);
  await expect(page.getByLabel('Date column')).toHaveValue('day');
  await begin(page);
  await expect(work(page)).toHaveText(/^Done: /);
  const chart = page.getByRole('region', { name: 'Over time' });
  await expect(chart.getByText('One row has no date that can be read.')).toBeVisible();
  await expect(chart.getByText('One row has a date too far from most others to be drawn.')).toBeVisible();
  await expect(chart.getByText('month first')).toHaveCount(0); // the 31st told
  await chart.getByText('Show as a table').click();
  await expect(chart.getByRole('rowheader')).toHaveCount(45);
});

test('where no row tells the day from the month, the chart says which was taken', LONG, async ({ page, serve }) => {
  const server = await serve();
  await page.goto(`${server.url}/#files`);
  await open(page, 'a.csv', 'day,text\n01/02/2024,I am so happy!\n03/04/2024,I am so happy again!\n');
  await begin(page);
  await expect(work(page)).toHaveText(/^Done: /);
  await expect(page.getByRole('region', { name: 'Over time' }).getByText('Read with the month first')).toBeVisible();
});

test('a file dropped on any page is opened', async ({ page, serve }) => {
  const server = await serve();
  await page.goto(server.url);
  await page.evaluate(() => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(['I am so happy!'], 'dropped.txt'));
    for (const type of ['dragover', 'drop']) {
      document.body.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer }));
    }
  });
  await expect(page.getByRole('heading', { name: 'dropped.txt' })).toBeVisible();
  expect(page.url()).toBe(`${server.url}/#files`);
});

test('a narrow phone shows a file whole, opened and read', async ({ page, serve }) => {
  await page.setViewportSize({ width: 320, height: 800 });
  const server = await serve();
  await page.goto(`${server.url}/#files`);
  const width = () => page.evaluate(() => document.documentElement.scrollWidth);
  await page.getByLabel('Drop a file here').waitFor();
  await expect.poll(width).toBeLessThanOrEqual(320);
  await open(page, 'a_very_long_name_without_any_space_in_it_at_all.csv', `${csvOf(10)}broken\n`);
  await page.getByRole('button', { name: 'Analyse every row' }).waitFor();
  await expect.poll(width).toBeLessThanOrEqual(320);
  await begin(page);
  await expect(work(page)).toHaveText(/^Done: /);
  await page.getByRole('region', { name: 'Table of rows' }).getByRole('button').first().click();
  await page.locator('figure.picked [part=label]').waitFor();
  await expect.poll(width).toBeLessThanOrEqual(320);
});
