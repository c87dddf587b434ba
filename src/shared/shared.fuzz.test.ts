/** What comes from a file, an attribute or a cache is what we write ourselves, or it is refused. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import shipped from '../../public/model/manifest.json';
import { anyText, anyValue, spoiled } from '../../testbed/fuzz/texts';
import { bakedFor, bakedOf } from './baked';
import { EMOTIONS } from './emotions';
import { ClassifierError } from './errors';
import { filesFor, parseManifest, type Manifest } from './manifest';
import { resolveModelBase } from './model-base';
import { readingOf, type Reading } from './reading';

/** As it comes from a file: `undefined` is no value there. */
const asJson = (value: unknown): unknown => (JSON.parse(JSON.stringify([value])) as unknown[])[0];

const isBetween = (value: unknown, least: number, most: number): boolean =>
  typeof value === 'number' && value >= least && value <= most;

function expectManifest(manifest: Manifest): void {
  const { files, golden, temperature, threshold, maxTokens } = manifest;
  expect(temperature > 0 && Number.isFinite(temperature)).toBe(true);
  expect(isBetween(threshold, 0, 1)).toBe(true);
  expect(Number.isSafeInteger(maxTokens) && isBetween(maxTokens, 3, 1e6)).toBe(true);
  expect(files.every(({ bytes }) => isBetween(bytes, 1, 2e9))).toBe(true);
  expect(new Set(files.map(({ path }) => path)).size).toBe(files.length);
  for (const { text, logits } of golden) {
    expect(typeof text).toBe('string');
    expect(logits.length === EMOTIONS.length && logits.every(Number.isFinite)).toBe(true);
  }
  expect(['undefined', 'string']).toContain(typeof manifest.name);
  expect(filesFor(manifest, ['wasm']).length).toBeLessThanOrEqual(files.length);
}

test('a manifest is one of ours, or it is refused', () => {
  const written = fc.oneof({ weight: 3, arbitrary: spoiled(shipped).map(asJson) }, anyValue);
  fc.assert(
    fc.property(written, (value) => {
      let manifest: Manifest;
      try {
        manifest = parseManifest(value);
      } catch (error) {
        expect(error).toBeInstanceOf(ClassifierError);
        return;
      }
      expectManifest(manifest);
    }),
  );
  expect(Object.keys(Object.prototype)).toEqual([]);
});

const TEXT = 'I am so happy! The meeting is at three. I am scared.';
const reading: Reading = readingOf([0.1, 0.4, 0.05, 0.05, 0.35, 0.05], 0.3, {
  truncated: false,
  sentences: [
    { start: 0, end: 14, ...readingOf([0, 1, 0, 0, 0, 0], 0.3, { truncated: false }) },
    { start: 15, end: 39, ...readingOf([0.2, 0.1, 0.2, 0.1, 0.2, 0.2], 0.3, { truncated: false }) },
  ],
});
const baked = JSON.parse(bakedOf(TEXT, 'model', reading)) as unknown;

test('a baked reading is one that a build of ours writes, or the text is read as if none were there', () => {
  const written = fc.oneof(
    spoiled(baked)
      .map((value) => JSON.stringify(value) as string | undefined)
      .map(String),
    anyText(4),
  );
  fc.assert(
    fc.property(written, (attribute) => {
      const found = bakedFor(TEXT, attribute);
      if (found === null) return;
      const { label, reason, mixed, scores, sentences = [] } = found.reading;
      expect(scores.reduce((sum, { score }) => sum + score, 0)).toBeCloseTo(1, 5);
      expect(scores.every(({ score }) => isBetween(score, 0, 1))).toBe(true);
      expect(label === null || EMOTIONS.includes(label)).toBe(true);
      expect(mixed === undefined || EMOTIONS.includes(mixed)).toBe(true);
      expect((label === null) === (reason !== undefined)).toBe(true);
      expect([undefined, 'blank', 'unsure', 'unsupported-language']).toContain(reason);
      expect(sentences.every(({ start, end }) => start >= 0 && end > start && end <= TEXT.length)).toBe(true);
    }),
  );
});

test('an address of a model is on an origin that is allowed, or it is refused', () => {
  const parts = fc.constantFrom(
    'http',
    'https',
    ':',
    '//',
    '/',
    '\\',
    '@',
    '?',
    '#',
    '%2f',
    '..',
    '.',
    'site.example',
    'evil.example',
    '\t',
    '\n',
    'javascript:',
    'data:',
    ' ',
    '[::1]',
    '127.1',
    'ⓢite.example',
    ':80',
    'model',
  );
  fc.assert(
    fc.property(fc.array(parts, { maxLength: 8 }), (all) => {
      try {
        const url = new URL(
          resolveModelBase(
            all.join(''),
            ['https://models.example'],
            'https://site.example/a/',
            'https://site.example',
            'https://site.example/e.js',
          ),
        );
        expect(['https://site.example', 'https://models.example']).toContain(url.origin);
        expect([url.search, url.hash, url.username, url.pathname.at(-1)]).toEqual(['', '', '', '/']);
      } catch (error) {
        expect(error).toMatchObject({ code: 'invalid-input' });
      }
    }),
  );
});
