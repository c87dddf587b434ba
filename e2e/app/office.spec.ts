/** What is saved opens in LibreOffice, where it is installed. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseCsvObjects } from 'hucre/csv';
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

const NAMES = ['Jürgen Größe', 'Ärmel & Öl', 'Über; Straße', 'Zoë "Ü" Naïf', '=Übel'];
/** Spreadsheets run it as a formula, so it is saved with an apostrophe where cells have no types. */
const DEFUSED = NAMES.map((name) => name.replace(/^=/, "'="));

test('LibreOffice opens what is saved of a German file, each row and umlaut of it', LONG, async ({ page, serve }) => {
  test.skip(!hasOffice(), 'LibreOffice is not installed');
  const server = await serve();
  await page.goto(`${server.url}/#files`);
  const names = Array.from({ length: 60 }, (_, i) => i % NAMES.length);
  const lines = names.map((at, i) => `${String(i)};"${NAMES[at]!.replaceAll('"', '""')}";I am so happy, really!`);
  await open(page, 'kunden.csv', Buffer.from(`Nr;Größe;Kommentar\r\n${lines.join('\r\n')}\r\n`, 'latin1'));
  await begin(page);
  await expect(work(page)).toHaveText(/^Done: /);
  for (const [kind, filter, expected] of [
    ['CSV', [`--infilter=${GERMAN}`], DEFUSED],
    ['Excel', [], NAMES],
  ] as const) {
    const folder = mkdtempSync(join(tmpdir(), 'emotion-tag-office-'));
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: `Save as ${kind}`, exact: true }).click(),
    ]);
    const path = join(folder, download.suggestedFilename());
    await download.saveAs(path);
    execFileSync('soffice', ['--headless', ...filter, '--convert-to', `csv:${PLAIN}`, '--outdir', join(folder, 'to'), path]);
    const { data } = parseCsvObjects(readFileSync(join(folder, 'to', 'kunden.emotions.csv'), 'utf8'), { header: true });
    const rows = data as Record<string, string>[];
    expect(
      rows.map((row) => [row.Nr, row.Größe, row.Kommentar, row.emotion_tag]),
      kind,
    ).toEqual(names.map((at, i) => [String(i), expected[at], 'I am so happy, really!', 'joy']));
    rmSync(folder, { recursive: true });
  }
});
