import { EngineHarness } from '../../testbed/engine';
import { LONG } from '../../testbed/long';
import { expect, test } from '../../testbed/setup';

/** Strings as nobody types them: pieces of many scripts, halves of characters, controls, markup, special tokens. Seeded. */
function generated(count: number): string[] {
  const pieces = [
    ...[
      'happy',
      'SAD',
      "don't",
      'sooooo',
      'a',
      'I',
      'love',
      '\ud83d\ude22',
      '\u2764\ufe0f',
      '\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67',
      '\ud83c\uddf3\ud83c\uddf4',
    ],
    ...['\ud83d', '\ude22', '\u0000', '\u202e', '\u200b', '\ufeff', '\u0301', '\n', '\t', '  ', '\r\n', '\u2028'],
    ...[
      '[SEP]',
      '[CLS]',
      '[MASK]',
      '[UNK]',
      '##ing',
      '<b>',
      '&amp;',
      '{{x}}',
      '\\',
      '"',
      "'",
      '%s',
      '../',
      '0',
      '-1',
      '1e999',
      '\u00df',
      '\u0130',
    ],
    ...[
      'привет',
      '今日',
      'مرحبا',
      'नमस्ते',
      'é',
      'Zürich',
      '𝓗𝓮𝓵𝓵𝓸',
      '…',
      '—',
      '!',
      '?',
      '.',
      ',',
      '#tag',
      '@name',
      'https://x.y/z?q=1',
    ],
  ];
  let seed = 42;
  const next = (below: number): number => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
    return (seed >>> 8) % below;
  };
  return Array.from({ length: count }, (_, i) => {
    const length = i % 100 === 0 ? 150 : 1 + next(12);
    return Array.from({ length }, () => pieces[next(pieces.length)]! + (next(3) > 0 ? ' ' : '')).join('');
  });
}

test('any string has six scores that sum to one, and none throws', LONG, async ({ page, embed }) => {
  test.setTimeout(300_000);
  await embed('');
  await new EngineHarness(page).create({ device: 'wasm' });
  const faults = await page.evaluate(async (texts) => {
    const wrong: string[] = [];
    let i = 0;
    for await (const { scores, label, reason, truncated } of classifier.classifyAll(texts)) {
      const sum = scores.reduce((total, { score }) => total + score, 0);
      const isRight =
        new Set(scores.map((s) => s.label)).size === 6 &&
        scores.every(({ score }) => score >= 0 && score <= 1) &&
        Math.abs(sum - 1) < 1e-5 &&
        (label === null) === (reason !== undefined) &&
        !truncated;
      if (!isRight) wrong.push(JSON.stringify(texts[i]));
      i++;
    }
    return i === texts.length ? wrong : [`${String(i)} readings`];
  }, generated(1_000));
  expect(faults).toEqual([]);
});
