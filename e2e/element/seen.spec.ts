/** A tag reads what a person sees of its text, at the time of reading, and reads again once that is something else. */
import { SEEN } from '../../src/bake/testing/seen';
import { expect, test } from '../../testbed/fake-page';

/** The same where a style sheet or a script decides, which a file alone does not tell. */
const WITH_STYLES: [markup: string, seen: string][] = [
  ['<b class="off">fear</b>styled joy', 'styled joy'],
  ['<i class="faint">fear <b style="visibility: visible">love</b></i> and joy', 'love and joy'],
  ['<a>joy here<span class="sr-only">fear, opens in a new tab</span></a>', 'joy here'],
  ['<span class="icon">sentiment_angry</span> iconic joy', 'iconic joy'],
  ['<span class="block">one line</span><span class="block">joy</span>', 'one line\njoy'],
  ['<li class="run">joy in</li> <li class="run">a line</li>', 'joy in a line'],
  ['<p class="shout">loud joy</p>', 'loud joy'],
  ['<b style="position: fixed; left: -9999px">fear</b> on the page joy', 'on the page joy'],
  ['<b class="line" style="height: 0; overflow: hidden">fear</b>high joy', 'high joy'],
  ['<b style="clip-path: inset(50%)">fear</b><b class="line" style="transform: scale(0)">fear</b>uncut joy', 'uncut joy'],
  ['<b style="color: transparent">fear <i style="color: red">coloured</i></b> joy', 'coloured joy'],
  ['<b style="color: transparent; background: linear-gradient(red, blue); background-clip: text">painted</b> joy', 'painted joy'],
  ['<b style="font-size: 0">fear <i style="font-size: 9px">small</i></b> joy', 'small joy'],
  ['<my-card>card joy<i slot="none">fear</i></my-card>', 'love in a card: card joy'],
];

const head = `<style>
  .off { display: none } .faint { visibility: hidden } .block { display: block } .run { display: inline } .shout { text-transform: uppercase }
  .shout::before { content: 'fear' } .icon { font-family: 'Material Symbols Outlined', sans-serif }
  .line { display: inline-block } html.calm .loud { opacity: 0 } body.calm .loud2 { visibility: hidden } .veiled { visibility: hidden }
  .sr-only { position: absolute; width: 1px; height: 1px; overflow: hidden; clip: rect(0, 0, 0, 0) }
  html:not(.all) .more, .narrow { display: none } .veil { visibility: hidden } body.all .veil { visibility: visible; transition: visibility 1ms }
</style><script>
  const define = (name, shadow) => customElements.define(name, class extends HTMLElement {
    constructor() { super(); this.attachShadow({ mode: 'open' }).innerHTML = shadow; }
  });
  const styleOf = (textContent) => Object.assign(document.createElement('style'), { textContent });
  define('my-card', '<style>p { color: red }</style><b hidden>fear</b>love in a card: <slot></slot>');
</script>`;

test('a tag reads what is seen, and no more', async ({ page, story }) => {
  const cases = [...SEEN, ...WITH_STYLES];
  await story(cases.map(([markup]) => `<div><emotion-tag load="eager">${markup}</emotion-tag></div>`).join(''), { head });
  const texts = (): Promise<string[]> => page.evaluate(() => engine.texts.toSorted());
  await expect.poll(texts).toEqual(cases.map(([, seen]) => seen).toSorted());
});

/** A tag's text, what a page does, and the text that is seen then. */
const LATER: [markup: string, act: () => unknown, seen: string][] = [
  ['1 <b hidden>joy</b>', () => (document.querySelector<HTMLElement>('b[hidden]')!.hidden = false), '1 joy'],
  ['2 <b class="off">joy</b>', () => (document.querySelector('.off')!.className = ''), '2 joy'],
  [
    '3 <b style="display: none">joy</b>',
    () => {
      document.querySelector('b[style]')!.removeAttribute('style');
    },
    '3 joy',
  ],
  ['<details><summary>4</summary>joy</details>', () => (document.querySelector('details')!.open = true), '4\njoy'],
  ['5 <img alt="">', () => (document.querySelector('img')!.alt = '🤩'), '5 🤩'],
  [
    '6 <my-card></my-card>',
    () => {
      document.querySelector('my-card')!.shadowRoot!.append('joy');
    },
    '6 love in a card: joy',
  ],
  [
    '7 <late-card></late-card>',
    () => {
      define('late-card', 'joy');
    },
    '7 joy',
  ],
  [
    '8 <i class="narrow">joy</i>',
    () => {
      document.head.append(styleOf('.narrow { display: inline !important }'));
    },
    '8 joy',
  ],
  ['9 <i class="more">joy</i>', () => (document.documentElement.className = 'all'), '9 joy'],
  ['0 <i class="veil">joy</i>', () => (document.body.className = 'all'), '0 joy'],
  [
    'a <i class="loud">fear</i>joy',
    () => {
      document.documentElement.classList.add('calm');
    },
    'a joy',
  ],
  [
    'b <i class="loud2">fear</i>joy',
    () => {
      document.body.classList.add('calm');
    },
    'b joy',
  ],
  [
    'c <i class="loud3">fear</i>joy',
    () => {
      document.head.append(styleOf('.loud3 { font-size: 0 }'));
    },
    'c joy',
  ],
  ['<b>two</b> joy', () => ([...document.querySelectorAll('b')].at(-1)!.hidden = true), 'joy'],
];

declare global {
  function define(name: string, shadow: string): void;
  function styleOf(css: string): HTMLStyleElement;
}

test('what comes to be seen is read, by whatever means', async ({ page, story }) => {
  await story(LATER.map(([markup]) => `<div><emotion-tag load="eager">${markup}</emotion-tag></div>`).join(''), { head });
  const texts = (): Promise<string[]> => page.evaluate(() => engine.texts.splice(0));
  await expect(page.locator('emotion-tag:state(unsure), emotion-tag:state(read)')).toHaveCount(LATER.length);
  await texts();
  for (const [markup, act, seen] of LATER) {
    await page.evaluate(act);
    await page.waitForFunction(() => engine.texts.length > 0);
    expect([markup, await texts()]).toEqual([markup, [seen]]);
  }
});
