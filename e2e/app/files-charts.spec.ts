/** What charts of a file do, and what a person changes of how it is read. */
import { readFile } from 'node:fs/promises';
import type { Locator } from '@playwright/test';
import { begin, open, work } from '../../testbed/files';
import { expect, test } from '../../testbed/setup';

/** The pixels of a chart that are in the colour of an emotion: how many, and one of them, in CSS pixels of its canvas. */
const painted = (chart: Locator, kind: string): Promise<{ pixels: number; position: { x: number; y: number } }> =>
  chart.evaluate((chart, kind) => {
    const canvas = chart.querySelector('canvas')!;
    const tone = getComputedStyle(chart.querySelector(`.tone.${kind}`)!).color;
    const probe = new OffscreenCanvas(1, 1).getContext('2d')!;
    probe.fillStyle = tone;
    probe.fillRect(0, 0, 1, 1);
    const [red, green, blue] = probe.getImageData(0, 0, 1, 1).data;
    const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
    const found = Array.from({ length: data.length / 4 }, (_, i) => i).filter(
      (i) => data[i * 4] === red && data[i * 4 + 1] === green && data[i * 4 + 2] === blue && data[i * 4 + 3] === 255,
    );
    const upper = found[found.length >> 2] ?? 0;
    const ratio = canvas.width / canvas.clientWidth;
    return {
      pixels: found.length,
      position: { x: (upper % canvas.width) / ratio, y: Math.floor(upper / canvas.width) / ratio },
    };
  }, kind);

test('charts: a bar that is clicked shows its rows, time is in rows or in percent, and each is saved as SVG and PNG', async ({
  page,
  serve,
}) => {
  const server = await serve();
  await page.goto(`${server.url}/#files`);
  const rows = ['2024-01-05,joy', '2024-01-05,joy', '2024-01-05,fear', '2024-01-07,fear'];
  await open(
    page,
    'a.csv',
    `text,day,mood\n${rows.map((row, i) => `"I am so happy ${String(i)}!",${row}`).join('\n')}\nI am scared,,\n`,
  );
  await begin(page);
  await expect(work(page)).toHaveText(/^Done: /);
  const labels = page.locator('.scroller td.label');
  await expect(labels).toHaveText(['Joy', 'Joy', 'Joy', 'Joy', 'Fear']);
  const all = page.getByRole('region', { name: 'How many of each' }).locator('emotions-chart');
  const time = page.getByRole('region', { name: 'Over time' }).locator('emotions-chart');
  const sure = page.locator('calibration-chart');
  const savedAs = async (chart: Locator, kind: 'SVG' | 'PNG') => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      chart.getByRole('button', { name: `Save as ${kind}` }).click(),
    ]);
    return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
  };
  for (const [chart, name] of [
    [all, 'How many of each'],
    [time, 'Over time'],
    [sure, 'How sure, and how often right'],
  ] as const) {
    await expect(chart.getByRole('img', { name })).toBeVisible();
    const [svg, png] = [await savedAs(chart, 'SVG'), await savedAs(chart, 'PNG')];
    expect([svg.name, png.name]).toEqual([`${name}.svg`, `${name}.png`]);
    expect(svg.bytes.toString()).toMatch(/^<svg xmlns="[^]*<\/svg>\n$/);
    expect([...png.bytes.subarray(0, 8)]).toEqual([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  }

  // Three rows of one day and one of another: in percent both bars are whole.
  const inRows = await painted(time, 'joy');
  await page.getByLabel('In percent of each bar').check();
  await expect.poll(async () => (await painted(time, 'joy')).pixels).toBeGreaterThan(inRows.pixels * 1.2);
  await page.getByLabel('In percent of each bar').uncheck();
  await expect.poll(async () => (await painted(time, 'joy')).pixels).toBe(inRows.pixels);

  await all.locator('canvas').click({ position: (await painted(all, 'fear')).position });
  await expect(labels).toHaveText(['Fear']);
  await time.locator('canvas').click({ position: inRows.position });
  await expect(labels).toHaveText(['Joy', 'Joy', 'Joy']);
});

test('what was guessed is changed in the dialog, and the first rows change at once', async ({ page, serve }) => {
  const server = await serve();
  await page.goto(`${server.url}/#files`);
  const guesses = page.locator('#guesses');
  const preview = page.getByRole('region', { name: 'The first rows' });
  const texts = preview.locator('td.text');
  await open(page, 'a.csv', 'reply,when,mood\n"It is ""so"" good",01/02/2024,joy\nThey lied to me,03/04/2024,anger\n');
  await expect(texts).toHaveText(['It is "so" good', 'They lied to me']);
  await page.getByLabel('Quotation marks').selectOption('none');
  await expect(texts).toHaveText(['"It is ""so"" good"', 'They lied to me']);
  await page.getByLabel('Header in line').fill('0');
  await page.getByLabel('Header in line').press('Enter');
  await expect(texts).toHaveText(['reply', '"It is ""so"" good"', 'They lied to me']);
  await expect(guesses).toContainText('There is no header.');
  await page.getByLabel('First line of the rows').fill('3');
  await page.getByLabel('First line of the rows').press('Enter');
  await expect(texts).toHaveText(['They lied to me']);
  await page.getByLabel('Header in line').fill('1');
  await page.getByLabel('Header in line').press('Enter');
  await expect(preview.getByRole('columnheader')).toHaveText(['Row', 'when', 'mood', 'reply']);
  await page.getByLabel('Column with the right emotion').selectOption('none');
  await expect(preview.getByRole('columnheader')).toHaveText(['Row', 'when', 'reply']);
  await page.getByLabel('Column with the right emotion').selectOption('mood');
  await expect(preview.getByRole('columnheader')).toHaveText(['Row', 'when', 'mood', 'reply']);
  await expect(guesses).toContainText('“mood” says the right emotion.');
  await page.getByLabel('What 1/2 means').selectOption('day');
  await expect(guesses).toContainText('The dates are in “when”, the day first.');
});
