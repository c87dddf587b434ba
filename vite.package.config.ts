/** The npm package: the same scripts as the site's, one for each entry of `exports`, with lit left to the embedder's own build. */
import { defineConfig, mergeConfig } from 'vite';
import site from './vite.config.ts';

const { plugins, resolve, worker, base } = site;

export default mergeConfig(
  { plugins, resolve, worker, base },
  defineConfig({
    publicDir: false, // the model comes by its plugin
    build: {
      target: 'es2022',
      outDir: 'lib',
      modulePreload: false,
      rolldownOptions: {
        external: /^lit(\/|$)/,
        input: { index: 'src/index.ts', define: 'src/define.ts', engine: 'src/engine/index.ts', testing: 'src/testing/index.ts' },
        preserveEntrySignatures: 'strict',
        output: { entryFileNames: '[name].js' },
      },
    },
  }),
);
