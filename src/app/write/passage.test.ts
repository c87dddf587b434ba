import { expect, test } from 'vitest';
import { sharesOf } from './passage';

const reading = { label: null, scores: [], truncated: false } as const;

test('what no emotion holds of a text is told last, and nothing where they hold all of it', () => {
  const joy = { label: 'joy', share: 0.75 } as const;
  expect(sharesOf({ ...reading, shares: [joy] })).toEqual([joy, { label: null, share: 0.25 }]);
  expect(sharesOf({ ...reading, shares: [joy, { label: 'fear', share: 0.25 }] })).toHaveLength(2);
  expect(sharesOf(reading)).toEqual([{ label: null, share: 1 }]);
});
