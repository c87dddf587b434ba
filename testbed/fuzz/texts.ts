/** Values as nobody means them, for properties. */
import fc from 'fast-check';

/** Pieces of many scripts, halves of characters, controls, markup, special tokens, what patterns and formats stumble over. */
const PIECES = [
  ...[
    'happy',
    'SAD',
    "don't",
    'sooooo',
    'a',
    'I',
    'love',
    'said',
    'Dr.',
    'e.g.',
    '3.5',
    'and then',
    'because',
    'привет',
    '今日',
    'مرحبا',
    'नमस्ते',
  ],
  ...[
    '\ud83d\ude22',
    '\u2764\ufe0f',
    '\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67',
    '\ud83c\uddf3\ud83c\uddf4',
    '\ud83d',
    '\ude22',
    '𝓗𝓮',
    'é',
    'Ã©',
    'â€™',
    'ß',
    'İ',
  ],
  ...['\u0000', '\u202e', '\u200b', '\ufeff', '\u0301', '\n', '\n\n', '\t', '  ', '\r\n', '\r', '\u2028', '\ufdfa', '\ufffd'],
  ...[
    '[SEP]',
    '[CLS]',
    '[MASK]',
    '[UNK]',
    '##ing',
    '<b>',
    '</b>',
    '<script>',
    '<!--',
    '&amp;',
    '&#x1f622;',
    '&#99999999;',
    '&lt;',
    '{{x}}',
  ],
  ...[
    '\\',
    '"',
    "'",
    '“',
    '”',
    '‘',
    '’',
    '«',
    '»',
    '>',
    '(',
    ')',
    '%s',
    '../',
    '0',
    '-1',
    '1e999',
    '=1+1',
    '…',
    '—',
    '!',
    '?',
    '.',
    ',',
    ';',
    ':',
    '|',
  ],
  ...[
    '#tag',
    '#SoBlessed',
    '@name',
    'a@b.cc',
    'https://x.y/z?q=1',
    'www.',
    ':)',
    ':sob:',
    '<3',
    '__proto__',
    'constructor',
    'NaN',
    'null',
  ],
] as const;

const piece = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...PIECES) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) },
);

/** A text that no person wrote. */
export const anyText = (maxPieces = 60): fc.Arbitrary<string> =>
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc
        .array(fc.tuple(piece, fc.constantFrom('', ' ', ' ')), { maxLength: maxPieces })
        .map((all) => all.flat().join('')),
    },
    // One piece again and again is what patterns take long over.
    { weight: 1, arbitrary: fc.tuple(piece, fc.nat({ max: 2000 })).map(([one, count]) => one.repeat(count)) },
    { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 200 }) },
  );

/** What is no value of the type that is meant. */
export const anyValue: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    undefined,
    NaN,
    Infinity,
    -Infinity,
    -0,
    0,
    -1,
    1.5,
    1e308,
    2 ** 53,
    true,
    false,
    '',
    '0',
    [],
    {},
    [[]],
  ),
  anyText(4),
  fc.jsonValue(),
  fc.object({
    withNullPrototype: true,
    key: fc.oneof(fc.constantFrom('__proto__', 'constructor', 'length', 'kind', 'id'), fc.string()),
  }),
);

/** A copy of plain data with one part of it replaced, taken away or doubled. */
export const spoiled = (data: unknown): fc.Arbitrary<unknown> =>
  fc.tuple(fc.infiniteStream(fc.nat()), anyValue, fc.constantFrom('replace', 'remove', 'double')).map(([numbers, value, how]) => {
    const next = (below: number): number => (numbers.next().value as number) % below;
    const copy = structuredClone(data);
    let parent = copy as Record<string, unknown>;
    for (;;) {
      const keys = Object.keys(parent);
      const key = keys[next(Math.max(keys.length, 1))];
      if (key === undefined) return value;
      const child = parent[key];
      if (typeof child === 'object' && child !== null && Object.keys(child).length > 0 && next(4) > 0) {
        parent = child as Record<string, unknown>;
        continue;
      }
      if (how === 'remove') Reflect.deleteProperty(parent, key);
      else if (how === 'double' && Array.isArray(parent)) parent.push(child);
      else Object.defineProperty(parent, key, { value, enumerable: true, configurable: true, writable: true });
      return copy;
    }
  });
