/** The package's scripts for Node, in `lib/node/`, beside those for browsers whose model and runtime they read. */
import { defineConfig } from 'vite';
import { languageData } from './build/language-data-plugin.ts';
import { modelFolders } from './build/models.ts';
import { nodeFiles } from './build/node-files-plugin.ts';
import { thirdPartyNotices } from './build/third-party-plugin.ts';

export default defineConfig({
  publicDir: false,
  plugins: [nodeFiles(modelFolders('open')), languageData(), thirdPartyNotices()],
  ssr: { noExternal: true, external: ['onnxruntime-node'], target: 'node' },
  build: {
    target: 'node20',
    ssr: true,
    outDir: 'lib/node',
    rolldownOptions: {
      input: { index: 'src/node/index.ts', thread: 'src/node/thread.ts', cli: 'src/cli/index.ts', vite: 'src/bake/vite.ts' },
      output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
});
