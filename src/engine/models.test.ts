import { expect, test } from 'vitest';
import { findModel, modelNames } from './models';

test('a model is found by its name, and the first is that of pages which choose none', () => {
  expect(modelNames).toEqual(['research', 'open']);
  expect(findModel('open').manifest.files).not.toEqual(findModel('research').manifest.files);
  for (const none of [undefined, null, '']) expect(findModel(none).name).toBe('research');
});

test.each(['opne', 'Open', 'open ', '../model', 'toString'])('%j is no model, and the error names those that are', (name) => {
  expect(() => findModel(name)).toThrow(
    expect.objectContaining({ code: 'model-missing', message: expect.stringContaining('research, open') as string }),
  );
});

test.each([5, {}, ['open'], true])('%j is no name', (name) => {
  expect(() => findModel(name as unknown as string)).toThrow(expect.objectContaining({ code: 'invalid-input' }));
});
