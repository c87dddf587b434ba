import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5';
import { expect, test } from 'vitest';
import { flowTextOf } from './flow-text';
import { SEEN } from './testing/seen';

// e2e/element/seen.spec.ts asks the tag the same.
test.each(SEEN)('of %j is seen %j', (markup, seen) => {
  const fragment = parseFragment(`<emotion-tag>${markup}</emotion-tag>`);
  expect(flowTextOf(fragment.childNodes[0] as DefaultTreeAdapterTypes.Element)).toBe(seen);
});
