/** A tag reads what a person sees of its text, at the time of reading, and reads again once that is something else. */
import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5';
import { flowTextOf } from '../../src/bake/flow-text';
import { expect, test } from '../../testbed/fake-page';

/** What stands in a tag and what is seen of it; the second list needs a style sheet or a script, so a file alone does not tell. */
const IN_A_FILE: [markup: string, seen: string][] = [
  ['so much <span hidden>fear</span>joy', 'so much joy'],
  ['<b style="display: none">fear</b>joy to all', 'joy to all'],
  ['<b style="visibility:hidden">fear</b> visible joy', 'visible joy'],
  ['<div hidden="until-found">fear</div> found joy', 'found joy'],
  ['<div popover>fear</div><dialog>anger</dialog>joy is open', 'joy is open'],
  ['<script>fear</script><style>fear { }</style><template>fear</template><noscript>fear</noscript>plain joy', 'plain joy'],
  ['<svg><title>fear</title><desc>anger</desc><defs><text>fear</text></defs><text y="9">drawn joy</text></svg>', 'drawn joy'],
  ['<ruby>ruby joy<rp>(</rp><rt>fear</rt><rp>)</rp></ruby>', 'ruby joy'],
  ['<select><option>fear<option selected>anger</select><textarea>fear</textarea><input value="fear"> entered joy', 'entered joy'],
  ['<video>fear</video><canvas>anger</canvas><progress>fear</progress>fallen back joy', 'fallen back joy'],
  ['<details><summary>closed joy</summary><p>fear</p>anger</details>', 'closed joy'],
  ['<details open><summary>open joy</summary><p>love</p></details>', 'open joy\nlove'],
  ['What <img class="emoji" alt="😱"> is <img alt="a photo of fear"><img alt=""> that, joy?', 'What 😱 is that, joy?'],
  ['<img alt=":rage:"> joy <img alt=":-D"><i role="img" aria-label="🎉"></i>', ':rage: joy :-D🎉'],
  ['<span aria-hidden="true">decorated joy</span> <button type="button">now</button>', 'decorated joy now'],
  ['<i role="img" aria-label="crying face">😢</i> no joy', '😢 no joy'],
  ['\n    I am\n    not\t full  of joy&nbsp;now\n  ', 'I am not full of joy now'],
  ['<pre>kept\n  joy</pre>', 'kept\n  joy'],
  ['<p style="white-space: pre-wrap">kept  too\njoy</p>', 'kept  too\njoy'],
  ['one<br>two <br/> <b>jo</b>y', 'one\ntwo\njoy'],
  ['<p>A paragraph </p>\n<p> of joy</p><ul><li>one<li>two</ul>', 'A paragraph\nof joy\none\ntwo'],
  ['<div style="content-visibility: auto">joy below</div>', 'joy below'],
  ['so much <emotion-tag load="click">love</emotion-tag>', 'so much love'],
];
const WITH_STYLES: [markup: string, seen: string][] = [
  ['<b class="off">fear</b>styled joy', 'styled joy'],
  ['<i class="faint">fear <b style="visibility: visible">love</b></i> and joy', 'love and joy'],
  ['<a>joy here<span class="sr-only">fear, opens in a new tab</span></a>', 'joy here'],
  ['<span class="icon">sentiment_angry</span> iconic joy', 'iconic joy'],
  ['<span class="block">one line</span><span class="block">joy</span>', 'one line\njoy'],
  ['<li class="run">joy in</li> <li class="run">a line</li>', 'joy in a line'],
  ['<p class="shout">loud joy</p>', 'loud joy'],
  ['<my-card>card joy<i slot="none">fear</i></my-card>', 'love in a card: card joy'],
];

const head = `<style>
  .off { display: none } .faint { visibility: hidden } .block { display: block } .run { display: inline } .shout { text-transform: uppercase }
  .shout::before { content: 'fear' } .icon { font-family: 'Material Symbols Outlined', sans-serif }
  .sr-only { position: absolute; width: 1px; height: 1px; overflow: hidden; clip: rect(0, 0, 0, 0) }
  html:not(.all) .more, .narrow { display: none } .veil { visibility: hidden } body.all .veil { visibility: visible; transition: visibility 1ms }
</style><script>
  const define = (name, shadow) => customElements.define(name, class extends HTMLElement {
    constructor() { super(); this.attachShadow({ mode: 'open' }).innerHTML = shadow; }
  });
  const styleOf = (textContent) => Object.assign(document.createElement('style'), { textContent });
  define('my-card', '<style>p { color: red }</style><b hidden>fear</b>love in a card: <slot></slot>');
</script>`;

test('a tag reads what is seen, and a build bakes the same where no style sheet decides', async ({ page, story }) => {
  const tags = (cases: [string, string][]): string =>
    cases.map(([markup]) => `<div><emotion-tag load="eager">${markup}</emotion-tag></div>`).join('');
  await story(`${tags(IN_A_FILE)}${tags(WITH_STYLES)}`, { head });
  const cases = [...IN_A_FILE, ...WITH_STYLES];
  await expect.poll(() => page.evaluate(() => engine.texts)).toEqual(cases.map(([, seen]) => seen));
  expect(
    IN_A_FILE.map(([markup]) =>
      flowTextOf({ ...parseFragment(markup), tagName: 'emotion-tag', attrs: [] } as unknown as DefaultTreeAdapterTypes.Element),
    ),
  ).toEqual(IN_A_FILE.map(([, seen]) => seen));
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
