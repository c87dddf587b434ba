/** Whatever somebody imports: entries of a journal, or a sentence for each that is none. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyText, spoiled } from '../../../../testbed/fuzz/texts';
import { isWallTime } from '../days';
import type { Entry } from '../entry';
import { toDayOne } from './day-one';
import { importFiles } from './import';
import { toJson } from './json';
import { toMarkdown } from './markdown';

const entry = (id: string, text: string): Entry => ({
  id,
  at: '2026-11-27T13:50',
  text,
  reading: { model: 'm', isForeign: false, isCut: false, sentences: [{ start: 0, end: 1, label: 'joy', score: 0.9 }] },
  revision: 3,
});
const ENTRIES = [entry('a', 'What a day!\n\n## 2026-01-01'), entry('b', '“Quotes” \\ {"at": 1}')];
const written = [await toJson(ENTRIES, 'm'), await toDayOne(ENTRIES)];

const content = fc.oneof(
  ...written.map((text) => spoiled(JSON.parse(text) as unknown).map((value) => JSON.stringify([value]).slice(1, -1))),
  fc
    .tuple(fc.constantFrom(...written, await toMarkdown(ENTRIES)), fc.nat({ max: 600 }), anyText(3))
    .map(([text, at, torn]) => text.slice(0, at) + torn + text.slice(at)),
  fc
    .array(
      fc.tuple(fc.constantFrom('## 2026-02-28', '## 2026-02-30 25:00', '---\n', 'date: 2026-01-01\n', '\n', '{', '['), anyText(4)),
      { maxLength: 8 },
    )
    .map((all) => all.flat().join('\n')),
);

test('any file brings entries with a day, words and an id of their own, or is told to be none', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.constantFrom('a.json', 'a.md', '2026-01-01.md', '__proto__'), content), { maxLength: 3 }),
      async (files) => {
        const { entries, problems, known } = await importFiles(
          files.map(([name, text]) => new File([text], name)),
          ENTRIES,
        );
        for (const { at, text, reading } of entries) {
          expect(isWallTime(at)).toBe(true);
          expect(text.trim()).not.toBe('');
          const spans = reading?.sentences ?? [];
          expect(
            spans.every(
              ({ start, end, score }, i) => start >= (spans[i - 1]?.end ?? 0) && end <= text.length && typeof score === 'number',
            ),
          ).toBe(true);
        }
        expect(new Set([...ENTRIES, ...entries].map(({ id }) => id)).size).toBe(ENTRIES.length + entries.length);
        expect(problems.every((problem) => problem().trim() !== '')).toBe(true);
        expect(known).toBeGreaterThanOrEqual(0);
      },
    ),
  );
  expect(Object.keys(Object.prototype)).toEqual([]);
});

test('what is saved comes back, whatever was written', async () => {
  const text = anyText(20).filter((one) => one.trim() !== '' && !one.includes('\0') && !/\p{Cs}/u.test(one));
  await fc.assert(
    fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 4 }), async (texts) => {
      const all = texts.map((one, i): Entry => ({
        ...entry(String(i), one),
        at: `2026-11-${String(10 + i)}T13:50`,
        reading: null,
      }));
      const { entries, problems } = await importFiles([new File([await toJson(all, 'm')], 'a.json')], []);
      expect(problems).toEqual([]);
      expect(entries.map((one) => one.text)).toEqual(texts);
    }),
  );
});
