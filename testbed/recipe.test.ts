import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { Tokenizer } from '@huggingface/tokenizers';
import { expect, test } from 'vitest';
import { legible, prepare } from '../src/reading/prepare';

const ODD = [
  'I don&#39;t love it',
  'i dont feel good',
  'donâ€™t',
  '&amp;lt;3',
  '&#xFFFFFFFF;',
  '&#',
  '\ud83d',
  '\udc00',
  '👩‍👩‍👧',
  '🇩🇪',
  ':sob:',
  ':-)',
  'sooooo',
  'ha '.repeat(40),
  '@somebody_else',
  'https://a.b/c?d=e#f',
  '\u202eright to left\u202c',
  '\u200b\u200d\ufeff',
  '\u0085\u2028\u2029\v\f',
  'Ｆｕｌｌ ｗｉｄｔｈ',
  '𝓼𝓬𝓻𝓲𝓹𝓽',
  'z̸̧̢̛a̵l̶g̷o̴',
  'tab\tand\r\nline',
  '"quotes" \\ and / slashes',
  '<b>markup</b>',
  '한국어',
  'été',
  'e\u0301te\u0301',
  '¯\\_(ツ)_/¯',
  '#hashTagOfWords',
  '…',
  '1,000.50 €',
  '',
  ' ',
] as const;

/** So many texts of up to five odd pieces, the same every time. */
function oddTexts(count: number): string[] {
  let state = 1;
  const next = (below: number): number => (state = (state * 48_271) % 2_147_483_647) % below;
  return Array.from({ length: count }, () =>
    Array.from({ length: 1 + next(5) }, () => ODD[next(ODD.length)]).join(['', ' ', '\n'][next(3)]),
  );
}

test('500 odd texts reach training as the tokens that a page reads, each in its line', () => {
  const texts = oddTexts(500);
  const { stdout } = spawnSync(process.execPath, ['--import', 'tsx', 'training/prepare.ts'], {
    input: texts.map((text) => `${JSON.stringify(text)}\n`).join(''),
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  const prepared = stdout.split('\n').slice(0, -1);
  expect(prepared).toHaveLength(texts.length);
  const json = (path: string): object =>
    JSON.parse((path.endsWith('.gzip') ? gunzipSync(readFileSync(path)) : readFileSync(path)).toString()) as object;
  const tokenizer = new Tokenizer(json('public/model/tokenizer.json.gzip'), json('public/model/tokenizer_config.json'));
  for (const [i, text] of texts.entries()) {
    const trained = tokenizer.encode(JSON.parse(prepared[i] ?? '""') as string).ids;
    expect(trained, JSON.stringify(text)).toEqual(tokenizer.encode(prepare(legible(text)).text).ids);
  }
});
