/** Somebody leaves the page in the middle of a file, and comes back. */
import { parseCsvObjects } from 'hucre/csv';
import { isServed } from '../../testbed/app';
import { launch } from '../../testbed/browser';
import { begin, open, saved, work } from '../../testbed/files';
import { LONG } from '../../testbed/long';
import { expect, test } from '../../testbed/setup';

// fault: page life | somebody goes to another page in the middle of a file, and back | `goto` and `goBack`, with the back/forward cache | the file, paused or at work; each row read once | the rows read before
test('a way back into the middle of a file finds the rows that were read', LONG, async ({ serve }) => {
  const { url } = await serve({ pages: { '/other': '<!doctype html><title>other</title>' } });
  const context = await launch({ without: ['--disable-back-forward-cache'] });
  const page = await context.newPage();
  await page.goto(`${url}/#files`);
  await isServed(page);
  const rows = Array.from({ length: 400 }, (_, i) => `${String(i)},"I am so happy, for the time ${String(i)}!"`);
  await open(page, 'a.csv', `id,text\n${rows.join('\n')}\n`);
  await page.getByLabel('Text column').selectOption('text');
  await begin(page);
  const read = page.locator('#rows-read');
  await expect(read).toHaveText(/^[1-9]\d+ of 400 rows/);
  await page.goto(`${url}/other`);
  await page.goBack({ waitUntil: 'commit' });
  await expect(page.getByRole('heading', { name: 'a.csv' })).toBeVisible();
  // From the cache it goes on by itself; a browser that did not keep the page in there loads it anew.
  const resume = page.getByRole('button', { name: 'Resume' });
  await expect(resume.or(page.locator('#work', { hasText: /rows a second|^Done: / }))).toBeVisible();
  if (await resume.isVisible()) await resume.click();
  await expect(work(page)).toHaveText(/^Done: /);
  const { data } = parseCsvObjects((await saved(page, 'CSV')).text, { header: true });
  expect(data.map((row) => (row as Record<string, string>).id)).toEqual(rows.map((_, i) => String(i)));
  await context.browser()?.close();
});
