/** What is to be written, and where, until a tag works: one list for the page and for `llms.txt`. Files stand under `examples/`, which the hosts' tests build. */
export interface Step {
  readonly where: string;
  readonly code: string;
  /** The file of the example that has these lines. */
  readonly file?: string;
}

export interface Stack {
  /** Also the folder of its example, where it has one. */
  readonly id: string;
  readonly name: string;
  readonly steps: readonly Step[];
}

const TAG = '<emotion-tag>I am so happy that you came!</emotion-tag>';
const DEFINE = "import 'emotion-tag/define';";

export const COMMON_STEP: Step = { where: 'In a terminal', code: 'npm install emotion-tag' };

const COPY: Step = { where: 'In a terminal, and again after each update', code: 'npx emotion-tag copy public/' };
const BASE: Step = {
  where: 'Once, in a script of yours',
  code: `${DEFINE}
import { EmotionClassifier } from 'emotion-tag/engine';
EmotionClassifier.assetsBase = '/emotion-tag/';`,
};
const anywhere = (code = TAG): Step => ({ where: 'Wherever there is a text', code });

export const STACKS: readonly [Stack, ...Stack[]] = [
  {
    id: 'html',
    name: 'Plain HTML',
    steps: [COPY, { where: 'In the page', code: `<script type="module" src="/emotion-tag/emotion-tag.js"></script>\n\n${TAG}` }],
  },
  {
    id: 'vite',
    name: 'Vite',
    steps: [
      { where: 'In src/main.js', code: DEFINE, file: 'src/main.js' },
      { where: 'In index.html', code: TAG, file: 'index.html' },
    ],
  },
  {
    id: 'webpack',
    name: 'webpack',
    steps: [
      { where: 'In src/index.js', code: DEFINE, file: 'src/index.js' },
      { where: 'In index.html', code: TAG, file: 'index.html' },
    ],
  },
  {
    id: 'rollup',
    name: 'Rollup',
    steps: [
      { where: 'In a terminal', code: 'npm install --save-dev @rollup/plugin-node-resolve @web/rollup-plugin-import-meta-assets' },
      {
        where: 'In rollup.config.js',
        code: `import resolve from '@rollup/plugin-node-resolve';
import { importMetaAssets } from '@web/rollup-plugin-import-meta-assets';
export default { input: 'src/main.js', output: { dir: 'dist', format: 'es' }, plugins: [resolve(), importMetaAssets()] };`,
        file: 'rollup.config.js',
      },
      { where: 'In src/main.js', code: DEFINE, file: 'src/main.js' },
      { where: 'In index.html', code: TAG, file: 'index.html' },
    ],
  },
  {
    id: 'parcel',
    name: 'Parcel',
    steps: [
      { where: 'In a terminal, after each build', code: 'npx emotion-tag copy dist/' },
      {
        where: 'In your script: Parcel must not follow the address',
        code: `const script = Object.assign(document.createElement('script'), { type: 'module', src: '/emotion-tag/emotion-tag.js' });
document.head.append(script);`,
        file: 'src/main.js',
      },
      { where: 'In index.html', code: TAG, file: 'src/index.html' },
    ],
  },
  {
    id: 'next',
    name: 'Next.js',
    steps: [
      {
        where: 'In app/mood.jsx, a component that any page may use',
        code: `'use client';
${DEFINE}
export default function Mood() {
  return ${TAG};
}`,
        file: 'app/mood.jsx',
      },
    ],
  },
  {
    id: 'react',
    name: 'React',
    steps: [
      {
        where: 'In src/main.tsx',
        code: `${DEFINE}\nimport type {} from 'emotion-tag/jsx';`,
        file: 'src/main.tsx',
      },
      anywhere('<emotion-tag text={text} view="bars" onemotion-change={(event) => setLabel(event.label)} />'),
    ],
  },
  {
    id: 'vue',
    name: 'Vue',
    steps: [
      {
        where: 'In vite.config.js',
        code: "plugins: [vue({ template: { compilerOptions: { isCustomElement: (tag) => tag === 'emotion-tag' } } })],",
        file: 'vite.config.js',
      },
      { where: 'In src/main.ts', code: `${DEFINE}\nimport type {} from 'emotion-tag/vue';`, file: 'src/main.ts' },
      anywhere('<emotion-tag :text="text" view="bars" @emotion-change="(event) => (label = event.label)"></emotion-tag>'),
    ],
  },
  {
    id: 'svelte',
    name: 'Svelte',
    steps: [
      { where: 'In src/main.ts', code: `${DEFINE}\nimport type {} from 'emotion-tag/svelte';`, file: 'src/main.ts' },
      anywhere('<emotion-tag {text} view="bars" onemotion-change={(event) => (label = event.label)}></emotion-tag>'),
    ],
  },
  {
    id: 'angular',
    name: 'Angular',
    steps: [
      COPY,
      {
        where: 'In src/main.ts',
        code: BASE.code,
        file: 'src/main.ts',
      },
      {
        where: 'In a component',
        code: `schemas: [CUSTOM_ELEMENTS_SCHEMA],
template: \`
  <emotion-tag [attr.text]="text()" view="bars" (emotion-change)="label.set($any($event).label)"></emotion-tag>
\`,`,
        file: 'src/app.ts',
      },
    ],
  },
  {
    id: 'astro',
    name: 'Astro',
    steps: [
      {
        where: 'In a page, such as src/pages/index.astro',
        code: `${TAG}\n<script>\n  ${DEFINE}\n</script>`,
        file: 'src/pages/index.astro',
      },
    ],
  },
  { id: 'esbuild', name: 'esbuild', steps: [COPY, { ...BASE, file: 'app.js' }, anywhere()] },
];
