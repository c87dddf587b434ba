import { describe, expect, test } from 'vitest';
import { origin } from './draft';
import { legible, prepare } from './prepare';

const prepared = (text: string): string => prepare(legible(text)).text.replace(/\s+/g, ' ').trim();

describe('what the model reads of a text', () => {
  test.each([
    ['I don&#39;t like it', "I don't like it"],
    ['I don&#x27;t', "I don't"],
    ['can&rsquo;t &amp; won&apos;t', "can't & won't"],
    ['it&amp;#39;s', "it's"],
    ['a&nbsp;b', 'a b'],
    ['AT&T and R&D', 'AT&T and R&D'],
    ['&#; &# &nosuch;', '&#; &# &nosuch;'],
    ['<p>Hello<br>world</p>, 3 < 4', 'Hello world , 3 < 4'],
    ['I love it &lt;3', 'I love it red heart'],
  ])('entities and tags: %s', (text, expected) => {
    expect(prepared(text)).toBe(expected);
  });

  test.each([
    ['donâ€™t', "don't"],
    ['cafÃ©', 'café'],
    ['Ã¢â‚¬â„¢', "'"],
    ['ðŸ˜€', 'grinning face'],
    ['naïve Â£5', 'naïve £5'],
    ['Ãgeln und Äpfel', 'Ãgeln und Äpfel'],
  ])('broken encodings: %s', (text, expected) => {
    expect(prepared(text)).toBe(expected);
  });

  test.each([
    ['i dont feel well', "i don't feel well"],
    ['doesnt isnt cant wont couldnt', "doesn't isn't can't won't couldn't"],
    ['im sure ive seen youre here', "i'm sure i've seen you're here"],
    ['don t and i m', "don't and i'm"],
    ["I 'm sure I do n't", "I'm sure I don't"],
    ['don´t can`t isnʼt won’t did\u2060n’t', "don't can't isn't won't didn't"],
    ['were well its hell ill id wed lets', 'were well its hell ill id wed lets'],
    ['as is his wont', 'as is his wont'],
    ['I DONT CARE', "I DON'T CARE"],
  ])('contractions: %s', (text, expected) => {
    expect(prepared(text)).toBe(expected);
  });

  test.each([
    ['𝐈 𝐚𝐦 𝓼𝓸 𝕙𝕒𝕡𝕡𝕪', 'I am so happy'],
    ['ｆｕｌｌ ｗｉｄｔｈ！', 'full width!'],
    ['Ⓢⓐⓓ 🅂🄰🄳', 'Sad sad'],
    ['ɪ ᴀᴍ ᴀɴɢʀʏ', 'i am angry'],
    ['so\u200bft\u00ad hy\u200dphen\ufeff', 'soft hy phen'],
    ['z̸̢̛a̵l̷g̶o̴', 'zalgo'],
    ['I̶ ̶h̶a̶t̶e̶ H̲a̲p̲p̲y̲ e\u0301', 'I hate Happy é'],
    ['2\ufe0f\u20e3 naïve ≠', '2 naïve ≠'],
  ])('letters of other shapes: %s', (text, expected) => {
    expect(prepared(text)).toBe(expected);
  });

  test.each([
    ['> so sad\n>> and mad', 'so sad and mad'],
    ['>:( 5 > 3 and >_<', 'angry face 5 > 3 and persevering face'],
  ])('marks of quotations: %s', (text, expected) => {
    expect(prepared(text)).toBe(expected);
  });

  test.each([
    ['І аm ѕо hарру', 'I am so happy'],
    ['αngry ѕαd', 'angry sad'],
    ['σ = 3 and Δx, я тебя люблю', 'σ = 3 and Δx, я тебя люблю'],
    ['I am so s a d today', 'I am so sad today'],
    ['S O  H A P P Y', 'SO HAPPY'],
    ['I h-a-t-e it, l*o*v*e', 'I hate it, love'],
    ['y r u here, a b c d, I I I, J. R. R.', 'y r u here, a b c d, I I I, J. R. R.'],
  ])('words written past filters: %s', (text, expected) => {
    expect(prepared(text)).toBe(expected);
  });

  test.each([
    [':D', 'grinning face with smiling eyes'],
    [':( again', 'slightly frowning face again'],
    [":'(", 'crying face'],
    ['D:', 'anguished face'],
    [':/ hm', 'confused face hm'],
    ['=) yes', 'slightly smiling face yes'],
    ['</3', 'broken heart'],
    [':rage: :tada:', 'enraged face party popper'],
    [':face_with_tears_of_joy:', 'face with tears of joy'],
    ['😂😂😂😂', 'face with tears of joy face with tears of joy'],
    ['👩🏽‍🦰 🤦🏽‍♀️', 'woman red hair person facepalming'],
    ['❤️‍🔥', 'heart on fire'],
    ['😩 😫', 'weary face tired face'],
    ['so sad:( and glad:)), yes', 'so sad slightly frowning face and glad slightly smiling face , yes'],
    ['a list (one, two:) and more:(1)', 'a list (one, two:) and more:(1)'],
    ['(T-T) Q-Q plot', '( crying face ) Q-Q plot'],
    ['¯\\_(ツ)_/¯ ok', 'person shrugging ok'],
    ['ಠ_ಠ (ಥ﹏ಥ)', 'unamused face loudly crying face'],
    ['(╯°□°)╯︵ ┻━┻', 'enraged face'],
    ['(づ｡◕‿‿◕｡)づ hug (◕‿◕)', 'smiling face with open hands hug smiling face with smiling eyes'],
    ['http://x.com/a:b at 10:30 (a:b) 3:0', 'http at 10:30 (a:b) 3:0'],
    ['the ratio is 5:3, see (c)', 'the ratio is 5:3, see (c)'],
  ])('faces, emoji and shortcodes: %s', (text, expected) => {
    expect(prepared(text)).toBe(expected);
  });

  test.each([
    ['sooooo good', 'so good'],
    ['goooood fooood', 'good food'],
    ['hahahahaha', 'haha'],
    ['no no no no no no', 'no no no'],
    ['What?????!!!!!!', 'What???!!!'],
    ['Henry VIII and World War III', 'Henry VIII and World War III'],
    ['www.example.com', 'http'],
  ])('repetitions: %s', (text, expected) => {
    expect(prepared(text)).toBe(expected);
  });

  test.each([
    ['@anna_92 hi @Bob.', '@user hi @user.'],
    ['see https://t.co/x?y=1#z now', 'see http now'],
    ['write to a.b@example.org', 'write to @user'],
    ['#SoBlessed #fml #1', '# So Blessed # fml #1'],
  ])('handles, links and hashtags: %s', (text, expected) => {
    expect(prepared(text)).toBe(expected);
  });
});

test('a stretch of the prepared text is found again in the author’s own', () => {
  const text = 'I don&#39;t 😀😀😀😀 loooove @bob';
  const draft = prepare(legible(text));
  const found = (part: string): string => {
    const start = draft.text.indexOf(part);
    const { start: from, end: to } = origin(draft, start, start + part.length);
    return text.slice(from, to);
  };
  expect(found("'")).toBe('&#39;');
  expect(found('grinning')).toBe('😀😀😀😀');
  expect(found('love')).toBe('loooove');
  expect(found('user')).toBe('@bob');
});

test.each([
  ['half entities', '&#'.repeat(50_000)],
  ['ampersands', '&amp;'.repeat(50_000)],
  ['open tags', '<a '.repeat(50_000)],
  ['one letter', 'a'.repeat(100_000)],
  ['two letters', 'ab'.repeat(50_000)],
  ['lone surrogates', '\ud800'.repeat(50_000)],
  ['colons', ':'.repeat(100_000)],
  ['at signs', '@a.'.repeat(40_000)],
  ['joiners', '\u200d'.repeat(50_000)],
  ['marks', 'e\u0301\u0301'.repeat(30_000)],
  ['right-to-left marks', '\u202e\u200fa'.repeat(30_000)],
])('%s take linear time, throw nothing and keep offsets inside', (_, text) => {
  const draft = prepare(legible(text));
  const { start, end } = origin(draft, 0, draft.text.length);
  expect(start).toBeGreaterThanOrEqual(0);
  expect(end).toBeLessThanOrEqual(text.length);
});
