import { defineConfig } from 'vitest/config';
import { emotionModel } from './build/model-plugin.ts';
import { nodeFiles } from './build/node-files-plugin.ts';

export default defineConfig({
  plugins: [emotionModel('public/model'), nodeFiles('public/model')],
  test: { include: ['src/**/*.test.ts', '{bench,hosting,testbed}/**/*.test.ts'] },
});
