/** What is saved opens in LibreOffice, where it is installed. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { begin, open, work } from '../../testbed/files';
import { LONG } from '../../testbed/long';
import { expect, test } from '../../testbed/setup';

function hasOffice(): boolean {
  try {
    execFileSync('soffice', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    console.warn('SKIPPED: LibreOffice (soffice) is not installed.');
    return false;
  }
}

/** As LibreOffice's own dialog has them: separator, quotation mark, encoding (1 is Windows-1252, 76 is UTF-8). */
const GERMAN = 'Text - txt - csv (StarCalc):59,34,1';
const PLAIN = 'Text - txt - csv (StarCalc):44,34,76';

test('LibreOffice opens what is saved of a German file, umlauts and all', LONG, async ({ page, serve }) => {
  test.skip(!hasOffice(), 'LibreOffice is not installed');
  const server = await serve();
  await page.goto(`${server.url}/#files`);
  await open(page, 'kunden.csv', Buffer.from('Nr;Name;Kommentar\r\n1;Jürgen Größe;I am so happy, really!\r\n', 'latin1'));
  await begin(page);
  await expect(work(page)).toHaveText(/^Done: /);
  for (const [kind, filter] of [
    ['CSV', [`--infilter=${GERMAN}`]],
    ['Excel', []],
  ] as const) {
    const folder = mkdtempSync(join(tmpdir(), 'emotion-tag-office-'));
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: `Save as ${kind}`, exact: true }).click(),
    ]);
    const path = join(folder, download.suggestedFilename());
    await download.saveAs(path);
    execFileSync('soffice', ['--headless', ...filter, '--convert-to', `csv:${PLAIN}`, '--outdir', join(folder, 'to'), path]);
    const lines = readFileSync(join(folder, 'to', 'kunden.emotions.csv'), 'utf8');
    expect(lines, kind).toContain('1,Jürgen Größe,"I am so happy, really!",joy,');
    rmSync(folder, { recursive: true });
  }
});
