import { defineConfig } from 'vite';
import { embedFacts } from './build/embed-plugin.ts';
import { hosting } from './build/hosting-plugin.ts';
import { languageData } from './build/language-data-plugin.ts';
import { emotionModels } from './build/model-plugin.ts';
import { modelFolders } from './build/models.ts';
import { ownFileUrl, plainImports } from './build/own-files.ts';
import { serviceWorkerShell } from './build/pwa-plugin.ts';
import { runtimeHashes } from './build/runtime-plugin.ts';
import { thirdPartyNotices } from './build/third-party-plugin.ts';

export default defineConfig({
  base: './', // one build for any folder of any host
  experimental: { renderBuiltUrl: ownFileUrl },
  appType: 'mpa', // one page: no other path is answered with it
  // Without this condition the bundle carries an unused 27 MB copy of the runtime.
  resolve: { conditions: ['onnxruntime-web-use-extern-wasm', 'module', 'browser', 'development|production'] },
  plugins: [
    emotionModels(modelFolders('open')),
    embedFacts(),
    hosting(),
    serviceWorkerShell(),
    thirdPartyNotices(),
    plainImports(),
  ],
  // One file: an embedder's bundler copies the worker's script, and knows nothing of chunks beside it.
  worker: {
    format: 'es',
    plugins: () => [runtimeHashes(), languageData(), thirdPartyNotices()],
    rolldownOptions: { output: { codeSplitting: false } },
  },
  build: {
    target: 'es2022',
    cssTarget: ['chrome123', 'firefox121', 'safari17.5'], // they know light-dark(), which the tag's own colours need too
    assetsInlineLimit: 0, // the policy lets no style sheet come from a data: URL
    modulePreload: false, // its helper would be a part of every embed
    rolldownOptions: {
      // The page, the scripts that other pages of the same site embed (`testing` for their tests), and the service worker, which shares
      // no chunk with them.
      input: {
        index: 'index.html',
        'emotion-tag': 'src/define.ts',
        engine: 'src/engine/index.ts',
        testing: 'src/testing/index.ts',
        sw: 'src/sw/main.ts',
      },
      preserveEntrySignatures: 'strict',
      output: { entryFileNames: ({ name }) => (name === 'index' ? 'assets/[name]-[hash].js' : '[name].js') },
    },
  },
});
