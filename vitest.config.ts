import { defineConfig } from 'vitest/config';
import { emotionModel } from './build/model-plugin.ts';

export default defineConfig({
  plugins: [emotionModel('public/model')],
  test: { include: ['src/**/*.test.ts', 'bench/**/*.test.ts', 'hosting/**/*.test.ts'] },
});
