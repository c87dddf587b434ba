import { expect, test } from 'vitest';
import { heapOf } from './heap';

/** A file that is made while it is read. */
class Generated extends File {
  static readonly #names = new TextEncoder().encode('id,text\n');
  static readonly #piece = new TextEncoder().encode(
    Array.from({ length: 2000 }, (_, i) => `${String(i)},"so glad, ""really"" ${'x'.repeat(490)}"\n`).join(''),
  );

  constructor(readonly count: number) {
    super([Generated.#names], 'large.csv');
  }

  override stream(): ReturnType<File['stream']> {
    let left = this.count;
    return new ReadableStream({
      start(controller) {
        controller.enqueue(Generated.#names.slice());
      },
      pull(controller) {
        if (left-- > 0) controller.enqueue(Generated.#piece.slice());
        else controller.close();
      },
    });
  }

  override slice(start: number, end: number): Blob {
    return new Blob([Generated.#names, Generated.#piece]).slice(start, end);
  }
}

test('a file of a hundred megabytes is read to its end within 16 MB of the heap', async () => {
  const { rows, before, most } = await heapOf(new Generated(96));
  expect(rows).toBe(96 * 2000);
  expect(most - before).toBeLessThan(16);
});
