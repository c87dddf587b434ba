import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Pace } from './pace';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A text that is written letter by letter; each time it is taken, the reading ends when the test says so. */
function setUp() {
  let text = '';
  const taken: string[] = [];
  const readings: (() => void)[] = [];
  const pace = new Pace(() => {
    taken.push(text);
    return new Promise((resolve) => readings.push(resolve));
  });
  const write = (letter: string): void => {
    text += letter;
    pace.changed();
  };
  const answer = async (): Promise<void> => {
    readings.shift()?.();
    await Promise.resolve();
  };
  return { pace, taken, write, answer };
}

test('the first key is taken at once, and while somebody types without a pause the text is taken again and again', async () => {
  const { taken, write, answer } = setUp();
  for (let key = 0; key < 40; key++) {
    write('x');
    await answer();
    vi.advanceTimersByTime(50);
  }
  expect(taken[0]).toBe('x');
  expect(taken.length).toBeGreaterThanOrEqual(4 * 2); // in two seconds
});

test('the newest text is taken last, however fast it came', async () => {
  const { pace, taken, write, answer } = setUp();
  for (const letter of 'abc') write(letter);
  expect(pace.isBehind).toBe(true);
  await answer();
  vi.runAllTimers();
  await answer();
  expect(taken).toEqual(['a', 'abc']);
  expect(pace.isBehind).toBe(false);
  expect(vi.getTimerCount()).toBe(0);
});

test('a text waits for the reading of the one before, so that each is answered', async () => {
  const { taken, write, answer } = setUp();
  write('a');
  write('b');
  vi.advanceTimersByTime(900);
  expect(taken).toEqual(['a']);
  await answer();
  vi.advanceTimersByTime(1);
  expect(taken).toEqual(['a', 'ab']);
});

test('a text that takes too long does not hold up the next, and its late answer changes nothing', async () => {
  const { taken, write, answer } = setUp();
  write('a');
  write('b');
  vi.advanceTimersByTime(1_000);
  expect(taken).toEqual(['a', 'ab']);
  write('c');
  await answer();
  expect(taken).toEqual(['a', 'ab']);
  await answer();
  vi.advanceTimersByTime(150);
  expect(taken).toEqual(['a', 'ab', 'abc']);
});

test('what was to be taken is not, once the field is let go of', () => {
  const { pace, taken, write } = setUp();
  write('a');
  write('b');
  pace.stop();
  vi.runAllTimers();
  expect(taken).toEqual(['a']);
});
