/** A tag among what else makes and moves elements on a page: older Lits, islands, swaps of HTML, frames, translators, printers. */
import { readFile } from 'node:fs/promises';
import type { EmotionTag } from '../../src/index';
import type { Page } from '@playwright/test';
import { expect, test } from '../../testbed/fake-page';

const labels = (page: Page, within = ''): ReturnType<Page['locator']> => page.locator(`${within} emotion-tag [part=label]`);
const tag = (text: string, attributes = ''): string => `<emotion-tag load="eager" ${attributes}>${text}</emotion-tag>`;
/** What has been read since this was asked last. */
const texts = (page: Page): Promise<string[]> => page.evaluate(() => engine.texts.splice(0));

const LIT_2 = '/lit2/';
const litImports = JSON.stringify({
  imports: {
    lit2: `${LIT_2}index.js`,
    '@lit/reactive-element': `${LIT_2}node_modules/@lit/reactive-element/reactive-element.js`,
    'lit-html': `${LIT_2}node_modules/lit-html/lit-html.js`,
    'lit-html/': `${LIT_2}node_modules/lit-html/`,
    'lit-element/': `${LIT_2}node_modules/lit-element/`,
  },
});

test('a host of Lit 2 writes texts, properties and listeners, and neither Lit minds the other', async ({ page, story }) => {
  const noise: string[] = [];
  page.on('pageerror', ({ message }) => noise.push(message));
  page.on('console', (message) => /warning|error/.test(message.type()) && noise.push(message.text()));
  await story('<lit-host></lit-host>', {
    head: `<link rel="icon" href="data:,"><script type="importmap">${litImports}</script><script type="module">
      import { LitElement, html } from 'lit2';
      customElements.define('lit-host', class extends LitElement {
        static properties = { said: {}, heard: {} };
        constructor() { super(); this.said = 'so much joy'; this.heard = []; }
        render() {
          return html\`<emotion-tag load="eager" @emotion-change=\${({ label }) => (this.heard = [...this.heard, label])}>\${this.said}</emotion-tag>
            <emotion-tag .load=\${'eager'} .text=\${this.said} ?explain=\${true}></emotion-tag><i>\${this.heard.join()}</i>\`;
        }
      });
    </script>`,
    script: async (path, response) => {
      if (!path.startsWith(LIT_2)) return false;
      response.setHeader('content-type', 'text/javascript').end(await readFile(`node_modules${path}`));
      return true;
    },
  });
  await expect(labels(page, 'lit-host')).toHaveText(['Joy', 'Joy']);
  await page.locator('lit-host').evaluate((host) => Object.assign(host, { said: 'what a fear' }));
  await expect(labels(page, 'lit-host')).toHaveText(['Fear', 'Fear']);
  await expect(page.locator('lit-host i')).toHaveText('joy,fear');
  expect(noise).toEqual([]);
});

test('an island may set a tag before its script is here, or make one after', async ({ page, story }) => {
  await story(`<emotion-tag id="early"></emotion-tag>${tag('joy', 'id="kept"')}<div id="late"></div><script>
    const early = document.querySelector('#early');
    Object.assign(early, { text: 'love', load: 'eager', view: 'bars' });
    early.addEventListener('emotion-change', ({ label }) => (early.title = label));
    document.querySelector('#kept').firstChild.data = 'anger';
  </script>`);
  await expect(labels(page)).toHaveText(['Love', 'Anger']);
  await expect(page.locator('#early')).toHaveAttribute('title', 'love');
  await expect(page.locator('#early').getByRole('meter')).toHaveCount(6);
  await page.evaluate(`{
    const late = document.querySelector('#late');
    late.innerHTML = '<template><p><emotion-tag load="eager">fear</emotion-tag></p></template>';
    const { content } = late.querySelector('template');
    late.append(content.cloneNode(true), document.importNode(content, true), content);
    late.append(document.querySelector('#kept').cloneNode(true));
  }`);
  await expect(labels(page, '#late')).toHaveText(['Fear', 'Fear', 'Fear', 'Anger']);
  expect((await texts(page)).sort()).toEqual(['anger', 'anger', 'fear', 'fear', 'fear', 'love']);
});

test('floods and swaps of HTML end in what stands there last', async ({ page, story }) => {
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  await story(`<div id="feed"></div><p id="swapped">${tag('joy')}</p><p id="morphed">${tag('joy')}</p>`);
  await page.evaluate(`{
    const feed = document.querySelector('#feed');
    for (const word of ['joy', 'love', 'anger', 'sadness', 'fear'])
      for (let i = 0; i < 10; i++)
        feed.innerHTML = ('<emotion-tag load="eager">' + word + ' <b>' + i + '</b></emotion-tag>').repeat(20);
    document.querySelector('#swapped').outerHTML = '<p id="swapped"><emotion-tag load="eager">surprise</emotion-tag></p>'; // as htmx does
    const old = document.querySelector('#morphed emotion-tag'); // as morphing does
    old.setAttribute('view', 'bars');
    old.firstChild.nodeValue = 'sadness';
  }`);
  await expect(labels(page, '#feed')).toHaveText(Array.from({ length: 20 }, () => 'Fear'));
  await expect(labels(page, '#swapped')).toHaveText('Surprise');
  await expect(labels(page, '#morphed')).toHaveText('Sadness');
  const users = (): Promise<number> => page.evaluate(() => engine.users);
  await expect.poll(users).toBe(22);

  // As Turbo does: another body, and later a copy of the first, made when it was left.
  await page.evaluate(`
    globalThis.left = document.body.cloneNode(true);
    const other = document.createElement('body');
    other.innerHTML = '<main><emotion-tag load="eager">love</emotion-tag></main>';
    document.documentElement.replaceChild(other, document.body);
  `);
  await expect(labels(page)).toHaveText(['Love']);
  await expect.poll(users).toBe(1);
  await page.evaluate('document.body.replaceWith(left)');
  await expect(labels(page)).toHaveText([...Array.from({ length: 20 }, () => 'Fear'), 'Surprise', 'Sadness']);
  expect(errors).toEqual([]);
});

test('a browser that translates the text has it read again, once, and the badge stays ours', async ({ page, story }) => {
  await story(tag('so much joy', 'view="highlight"'));
  await expect(page.locator('emotion-tag [part=legend]')).toBeVisible();
  expect(await texts(page)).toEqual(['so much joy']);
  const translate = (words: string): Promise<void> =>
    page.evaluate((words) => {
      const text = document.querySelector('emotion-tag')!;
      const font = (child: Node): Node => {
        const made = document.createElement('font' as string);
        made.style.verticalAlign = 'inherit';
        made.append(child);
        return made;
      };
      text.replaceChildren(font(font(document.createTextNode(words))));
    }, words);
  await translate('so viel fear');
  await expect(page.locator('emotion-tag [part=label]')).toHaveText('Fear');
  await translate('tant de love');
  await expect(page.locator('emotion-tag [part=label]')).toHaveText('Love');
  expect(await texts(page)).toEqual(['so viel fear', 'tant de love']);
  await expect(page.locator('emotion-tag .answer')).toHaveAttribute('translate', 'no');
});

test('on paper there are labels, and no buttons', async ({ page, story }) => {
  await story(`${tag('joy', 'explain')}<emotion-tag load="click">fear</emotion-tag>`, {
    engine: { availability: 'downloadable' },
  });
  await expect(labels(page)).toHaveText('Joy');
  await expect(page.getByRole('button')).toHaveCount(2);
  await page.emulateMedia({ media: 'print' });
  await expect(labels(page)).toBeVisible();
  await expect(page.getByRole('button')).toHaveCount(0);
});

test('tags and what stands in them may move between documents', async ({ page, story }) => {
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  await story(`<iframe title="other" srcdoc="<textarea id=field>anger</textarea><b>full of love</b>"></iframe>
    ${tag('joy', 'id="moved" view="highlight"')}${tag('', 'id="filled"')}${tag('', 'for="field" id="following"')}`);
  await expect(labels(page)).toHaveText('Joy');
  await page.locator('iframe').evaluate((frame: HTMLIFrameElement) => {
    const inside = frame.contentDocument!;
    document.querySelector('#filled')!.append(inside.querySelector('b')!);
    document.body.append(inside.querySelector('textarea')!);
    inside.body.append(inside.adoptNode(document.querySelector('#moved')!));
  });
  await expect(labels(page)).toHaveText(['Love', 'Anger']);
  const inside = page.frameLocator('iframe').locator('emotion-tag');
  await expect(inside.locator('[part=label]')).toHaveText('Joy');
  await inside.evaluate((moved: EmotionTag) => (moved.textContent = 'so much fear'));
  await expect(inside.locator('[part=label]')).toHaveText('Fear');
  await expect(inside.locator('[part=badge]')).toHaveCSS('border-radius', '999px');
  const tinted = (): Promise<string[]> => inside.evaluate(() => [...CSS.highlights.keys()]);
  await expect.poll(tinted).toEqual(['emotion-tag-fear']);
  await page.locator('iframe').evaluate((frame: HTMLIFrameElement) => {
    document.querySelector('main')!.append(frame.contentDocument!.querySelector('emotion-tag')!);
  });
  await expect(page.locator('#moved [part=badge]')).toHaveCSS('border-radius', '999px');
  await expect.poll(() => page.evaluate(() => [...CSS.highlights.keys()])).toEqual(['emotion-tag-fear']);
  expect(errors).toEqual([]);
});
