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
const more = { truncated: false };
const reading: Reading = readingOf([0.05, 0.45, 0.05, 0.05, 0.35, 0.05], 0.3, {
  ...more,
  shares: [{ label: 'joy', share: 0.5 }],
  sentences: [
    { start: 0, end: 14, label: 'joy', scores: readingOf([0, 1, 0, 0, 0, 0], 0.3, more).scores },
    { start: 15, end: 39, label: null, scores: readingOf([0.2, 0.1, 0.2, 0.1, 0.2, 0.2], 0.3, more).scores, quoted: true },
  ],
});
const baked = JSON.parse(bakedOf(TEXT, 'model', reading)) as unknown;

test('a baked reading is one that a build of ours writes, or the text is read as if none were there', () => {
  const written = fc.oneof(
    { weight: 5, arbitrary: spoiled(baked).map((value) => JSON.stringify([value]).slice(1, -1)) },
    { weight: 1, arbitrary: anyText(4) },
  );
  fc.assert(
    fc.property(written, (attribute) => {
      const found = bakedFor(TEXT, attribute);
      if (found === null) return;
      const { label, reason, mixed, scores, truncated, shares = [], sentences = [] } = found.reading;
      for (const each of [{ label, scores }, ...sentences]) {
        expect(each.label === null || EMOTIONS.includes(each.label)).toBe(true);
        expect(each.scores.reduce((sum, { score }) => sum + score, 0)).toBeCloseTo(1, 5);
        expect(each.scores.every(({ score }) => isBetween(score, 0, 1))).toBe(true);
      }
      expect([undefined, ...EMOTIONS]).toContain(mixed);
      expect(label === null ? ['blank', 'unsure', 'unsupported-language'] : [undefined]).toContain(reason);
      expect(typeof truncated).toBe('boolean');
      expect(shares.every((one) => EMOTIONS.includes(one.label) && isBetween(one.share, 0, 1))).toBe(true);
      expect(
        sentences.every(({ start, end }, i) => start >= (sentences[i - 1]?.end ?? 0) && end > start && end <= TEXT.length),
      ).toBe(true);
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
