/**
 * The npm package: the same scripts as the site's, one for each entry of `exports`, with lit left to the embedder's own build. In the mode
 * `page` it is `emotion-tag.js` for pages that are built by nothing, with lit in it.
 */
import { defineConfig, mergeConfig } from 'vite';
import site from './vite.config.ts';

const { plugins, resolve, worker, base, experimental } = site;
const entries = { index: 'src/index.ts', engine: 'src/engine/index.ts', testing: 'src/testing/index.ts' };

export default defineConfig(({ mode }) =>
  mergeConfig(
    { plugins, resolve, worker, base, experimental },
    defineConfig({
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
