import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { staticImports } from '../../build/embed-plugin';

test('the element’s code before a model is wanted is at most 16 KB in brotli, lit included', () => {
  const files = [...staticImports('dist/emotion-tag.js')];
  const bytes = files.reduce((sum, file) => sum + brotliCompressSync(readFileSync(file)).length, 0);
  console.log(`${String(files.length)} files, ${String(bytes)} bytes`);
  expect(files.length).toBeGreaterThan(1);
  expect(bytes).toBeLessThanOrEqual(16_000);
});
