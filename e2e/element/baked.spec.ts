import { bakeHtml } from '../../src/bake/html';
import { sentencesIn } from '../../src/reading/sentences';
import { readingOf, type Reading } from '../../src/shared/reading';
import { LONG } from '../../testbed/long';
import { expect, test } from '../../testbed/setup';

const love = readingOf([0.01, 0.02, 0.9, 0.03, 0.03, 0.01], 0.5, { truncated: false });
const classify = (text: string): Promise<Reading> => {
  const sentences = sentencesIn(text).map((span) => ({ ...span, label: love.label, scores: love.scores }));
  return Promise.resolve({ ...love, ...(sentences.length > 1 && { sentences }) });
};
const baker = () => Promise.resolve({ diagnostics: { model: 'fake' }, classify });
const bake = async (html: string): Promise<string> => (await bakeHtml(html, baker)).html;

// A real model would say something else of these texts: what shows was baked.
test('fifty baked tags show their labels and ask for nothing but the element’s script', async ({ page, embed }) => {
  const tags = Array.from({ length: 50 }, (_, i) => `<p><emotion-tag>Somebody stole bicycle ${String(i)}.</emotion-tag></p>`);
  const server = await embed(await bake(tags.join('\n')));
  await expect(page.locator('emotion-tag [part=label]')).toHaveText(Array.from({ length: 50 }, () => 'Love'));
  await page.waitForLoadState('networkidle');
  expect(
    server.log.filter(
      (line) => !/^\/(embed|emotion-tag\.js|assets\/emotion-tag-[^/]*\.js|assets\/[\w-]+\.js|favicon\.ico) /.test(line),
    ),
  ).toEqual([]);
  expect(server.log.filter((line) => /engine-[^s]|main-|compile-|ort-|\/model\//.test(line))).toEqual([]);
  expect(page.workers()).toEqual([]);
});

test('bars and highlighted sentences show from what was baked; another text is read by the model', async ({ page, embed }) => {
  await embed(
    await bake(
      '<emotion-tag view="bars" id="bars">A day.</emotion-tag><emotion-tag view="highlight" id="sentences">One day. Two days.</emotion-tag>',
    ),
  );
  await expect(page.locator('#bars').getByRole('meter', { name: 'Love' })).toHaveAttribute('aria-valuenow', /9/);
  await expect(page.locator('#sentences [part=legend]')).toContainText('2');
  expect(page.workers()).toEqual([]);
  await page.locator('#bars').evaluate((tag) => (tag.textContent = 'I am so angry that I could scream!'));
  await expect(page.locator('#bars').getByRole('meter', { name: 'Anger' })).toHaveAttribute('aria-valuenow', /9/);
});

test('why a baked label is what it is loads the model on demand', LONG, async ({ page, embed }) => {
  await embed(await bake('<emotion-tag explain>I am so happy that you came!</emotion-tag>'));
  await expect(page.locator('emotion-tag [part=label]')).toHaveText('Love');
  expect(page.workers()).toEqual([]);
  await page.locator('[part~=explain-button]').click();
  await expect(page.locator('[part~=word]').first()).toBeVisible();
  await expect.poll(() => page.workers()).toHaveLength(1);
});
