/** The lines for plain pages that name the hashes of our scripts. */
import { readFileSync } from 'node:fs';
import { integrityLines } from '../../build/package/integrity';
import { expect, test } from '../../testbed/setup';

const HTML = `<!doctype html><title>plain</title>${integrityLines('dist', '/')}<emotion-tag>I am so happy!</emotion-tag>`;

test('a page that names the hashes of our scripts reads', async ({ page, serve }) => {
  const { url } = await serve({ pages: { '/plain': HTML } });
  await page.goto(`${url}/plain`);
  await expect(page.locator('emotion-tag [part=label]')).toHaveText('Joy');
});

for (const [what, kind] of [
  ['the script', /^\/emotion-tag\.js$/],
  ['what it imports', /^\/assets\/define-/],
] as const) {
  // fault: network | the host serves another script in the place of {what} | a comment more at its end, on a page that names the hashes | the author’s text; the script does not run | nothing
  test(`on such a page another script in the place of ${what} does not run`, async ({ page, serve }) => {
    const refused: string[] = [];
    page.on('console', (message) => refused.push(message.text()));
    const { url } = await serve({
      pages: { '/plain': HTML },
      script: (path, response) =>
        kind.test(path) &&
        !!response.setHeader('content-type', 'text/javascript').end(`${readFileSync(`dist${path}`, 'utf8')}\n// evil`),
    });
    await page.goto(`${url}/plain`);
    await expect.poll(() => refused.some((text) => text.includes('integrity'))).toBe(true);
    await expect(page.locator('emotion-tag')).toHaveText('I am so happy!');
    expect(await page.evaluate(() => customElements.get('emotion-tag') === undefined)).toBe(true);
  });
}
