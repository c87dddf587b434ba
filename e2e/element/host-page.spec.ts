/** What stands around a tag: fields that change, dialogs, shadow roots, slots, style sheets and the focus of whoever uses the page. */
import type { EmotionTag } from '../../src/index';
import { expect } from '../../testbed/setup';
import { test } from '../../testbed/fake-page';

const label = 'emotion-tag [part=label]';
const component = (shadow: string): string =>
  `<script>customElements.define('my-card', class extends HTMLElement {
    constructor() { super(); this.attachShadow({ mode: 'open' }).innerHTML = \`${shadow}\`; }
  })</script>`;

test('in a modal dialog an answer is said there, since all else is silent', async ({ page, story }) => {
  await story('<dialog><textarea id="a" aria-label="Text"></textarea><emotion-tag for="a"></emotion-tag></dialog>');
  await page.locator('dialog').evaluate((dialog: HTMLDialogElement) => {
    dialog.showModal();
  });
  await page.getByLabel('Text').fill('so much anger');
  await expect(page.getByRole('dialog').getByRole('status')).toHaveText('Anger 90%');
  await page.keyboard.press('Escape');
  await page.locator('#a').evaluate((field: HTMLTextAreaElement) => {
    field.value = 'so much joy';
    field.dispatchEvent(new InputEvent('input'));
  });
  await expect(page.getByRole('status')).toHaveText('Joy 90%');
});

test('a component may wrap a tag around what is put into it', async ({ page, story }) => {
  await story(
    `${component('<emotion-tag view="highlight"><slot></slot></emotion-tag>')}<my-card>I am full of joy. <b>It was fear.</b></my-card>`,
  );
  const tinted = (): Promise<string[]> =>
    page.evaluate(() => [...CSS.highlights].map(([name, ranges]) => `${name.slice(12)} ${String(ranges.size)}`).sort());
  await expect.poll(tinted).toEqual(['fear 1', 'joy 1']);
  expect(await page.evaluate(() => document.adoptedStyleSheets.length)).toBe(1); // where the text stands
  await page.locator('my-card b').evaluate((bold) => {
    bold.firstChild!.nodeValue = 'It was anger.';
  });
  await expect.poll(tinted).toEqual(['anger 1', 'joy 1']);
  await page.locator('my-card').evaluate((card) => {
    card.textContent = 'I am full of love. So much surprise.';
  });
  await expect.poll(tinted).toEqual(['love 1', 'surprise 1']);
});

test('a language that changes in a shadow root is spoken, and so is that of the property', async ({ page, story }) => {
  await story(`${component('<div lang="en"><emotion-tag>joy</emotion-tag></div>')}<my-card></my-card>`);
  await expect(page.locator(label)).toHaveText('Joy');
  await page.locator('my-card div').evaluate((div: HTMLElement) => (div.lang = 'de'));
  await expect(page.locator(label)).toHaveText('Freude');
  await page.locator('emotion-tag').evaluate((tag: EmotionTag) => (tag.lang = 'fr'));
  await expect(page.locator(label)).toHaveText('Joie');
});

test('tints come back where the page has put other style sheets in the place of its own', async ({ page, story }) => {
  await story('<emotion-tag view="highlight">I am full of joy. It was fear.</emotion-tag>');
  await expect(page.locator('emotion-tag [part=legend]')).toBeVisible();
  await page.evaluate(() => {
    document.adoptedStyleSheets = [new CSSStyleSheet()];
    document.querySelector('emotion-tag')!.firstChild!.nodeValue = 'I am full of anger. It was fear.';
  });
  await expect(page.locator('emotion-tag [part=legend]')).toContainText('Anger');
  await expect.poll(() => page.evaluate(() => document.adoptedStyleSheets.length)).toBe(2);
});

test('the focus stays on Why? where the next text is not read, and on an offer that is scrolled away', async ({ page, story }) => {
  const engine = { availability: 'downloadable', answers: { 'heute ist es kalt': 'unsupported-language' } } as const;
  await story(
    `<textarea id="a" aria-label="Text">joy</textarea><emotion-tag for="a" explain></emotion-tag>
     <p><emotion-tag load="click">fear</emotion-tag></p><div style="height: 3000px"></div>`,
    { engine },
  );
  const why = page.getByRole('button', { name: 'Why?' });
  await expect(why).toBeEnabled();
  await page.getByLabel('Text').fill('heute ist es kalt');
  await why.focus();
  await expect(why).toBeDisabled();
  await expect(why).toBeFocused();
  const offer = page.getByRole('button', { name: 'Read · 15 MB' });
  await offer.focus();
  await page.evaluate(async () => {
    scrollTo(0, 3000);
    const tag = document.querySelector<EmotionTag>('p emotion-tag')!;
    // Told of the same frame as the tag's own, and after it.
    await new Promise<void>((resolve) => {
      const observer = new IntersectionObserver(
        ([entry]) => {
          if (!entry!.isIntersecting) resolve();
        },
        { rootMargin: '200px' },
      );
      observer.observe(tag);
    });
    await tag.updateComplete;
  });
  await expect(offer).toBeFocused();
});

test('a tag never reads a field that became one for a password, nor a password that is shown', async ({ page, story }) => {
  const warnings: string[] = [];
  page.on('console', (message) => message.type() === 'warning' && warnings.push(message.text()));
  const tag = (id: string): string => `<emotion-tag for="${id}" load="eager"></emotion-tag>`;
  await story(
    `<input id="a" value="joy"><input id="b" type="password" value="fear"><input id="c">${tag('a')}${tag('b')}${tag('c')}`,
  );
  await expect(page.locator(label)).toHaveText('Joy');
  for (const [type, said] of [
    ['password', 'Anger'],
    ['text', 'Sadness'],
  ] as const) {
    await page.evaluate(
      ({ type, said }) => {
        const [a, b, c] = ['a', 'b', 'c'].map((id) => document.getElementById(id) as HTMLInputElement);
        a!.type = b!.type = type;
        c!.value = said;
        for (const field of [a!, b!, c!]) field.dispatchEvent(new InputEvent('input'));
      },
      { type, said },
    );
    await expect(page.locator(label)).toHaveText(said); // that of the third: all were written in at the same time
  }
  expect(await page.evaluate(() => engine.texts)).toEqual(['joy', 'Anger', 'Sadness']);
  await expect.poll(() => warnings.map((warning) => /for="."/.exec(warning)?.[0])).toEqual(['for="b"', 'for="a"']); // each once
});

test('a tag follows an element from when it can be edited', async ({ page, story }) => {
  await story('<div id="a" role="textbox" aria-label="Text">joy</div><emotion-tag for="a"></emotion-tag>');
  await page.locator('#a').evaluate((element) => {
    element.setAttribute('contenteditable', '');
  });
  await expect(page.locator(label)).toHaveText('Joy');
  await page.locator('#a').fill('so much fear');
  await expect(page.locator(label)).toHaveText('Fear');
});
