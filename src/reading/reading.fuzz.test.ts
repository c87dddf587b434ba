/** Whatever is written: nothing throws, no part of a text is lost or read twice, and a reading is one. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyText, anyValue } from '../../testbed/fuzz/texts';
import { EMOTIONS } from '../shared/emotions';
import type { Reply, Request } from '../shared/protocol';
import type { Explanation, Reading } from '../shared/reading';
import { Desk } from './desk';
import { origin } from './draft';
import { explanationJob } from './explanation';
import { readingJob, type Job, type Reader } from './job';
import { legible, prepare } from './prepare';
import { quotedIn } from './quotations';
import { cutToFit, sentencesIn, type Span } from './sentences';
import { wholeOf } from './whole';

const inOrder = (spans: readonly Span[], length: number): boolean =>
  spans.every(({ start, end }, i) => start >= (spans[i - 1]?.end ?? 0) && end > start && end <= length);

/** What stands outside of the spans. */
const outside = (text: string, spans: readonly Span[]): string =>
  [...spans, { start: text.length, end: text.length }].map(({ start }, i) => text.slice(spans[i - 1]?.end ?? 0, start)).join('');

const sumOf = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

function expectReading({ label, reason, mixed, scores, shares = [], sentences = [] }: Reading, length: number): void {
  expect([...scores].map((one) => one.label).sort()).toEqual([...EMOTIONS].sort());
  expect(sumOf(scores.map(({ score }) => score))).toBeCloseTo(1, 5);
  expect(label === null).toBe(reason !== undefined);
  expect(mixed === undefined || (EMOTIONS.includes(mixed) && mixed !== label)).toBe(true);
  expect(shares.every(({ share }) => share > 0 && share <= 1.000001)).toBe(true);
  expect(sumOf(shares.map(({ share }) => share))).toBeLessThanOrEqual(1.000001);
  expect(inOrder(sentences, length)).toBe(true);
}

test('a text that is made legible and prepared knows where each part of it came from', () => {
  fc.assert(
    fc.property(anyText(), (text) => {
      for (const draft of [legible(text), prepare(legible(text))]) {
        const spans = Array.from(draft.text, (_, i) => origin(draft, i, i + 1));
        expect(spans.every(({ start, end }, i) => start >= (spans[i - 1]?.start ?? 0) && end >= start && end <= text.length)).toBe(
          true,
        );
      }
    }),
  );
});

test('the sentences of a text, and their parts that fit a model, are all of it but white space', () => {
  fc.assert(
    fc.property(anyText(), fc.integer({ min: 1, max: 40 }), (text, most) => {
      const sentences = sentencesIn(text);
      expect(inOrder(sentences, text.length)).toBe(true);
      expect(outside(text, sentences).trim()).toBe('');
      const parts = sentences.flatMap((span) => cutToFit(text, span, ({ start, end }) => end - start <= most));
      expect(inOrder(parts, text.length)).toBe(true);
      expect(outside(text, parts).trim()).toBe('');
      expect(parts.every(({ start, end }) => end - start <= Math.max(most, 2))).toBe(true);
    }),
  );
});

test('quotations lie in the text', () => {
  fc.assert(
    fc.property(anyText(), (text) => {
      expect(quotedIn(text).every(({ start, end }) => start >= 0 && end > start && end <= text.length)).toBe(true);
    }),
  );
});

const probabilities = fc
  .tuple(...EMOTIONS.map(() => fc.double({ min: 1e-6, max: 1, noNaN: true })))
  .map((numbers) => numbers.map((number) => number / sumOf(numbers)));

test('sentences of any length and certainty are put together to one reading', () => {
  const sentence = fc.record({
    tokens: fc.nat({ max: 128 }),
    probabilities,
    quoted: fc.boolean(),
    together: fc.array(probabilities, { maxLength: 2 }),
  });
  fc.assert(
    fc.property(fc.array(sentence, { maxLength: 40 }), fc.double({ min: 0, max: 1, noNaN: true }), (sentences, threshold) => {
      const spans = sentences.map((one, i) => ({ ...one, start: i * 2, end: i * 2 + 1 }));
      expectReading(wholeOf(spans, threshold, false), sentences.length * 2);
    }),
  );
});

/** A model of words: each is a token of its own, so that windows overflow as they do. */
const reader: Reader = {
  model: {
    encode: (text: string) => [101, ...Array.from(text.match(/\S+/g) ?? [], (word) => word.length + 1000), 102],
  } as Reader['model'],
  manifest: { files: [], golden: [], temperature: 1, threshold: 0.4, maxTokens: 12 },
  isForeignLanguage: () => false,
};

/** Run what a job asks for until it answers. */
function answerOf<A extends Reading | Explanation>(job: Job<A>): A {
  let next: A | Job<A> = job;
  for (let steps = 0; 'finish' in next; steps++) {
    expect(steps).toBeLessThan(100);
    expect(next.rows.every((row) => row.length <= 12)).toBe(true);
    next = next.finish(next.rows.map((row) => EMOTIONS.map((_, i) => (i === (row[1] ?? 0) % EMOTIONS.length ? 0.5 : 0.1))));
  }
  return next;
}

test('any text is read and explained, in rows that fit the model', () => {
  fc.assert(
    fc.property(anyText(), (text) => {
      expectReading(answerOf(readingJob(reader, text)), text.length);
      const { reading, words } = answerOf(explanationJob(reader, text));
      expectReading(reading, text.length);
      expect(inOrder(words, text.length)).toBe(true);
      expect(words.every(({ weight }) => weight >= -1 && weight <= 1)).toBe(true);
    }),
  );
});

test('whatever a worker is asked, each text that is not called off has one answer or one refusal', async () => {
  const read = fc.record({
    kind: fc.constant('read'),
    text: fc.oneof(anyText(10), anyValue),
    want: fc.constantFrom('reading', 'explanation', '__proto__', null),
  });
  const message = fc.oneof(
    { weight: 3, arbitrary: read },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('abort'), id: fc.oneof(fc.nat({ max: 9 }), anyValue) }) },
  );
  await fc.assert(
    fc.asyncProperty(fc.array(message, { maxLength: 8 }), fc.constantFrom('wasm', 'webgpu'), async (messages, device) => {
      const waiting = new Set<unknown>();
      let wake = (): void => undefined;
      const reply = (message: Reply): void => {
        expect(message.kind).not.toBe('broken');
        if (message.kind === 'answer' || message.kind === 'refused') expect(waiting.delete(message.id)).toBe(true);
        wake();
      };
      const logits = (rows: readonly (readonly number[])[]): Promise<number[][]> =>
        Promise.resolve(rows.map(() => [1, 2, 3, 4, 5, 6]));
      const desk = new Desk({ ...reader, model: { ...reader.model, logits } }, device, reply);
      for (const [id, asked] of messages.entries()) {
        if (asked.kind === 'abort') {
          waiting.delete(asked.id);
          desk.abort(asked.id as number);
        } else {
          waiting.add(id);
          desk.read({ ...asked, id } as Extract<Request, { kind: 'read' }>);
        }
      }
      while (waiting.size > 0) await new Promise<void>((resolve) => (wake = resolve));
    }),
  );
});
