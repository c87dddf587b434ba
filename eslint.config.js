import tseslint from 'typescript-eslint';

/** Which room may import which: app → index → element → engine ⇢ worker → reading, store; app → tables; node → engine, reading, store; cli → node, bake, engine, tables; bake → node; everyone → shared. CONTRIBUTING.md has the reasons. */
const rooms = {
  shared: [],
  store: ['shared'],
  reading: ['shared'],
  tables: ['shared'],
  worker: ['reading', 'store', 'shared'],
  engine: ['store', 'shared'],
  element: ['engine', 'shared'],
  node: ['engine', 'reading', 'store', 'shared'],
  cli: ['bake', 'node', 'engine', 'tables', 'shared'],
  bake: ['node', 'shared'],
  testing: ['element', 'engine', 'reading', 'shared'],
  app: ['tables'],
  sw: [], // one script of its own: an import from another room would split it
};

/** The engine knows the workers by their scripts' URLs alone: ⇢ is messages. */
const WORKER_URL = '(?!worker/(main|compile)\\?worker&url$)';

const forbid = (message, regex) => ({ regex, message });

/** Rooms with the way out of them, by depth: a folder inside a room may import its room freely. */
const depths = Object.entries(rooms).flatMap(([room, allowed]) =>
  ['', '*/', '*/*/'].map((inside, depth) => ({
    room,
    allowed,
    files: `src/${room}/${inside}*.ts`,
    out: `(\\.\\./){${String(depth + 1)}}`,
  })),
);

const roomRules = depths.map(({ room, allowed, files, out }) => {
  const others = Object.keys(rooms).filter((other) => other !== room && !allowed.includes(other));
  const publicFace = room === 'app' ? ['index', 'define'] : [];
  return {
    files: [files],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            forbid(
              `src/${room} may import only ${[...allowed, ...publicFace].join(', ') || 'nothing of ours'}.`,
              `^${out}${room === 'engine' ? WORKER_URL : ''}((${others.join('|')})/|(?!${publicFace.join('$|') || '$'}$)[^/]+$)`,
            ),
            ...(room === 'worker' ? [] : [forbid('Only src/worker may import it.', '^@huggingface/transformers')]),
            forbid('Text is shown as text.', '^lit/(directives/unsafe|static)'),
          ],
        },
      ],
    },
  };
});

export default tseslint.config(
  { ignores: ['dist', 'lib', 'examples', 'training', 'test-results', 'node_modules'] },
  ...tseslint.configs.strictTypeChecked,
  ...tseslint.configs.stylisticTypeChecked,
  {
    files: ['**/*.ts', 'bin/*.js'],
    languageOptions: { parserOptions: { project: ['tsconfig.json', 'tsconfig.worker.json', 'tsconfig.node.json'] } },
    rules: {
      'max-lines': ['error', 250],
      'no-restricted-properties': ['error', { property: 'innerHTML' }, { property: 'outerHTML' }],
    },
  },
  ...roomRules,
  // A language is one file, as translators know it.
  { files: ['src/app/words/*.ts'], rules: { 'max-lines': 'off' } },
  {
    // A rule of its own, so that it stands beside those of the rooms. Tests run in Node.
    files: ['src/**/*.ts'],
    ignores: ['src/node/**', 'src/cli/**', 'src/bake/**', 'src/**/*.test.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        { patterns: [forbid('Browsers have nothing of Node.', '^node:|^@huggingface/tokenizers|^onnxruntime-node')] },
      ],
    },
  },
  { files: ['e2e/**', 'bench/**', 'testbed/**'], rules: { '@typescript-eslint/no-non-null-assertion': 'off' } },
  { files: ['*.js', '.*.js', 'build/package/*.js', 'bin/*.js', 'public/*.js'], ...tseslint.configs.disableTypeChecked },
);
