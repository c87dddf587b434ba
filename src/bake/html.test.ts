import { expect, test } from 'vitest';
import { bakedFor } from '../shared/baked';
import { readingOf, type Reading } from '../shared/reading';
import { bakeHtml, type Baker } from './html';

const joy = readingOf([0, 0.95, 0.05, 0, 0, 0], 0.5, { truncated: false });

/** Says joy of everything, and what it was asked. */
function fake(model = 'one'): { readonly texts: string[]; readonly baker: () => Promise<Baker> } {
  const texts: string[] = [];
  const classify = (text: string): Promise<Reading> => {
    texts.push(text);
    return Promise.resolve(joy);
  };
  return { texts, baker: () => Promise.resolve({ diagnostics: { model }, classify }) };
}

/** The value of the first tag's attribute. */
const attributeIn = (html: string): string =>
  /baked='([^']*)'/.exec(html)?.[1]?.replaceAll('&#39;', "'").replaceAll('&lt;', '<').replaceAll('&amp;', '&') ?? '';

test('writes a reading into each tag, and changes nothing else', async () => {
  const { texts, baker } = fake();
  const html =
    '<!DOCTYPE html>\r\n<p CLASS=a>x<emotion-tag   view="bars">What a day!</emotion-tag>\n<emotion-tag text="I&#39;m &amp; you"></emotion-tag><br/>';
  const baked = await bakeHtml(html, baker);
  expect(baked).toMatchObject({ read: 2, kept: 0 });
  expect(texts.sort()).toEqual(["I'm & you", 'What a day!']);
  expect(baked.html.replaceAll(/ baked='[^']*'/g, '')).toBe(html);
  expect(bakedFor('What a day!', attributeIn(baked.html))).toMatchObject({ reading: { label: 'joy' }, model: 'one' });
});

test('reads the text that the tag reads on a page', async () => {
  const { texts, baker } = fake();
  await bakeHtml('<emotion-tag><p>One <b>two</b></p><script>no</script><ul><li>three<li>four</ul></emotion-tag>', baker);
  expect(texts).toEqual(['One two\nthree\nfour']);
});

test('a second run reads nothing, another text or model is read anew', async () => {
  const first = (await bakeHtml('<emotion-tag>a</emotion-tag>', fake().baker)).html;
  const second = fake();
  expect(await bakeHtml(first, second.baker)).toEqual({ html: first, read: 0, kept: 1 });
  expect(second.texts).toEqual([]);
  const other = await bakeHtml(first.replace('>a<', '>b<'), second.baker);
  expect(other).toMatchObject({ read: 1 });
  expect(other.html.match(/baked=/g)).toHaveLength(1);
  expect(bakedFor('b', attributeIn(other.html))).not.toBeNull();
  expect(await bakeHtml(first, fake('two').baker)).toMatchObject({ read: 1 });
});

test('a tag that chooses a model is read by it, and left to the browser where there is no such one', async () => {
  const asked: (string | undefined)[] = [];
  const baker = (model = 'open'): Promise<Baker> => {
    asked.push(model);
    return fake(model).baker();
  };
  const html = ['', ' model="research"', ' model=""', ' model="./folder"'].map((model) => `<emotion-tag${model}>a</emotion-tag>`);
  const baked = await bakeHtml(html.join(''), baker, ['open', 'research']);
  expect(asked.sort()).toEqual(['open', 'open', 'research']);
  expect(baked.html).toContain('<emotion-tag model="./folder">a<');
  expect(baked.html).toMatch(/baked='[^']*research[^']*' model="research"/);
  expect(await bakeHtml(baked.html, baker, ['open', 'research'])).toMatchObject({ read: 0, kept: 3 });
});

test('leaves alone what only a browser can read, blank tags, and pages without any', async () => {
  const none = () => Promise.reject(new Error('there is nothing to read'));
  for (const html of [
    '<emotion-tag for="box"></emotion-tag>',
    '<emotion-tag model-base="/m/">a</emotion-tag>',
    '<emotion-tag> </emotion-tag>',
    '<p>emotion-tag</p>',
    '<!-- <emotion-tag>a</emotion-tag> -->',
    '',
  ])
    expect(await bakeHtml(html, none)).toEqual({ html, read: 0, kept: 0 });
});

test('finds tags in templates, as in the shadow roots that a server writes', async () => {
  expect(
    await bakeHtml('<x-y><template shadowrootmode="open"><emotion-tag>a</emotion-tag></template></x-y>', fake().baker),
  ).toMatchObject({ read: 1 });
});
