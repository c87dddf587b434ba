import { defineConfig } from 'vitest/config';
import { emotionModel } from './build/model-plugin.ts';
import { nodeFiles } from './build/node-files-plugin.ts';

export default defineConfig({
  plugins: [emotionModel('public/model'), nodeFiles('public/model')],
  // A busy machine is no failure: no test waits for a clock, so nothing but a hang takes this long.
  test: { testTimeout: 60_000, include: ['src/**/*.test.ts', '{bench,hosting,testbed}/**/*.test.ts'] },
});
