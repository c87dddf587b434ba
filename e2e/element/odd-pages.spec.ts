/** Pages that other programs change: translators and extensions. */
import { expect, test } from '../../testbed/fake-page';

const label = 'emotion-tag [part=label]';

// fault: page life | a page translator puts its own elements around every text, and other words in | unknown inline elements, as Chromium’s `<font>` | the label of the new words, once | the translator’s elements
test('what a page translator makes of a text is read, once', async ({ page, story }) => {
  await story('<emotion-tag>joy</emotion-tag>');
  await expect(page.locator(label)).toHaveText('Joy');
  await page.evaluate(() => {
    const text = document.querySelector('emotion-tag')!.firstChild!;
    const outer = document.createElement('x-font');
    outer.append(Object.assign(document.createElement('x-font'), { textContent: 'fear, in other words' }));
    text.replaceWith(outer);
  });
  await expect(page.locator(label)).toHaveText('Fear');
  await expect(page.locator('emotion-tag x-font x-font')).toHaveText('fear, in other words');
  expect(await page.evaluate(() => engine.texts)).toEqual(['joy', 'fear, in other words']);
});

// fault: page life | an extension puts style sheets and attributes into the tag’s own tree | a script | the next label, and no error | what the extension put there
test('what an extension puts into a tag leaves it at work', async ({ page, story }) => {
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  await story('<emotion-tag>joy</emotion-tag>');
  await expect(page.locator(label)).toHaveText('Joy');
  await page.evaluate(() => {
    const tag = document.querySelector('emotion-tag')!;
    const root = tag.shadowRoot!;
    root.prepend(document.createElement('style'), document.createElement('grammar-checker'));
    for (const element of root.querySelectorAll('*')) element.setAttribute('data-darkened', '1');
    tag.setAttribute('data-darkened', '1');
    tag.textContent = 'anger';
  });
  await expect(page.locator(label)).toHaveText('Anger');
  expect(errors).toEqual([]);
});
