/**
 * The npm package: the same scripts as the site's, one for each entry of `exports`, with lit left to the embedder's own build. In the mode
 * `page` it is `emotion-tag.js` for pages that are built by nothing, with lit in it.
 */
import { defineConfig, mergeConfig } from 'vite';
import { emotionModels } from './build/model-plugin.ts';
import { modelFolders } from './build/models.ts';
import { plainImports } from './build/own-files.ts';
import { thirdPartyNotices } from './build/third-party-plugin.ts';
import site from './vite.config.ts';

const { resolve, worker, base, experimental } = site;
const entries = { index: 'src/index.ts', engine: 'src/engine/index.ts', testing: 'src/testing/index.ts' };

export default defineConfig(({ mode }) =>
  mergeConfig(
    { resolve, worker, base, experimental },
    defineConfig({
      // The open model is the one of pages that choose none: an embedder may be anybody.
      plugins: [emotionModels(modelFolders('open')), thirdPartyNotices(), plainImports()],
      publicDir: false, // the model comes by its plugin
      build: {
        target: 'es2022',
        outDir: mode === 'page' ? 'lib/page' : 'lib',
        modulePreload: false,
        rolldownOptions: {
          ...(mode !== 'page' && { external: /^lit(\/|$)/ }),
          // The same entries in both, so that both have the same chunks but for those that hold lit.
          input: { ...entries, [mode === 'page' ? 'emotion-tag' : 'define']: 'src/define.ts' },
          preserveEntrySignatures: 'strict',
          output: { entryFileNames: '[name].js' },
        },
      },
    }),
  ),
);
