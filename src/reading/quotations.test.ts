import { expect, test } from 'vitest';
import { quotedIn } from './quotations';

const own = (text: string): string => {
  let rest = '';
  let done = 0;
  for (const { start, end } of quotedIn(text)) {
    rest += text.slice(done, start);
    done = end;
  }
  return (rest + text.slice(done)).trim();
};

test.each([
  ['> You are awful\nThank you!', 'Thank you!'],
  ['&gt; You are awful\nThank you!', 'Thank you!'],
  ['> a\n>> b\n\nI agree.\n> c\nAnd so on.', 'I agree.\nAnd so on.'],
  ['Fine by me.\n\n-----Original Message-----\nFrom: A\nI hate this.', 'Fine by me.'],
  ['Great.\nOn Mon, 3 May 2021 at 10:00, Ann <a@b.c> wrote:\n> I am furious', 'Great.'],
  ['<blockquote>I hate <blockquote>you</blockquote></blockquote>Me too', 'Me too'],
  ['[quote=ann]so sad[/quote] cheer up', 'cheer up'],
  ['Ann wrote:\n> so sad\nCheer up!', 'Cheer up!'],
  ['On Tue Ann <a@x.com> wrote:\n> so sad\n\nCheer up!', 'Cheer up!'],
  ['Fine.\n\nBegin forwarded message:\n\nFrom: Bob\nI hate this', 'Fine.'],
  ['Fine.\n\n*Von:* Bob\n*Gesendet:* Montag\nI hate this', 'Fine.'],
  ['Fine.\nDe : Bob\nObjet : x\nI hate this', 'Fine.'],
  ['---------- Forwarded message ---------\nFrom: Bob\nI hate this', ''],
  ['＞ so sad\n| so mad\n» so bad\nCheer up!', 'Cheer up!'],
  ['| a | table |\n»So«, she said', '| a | table |\n»So«, she said'],
  ['On Monday he wrote: I am sad. I went.', 'On Monday he wrote: I am sad. I went.'],
  ['I have 5 > 3 apples', 'I have 5 > 3 apples'],
  ['He wrote: see you', 'He wrote: see you'],
])('the writer’s own words of %j', (text, expected) => {
  expect(own(text)).toBe(expected);
});

test('a thousand quotations inside each other take linear time', () => {
  expect(own('<blockquote>'.repeat(1_000) + 'x' + '</blockquote>'.repeat(1_000) + 'y')).toBe('y');
  expect(own('>'.repeat(10_000))).toBe('');
});
