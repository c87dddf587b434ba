import type { EmotionTag } from '../../src/index';
import { modelRequests, TagHarness, test as real } from '../../testbed/setup';
import { expect, test } from '../../testbed/fake-page';

const label = 'emotion-tag [part=label]';

test('markup in text, slot and attributes is shown as text', async ({ page, story }) => {
  const evil = '<img src=x onerror="document.title=1">joy';
  await story('<emotion-tag explain view="highlight"></emotion-tag>');
  await page.locator('emotion-tag').evaluate((tag: EmotionTag, text) => {
    tag.textContent = text;
    for (const name of ['for', 'view', 'device', 'load', 'name', 'lang']) tag.setAttribute(name, name === 'for' ? '' : text);
    tag.removeAttribute('for');
    tag.setAttribute('view', 'highlight');
  }, evil);
  await expect(page.locator(label)).toHaveText('Joy');
  await page.getByRole('button', { name: 'Why?' }).click();
  await expect(page.locator('[part=word]')).toHaveCount(1);
  await expect(page.locator('emotion-tag img')).toHaveCount(0);
  expect(await page.title()).toBe('story');
});

test('defaults put no attribute on the author’s element, and properties reflect', async ({ page, story }) => {
  await story('<emotion-tag>joy</emotion-tag>');
  await expect(page.locator(label)).toHaveText('Joy');
  const tag = page.locator('emotion-tag');
  expect(await tag.evaluate((element) => element.getAttributeNames())).toEqual([]);
  await tag.evaluate((element: EmotionTag) =>
    Object.assign(element, { view: 'bars', threshold: 0.2, htmlFor: 'x', explain: true }),
  );
  expect(
    await tag.evaluate((element) =>
      Object.fromEntries(element.getAttributeNames().map((name) => [name, element.getAttribute(name)])),
    ),
  ).toEqual({
    view: 'bars',
    threshold: '0.2',
    for: 'x',
    explain: '',
  });
});

const REFUSED = [
  '//elsewhere.example/m',
  'javascript:alert(1)',
  'data:text/html,x',
  'blob:x',
  'https://elsewhere.example/',
  'model?x',
  'https://a@b/',
  'file:///etc/',
];

real('a model base that is not ours is refused with one clear error, and asks nobody', async ({ page, embed }) => {
  const asked: string[] = [];
  page.context().on('request', (request) => asked.push(request.url()));
  const server = await embed('<emotion-tag></emotion-tag>');
  const tag = new TagHarness(page);
  for (const base of REFUSED) {
    await tag.locator.evaluate((element, value) => {
      element.setAttribute('model-base', value);
    }, base);
    const error = await tag.fail(`for ${base}`);
    expect(error.code).toBe('invalid-input');
    expect(error.message).toContain('is refused');
  }
  expect(asked.filter((url) => !url.startsWith(server.url))).toEqual([]);
  expect(modelRequests(server)).toEqual([]);
  await tag.locator.evaluate((element) => {
    element.setAttribute('model-base', '/model');
  });
  expect((await tag.read('I am so happy!')).label).toBe('joy');
});
