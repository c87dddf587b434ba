import tseslint from 'typescript-eslint';
import { importX } from 'eslint-plugin-import-x';

/** Which room may import which: app → index → element → engine ⇢ worker → store; everyone → shared. CONTRIBUTING.md has the reasons. */
const rooms = {
  shared: [],
  store: ['shared'],
  worker: ['store', 'shared'],
  engine: ['store', 'shared'],
  element: ['engine', 'shared'],
  app: [],
};
const zones = Object.entries(rooms).map(([room, allowed]) => ({
  target: `./src/${room}`,
  from: './src',
  except: [
    `./${room}`,
    ...allowed.map((other) => `./${other}`),
    './virtual.d.ts',
    ...(room === 'app' ? ['./index.ts', './define.ts'] : []),
  ],
  message: `src/${room} may import only ${[...allowed, room === 'app' ? 'index and define' : ''].filter(Boolean).join(', ') || 'nothing of ours'}.`,
}));

export default tseslint.config(
  { ignores: ['dist', 'out', 'training', 'test-results', 'node_modules'] },
  ...tseslint.configs.strictTypeChecked,
  ...tseslint.configs.stylisticTypeChecked,
  {
    files: ['**/*.ts'],
    languageOptions: {
      parserOptions: { projectService: false, project: ['tsconfig.json', 'tsconfig.worker.json', 'tsconfig.node.json'] },
    },
    plugins: { 'import-x': importX },
    settings: { 'import-x/resolver': { node: { extensions: ['.ts', '.d.ts'] } } },
    rules: {
      'import-x/no-restricted-paths': ['error', { zones }],
      'max-lines': ['error', 250],
      'no-restricted-imports': ['error', { paths: ['lit/directives/unsafe-html.js', 'lit/static-html.js'] }],
      'no-restricted-properties': ['error', { property: 'innerHTML' }, { property: 'outerHTML' }],
    },
  },
  {
    files: ['src/**/*.ts'],
    ignores: ['src/worker/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        { paths: [{ name: '@huggingface/transformers', message: 'Only src/worker may import it.' }] },
      ],
    },
  },
  { files: ['e2e/**', 'bench/**'], rules: { '@typescript-eslint/no-non-null-assertion': 'off' } },
  { files: ['eslint.config.js'], ...tseslint.configs.disableTypeChecked },
);
