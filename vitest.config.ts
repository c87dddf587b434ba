import { defineConfig } from 'vitest/config';
import { emotionModels } from './build/model-plugin.ts';
import { modelFolders } from './build/models.ts';
import { nodeFiles } from './build/node-files-plugin.ts';
import { runtimeHashes } from './build/runtime-plugin.ts';

const folders = modelFolders('research');

export default defineConfig({
  plugins: [emotionModels(folders), nodeFiles(folders), runtimeHashes()],
  // A busy machine is no failure: no test waits for a clock, so nothing but a hang takes this long.
  test: { testTimeout: 60_000, include: ['src/**/*.test.ts', '{bench,hosting,testbed}/**/*.test.ts'] },
});
