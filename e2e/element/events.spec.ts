/** Events of a tag: README, "The element", has their order. */
import type * as testing from '../../src/testing/index';
import { expect, test } from '../../testbed/fake-page';

type Testing = typeof testing;

declare global {
  /** The events that a page has seen, in their order. */
  var told: string[];
}

const label = 'emotion-tag [part=label]';

test('events come in the documented order', async ({ page, story }) => {
  await story('<emotion-tag explain></emotion-tag>');
  await page.evaluate(() => {
    globalThis.told = [];
    for (const type of ['emotion-progress', 'emotion-change', 'emotion-error', 'emotion-explain'])
      document.addEventListener(type, (event) =>
        told.push(`${type} ${String((event as { loaded?: number }).loaded ?? '')}`.trim()),
      );
    engine.hold();
    document.querySelector('emotion-tag')!.textContent = 'so much joy';
  });
  await expect(page.locator('emotion-tag:state(loading)')).toHaveCount(1);
  await page.waitForFunction(() => engine.users === 1);
  await page.evaluate(() => {
    for (const loaded of [0, 0.001, 0.5, 1]) engine.progress(loaded);
    engine.release();
  });
  await page.getByRole('button', { name: 'Why?' }).click();
  await expect(page.locator('[part=word]')).toHaveCount(1);
  expect(await page.evaluate(() => told)).toEqual([
    'emotion-progress 0',
    'emotion-progress 0.5',
    'emotion-progress 1',
    'emotion-change',
    'emotion-explain',
  ]);
});

// fault: worker | a text cannot be read | the fake engine fails | the author’s text, and a button that tries again | the text
test('a failure keeps the author’s text and can be tried again', async ({ page, story }) => {
  await story('<emotion-tag>my joy</emotion-tag>');
  await expect(page.locator(label)).toHaveText('Joy');
  await page.evaluate(async () => {
    const url = new URL('/testing.js', location.href).href;
    const { ClassifierError, useFakeEngine } = (await import(url)) as Testing;
    const answers: Record<string, testing.Answer> = { 'no line joy': new ClassifierError('network', 'The line broke.') };
    const fake = (globalThis.engine = useFakeEngine({ answers }));
    fake.hold();
    const tag = document.createElement('emotion-tag');
    tag.addEventListener('emotion-error', () => delete answers['no line joy']);
    const told: string[] = (globalThis.told = []);
    for (const type of ['emotion-progress', 'emotion-change', 'emotion-error']) tag.addEventListener(type, () => told.push(type));
    tag.textContent = 'no line joy';
    document.body.append(tag);
  });
  await page.waitForFunction(() => engine.users === 1);
  await page.evaluate(() => {
    engine.progress(0.5);
    engine.release();
  });
  const failed = page.getByRole('button', { name: 'The emotion model could not be downloaded' });
  await expect(failed).toBeVisible();
  await expect(page.locator('emotion-tag').last()).toContainText('no line joy');
  await failed.click();
  await expect(page.locator(label)).toHaveText(['Joy', 'Joy']);
  expect(await page.evaluate(() => told)).toEqual(['emotion-progress', 'emotion-error', 'emotion-change']);
});
