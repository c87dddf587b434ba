/** Whatever stands in an attribute, or is set on a tag by callers without types: it is one of the values that there are. */
import fc from 'fast-check';
import { afterAll, expect, test, vi } from 'vitest';
import { anyText, anyValue } from '../../testbed/fuzz/texts';
import { EMOTIONS } from '../shared/emotions';
import { readingOf } from '../shared/reading';
import { DEVICES, LOADS, requestOf, VIEWS, oneOf } from './attributes';
import { languageFor } from './language';
import { withThreshold } from './threshold';

vi.spyOn(console, 'warn').mockImplementation(() => undefined);
afterAll(() => {
  vi.restoreAllMocks();
});

const any = fc.oneof(anyText(3), anyValue, fc.constantFrom('auto', 'click', 'bars', '0.5', '__proto__', 'constructor'));

test('settings that are none are the default, and what is left is of its type', () => {
  fc.assert(
    fc.property(
      fc.record({ view: any, device: any, load: any, model: any, modelBase: any, threshold: any, baked: any }),
      anyText(4),
      (set, text) => {
        const request = requestOf(set as Parameters<typeof requestOf>[0], text);
        expect(DEVICES).toContain(request.device);
        expect(LOADS).toContain(request.load);
        expect(VIEWS).toContain(oneOf('view', set.view as string, VIEWS));
        expect([null, 'string']).toContain(request.modelBase === null ? null : typeof request.modelBase);
        expect(request.threshold === null || (request.threshold >= 0 && request.threshold <= 1)).toBe(true);
        const { label } = withThreshold(
          readingOf([0.1, 0.5, 0.1, 0.1, 0.1, 0.1], 0.4, { truncated: false }),
          request.threshold ?? 0.4,
        );
        expect(label === null || EMOTIONS.includes(label)).toBe(true);
      },
    ),
  );
});

test('any language of a page has words and numbers', () => {
  fc.assert(
    fc.property(
      fc.oneof(anyText(2), fc.constantFrom('de', 'DE-at', 'x-', '-', 'ar_EG', '__proto__', 'constructor', 'toString')),
      (lang) => {
        const { words, score, megabytes } = languageFor(lang, () => undefined);
        expect(Object.keys(words.emotions).sort()).toEqual([...EMOTIONS].sort());
        expect(score(0.5)).toMatch(/\p{N}/u);
        expect(megabytes(4e6)).toMatch(/\p{N}/u);
      },
    ),
  );
});
