import { bakeFolder } from 'emotion-tag/vite';

export default {
  vue: { template: { compilerOptions: { isCustomElement: (tag) => tag === 'emotion-tag' } } },
  buildEnd: ({ outDir }) => bakeFolder(outDir),
};
