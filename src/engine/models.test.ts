import { expect, test } from 'vitest';
import { findModel, modelNames } from './models';

test('a model is found by its name, and the first is that of pages which choose none', () => {
  expect(modelNames).toEqual(['open', 'research']);
  expect(findModel('open').manifest.files).not.toEqual(findModel('research').manifest.files);
  for (const none of [undefined, null, '']) expect(findModel(none).name).toBe('open');
});

// fault: build | a tag asks for a model that there is not | `opne`, `Open`, `../model`, `toString` | `model-missing`, with the names that there are; the author’s text stays | nothing, and nothing is asked for
test('what is no model is refused with the names of those that are', () => {
  for (const name of ['opne', 'Open', 'open ', '../model', 'toString'])
    expect(() => findModel(name)).toThrow(
      expect.objectContaining({ code: 'model-missing', message: expect.stringContaining('open, research') as string }),
    );
});

test.each([5, {}, ['open'], true])('%j is no name', (name) => {
  expect(() => findModel(name as unknown as string)).toThrow(expect.objectContaining({ code: 'invalid-input' }));
});
