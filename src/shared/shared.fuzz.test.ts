/** What comes from a file, an attribute or a cache is what we write ourselves, or it is refused. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import shipped from '../../public/model/manifest.json';
import { anyValue, spoiled } from '../../testbed/fuzz/texts';
import { EMOTIONS } from './emotions';
import { ClassifierError } from './errors';
import { filesFor, parseManifest, type Manifest } from './manifest';
import { resolveModelBase } from './model-base';

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
