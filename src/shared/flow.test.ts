import { expect, test } from 'vitest';
import { Flow, isEmoji } from './flow';

test('white space is set as a browser sets it, and each run knows its place', () => {
  const flow = new Flow<string>();
  flow.break();
  flow.write('\n  so  much ', 'a', false);
  flow.write(' joy', 'b', false);
  flow.break();
  flow.write('  ', 'c', false);
  flow.break();
  flow.write(' kept  as it\nis ', 'd', true);
  flow.write(' end\n', 'e', false);
  expect(flow.text).toBe('so much joy\n kept  as it\nis  end');
  const places = flow.runs.map(({ start, end, node, offset }) => [flow.text.slice(start, end), node, offset]);
  expect(places).toEqual([
    ['so', 'a', 3],
    ['much', 'a', 7],
    ['joy', 'b', 1],
    [' kept  as it\nis ', 'd', 0],
    ['end', 'e', 1],
  ]);
});

test('a picture’s words are an emoji’s where they are one, its code, or an emoticon', () => {
  const found = ['😱', '👩‍👩‍👧', '🇫🇷', '❤️', '★★★☆☆', ':joy:', ':+1:', ':)', ':-D', ";'(", 'xD', '<3'].filter(
    (words) => !isEmoji(words),
  );
  expect(found).toEqual([]);
  expect(['a photo of fear', 'Our trip 🎉', 'x', 'xml', 'logo', '100%', ''].filter(isEmoji)).toEqual([]);
});
