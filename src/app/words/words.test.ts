/** What every translation must have, and what somebody who adds one learns here. */
import { parse, defaultTreeAdapter as tree, type DefaultTreeAdapterTypes as Html } from 'parse5';
import { describe, expect, test } from 'vitest';
import { SHOWN } from '../../tables/formats/list';
import page from '../../../index.html?raw';
import { en } from './en';
import { fill, filled } from './forms';
import { TRANSLATIONS } from './speech';
import { wordAt } from './standing';

interface Tree {
  readonly [key: string]: string | Tree;
}
type Leaves = Map<string, string>;

/** All texts of a language by their place: "write.heading", "journal.entries.other". */
function leavesOf(words: Tree, before = ''): Leaves {
  const leaves: Leaves = new Map();
  for (const [key, value] of Object.entries(words)) {
    if (typeof value === 'string') leaves.set(before + key, value);
    else for (const [place, text] of leavesOf(value, `${before}${key}.`)) leaves.set(place, text);
  }
  return leaves;
}

const FORM = /\.(zero|one|two|few|many)$/;
const placesIn = (text: string): string[] => [...new Set(text.match(/\{\w+\}/g))].sort();
const english = leavesOf(en);
const isCounted = (place: string): boolean => place.endsWith('.other') && english.has(place);

describe.each(Object.entries(TRANSLATIONS) as [string, () => Promise<{ default: Tree }>][])('the words in %s', (tag, load) => {
  test('are all there, and no others', async () => {
    const keys = [...leavesOf((await load()).default).keys()].filter((key) => !FORM.test(key));
    expect(keys.sort()).toEqual([...english.keys()].filter((key) => !FORM.test(key)).sort());
  });

  test('have a form for each way in which the language counts', async () => {
    const own = leavesOf((await load()).default);
    const rules = new Intl.PluralRules(tag);
    const needed = new Set(Array.from({ length: 201 }, (_, i) => rules.select(i + 1)));
    const missing = [...own.keys()]
      .filter(isCounted)
      .flatMap((other) => [...needed].map((form) => other.replace(/other$/, form)))
      .filter((place) => !own.has(place));
    expect(missing).toEqual([]);
  });

  test('lose no place of a sentence, and fill none that is not given', async () => {
    for (const [place, text] of leavesOf((await load()).default)) {
      const given = placesIn(english.get(place.replace(FORM, '.other')) ?? '');
      // A form for one or two may say the number in a word.
      const wanted = FORM.test(place) ? given.filter((name) => name !== '{n}') : given;
      const own = placesIn(text);
      expect(
        wanted.filter((name) => !own.includes(name)),
        place,
      ).toEqual([]);
      expect(
        own.filter((name) => !given.includes(name)),
        place,
      ).toEqual([]);
    }
  });

  test('leave no sentence in English', async () => {
    const wordsOf = (text: string): number => text.replace(/\{\w+\}/g, '').match(/\p{L}+/gu)?.length ?? 0;
    for (const [place, text] of leavesOf((await load()).default))
      if (wordsOf(text) > 1) expect(text, place).not.toBe(english.get(place));
  });

  test('are not blank', async () => {
    for (const [place, text] of leavesOf((await load()).default)) expect(text.trim(), place).not.toBe('');
  });
});

test('what stands in index.html is the English of its place', () => {
  const found: [string, string][] = [];
  const walk = (node: Html.Node): void => {
    if (!('childNodes' in node)) return;
    const attributes = new Map('attrs' in node ? node.attrs.map(({ name, value }) => [name, value]) : []);
    const text = node.childNodes.map((child) => (tree.isTextNode(child) ? child.value : '')).join('');
    for (const [name, said] of [
      ['data-words', text],
      ['data-words-label', attributes.get('aria-label')],
      ['data-words-placeholder', attributes.get('placeholder')],
    ] as const) {
      const place = attributes.get(name);
      if (place) found.push([place, (said ?? '').replace(/\s+/g, ' ').trim()]);
    }
    node.childNodes.forEach(walk);
  };
  walk(parse(page));
  expect(found.length).toBeGreaterThan(10);
  for (const [place, said] of found) expect(said, place).toBe(wordAt(place));
});

test('a sentence is filled by name, and what is not given stays to be seen', () => {
  expect(fill('{a} of {b}', { a: '1' })).toBe('1 of {b}');
  expect(filled('see {link}.', { link: 7 })).toEqual(['see ', 7, '.']);
});

test('each kind of file that can be opened is described as where it is read', () => {
  for (const { name, says } of SHOWN) expect(en.files.kinds[name]).toBe(says);
});
