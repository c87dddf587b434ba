import { defineConfig } from 'vitest/config';
import { emotionModels } from './build/model-plugin.ts';
import { modelFolders } from './build/models.ts';
import { nodeFiles } from './build/node-files-plugin.ts';
import { runtimeHashes } from './build/runtime-plugin.ts';

const folders = modelFolders('open');
const FUZZ = 'src/**/*.fuzz.test.ts';

export default defineConfig({
  plugins: [emotionModels(folders), nodeFiles(folders), runtimeHashes()],
  test: {
    testTimeout: 60_000, // a busy machine is no failure: no test waits for a clock, so nothing but a hang takes this long
    projects: [
      {
        extends: true,
        test: { name: 'unit', include: ['src/**/*.test.ts', '{bench,build,hosting,testbed}/**/*.test.ts'], exclude: [FUZZ] },
      },
      // A short round with every run of the tests; a long one by `npm run fuzz`.
      { extends: true, test: { name: 'fuzz', include: [FUZZ], setupFiles: 'testbed/fuzz/setup.ts' } },
    ],
  },
});
