/** What is to be written, and where, until a tag works: one list for the page and for `llms.txt`. Files stand under `examples/`, which the hosts' tests build. */
import type { Words } from '../words/en';

export interface Step {
  /** Its name in the words of a language: `{file}` there is the file. */
  readonly where: keyof Words['embed']['where'];
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

export const COMMON_STEP: Step = { where: 'terminal', code: 'npm install emotion-tag' };

const COPY: Step = { where: 'terminalAgain', code: 'npx emotion-tag copy public/' };
const BASE: Step = {
  where: 'once',
  code: `${DEFINE}
import { EmotionClassifier } from 'emotion-tag/engine';
EmotionClassifier.assetsBase = '/emotion-tag/';`,
};
const anywhere = (code = TAG): Step => ({ where: 'anywhere', code });

export const STACKS: readonly [Stack, ...Stack[]] = [
  {
    id: 'html',
    name: 'Plain HTML',
    steps: [COPY, { where: 'page', code: `<script type="module" src="/emotion-tag/emotion-tag.js"></script>\n\n${TAG}` }],
  },
  {
    id: 'vite',
    name: 'Vite',
    steps: [
      { where: 'file', code: DEFINE, file: 'src/main.js' },
      { where: 'file', code: TAG, file: 'index.html' },
    ],
  },
  {
    id: 'webpack',
    name: 'webpack',
    steps: [
      { where: 'file', code: DEFINE, file: 'src/index.js' },
      { where: 'file', code: TAG, file: 'index.html' },
    ],
  },
  {
    id: 'rollup',
    name: 'Rollup',
    steps: [
      { where: 'terminal', code: 'npm install --save-dev @rollup/plugin-node-resolve @web/rollup-plugin-import-meta-assets' },
      {
        where: 'file',
        code: `import resolve from '@rollup/plugin-node-resolve';
import { importMetaAssets } from '@web/rollup-plugin-import-meta-assets';
export default { input: 'src/main.js', output: { dir: 'dist', format: 'es' }, plugins: [resolve(), importMetaAssets()] };`,
        file: 'rollup.config.js',
      },
      { where: 'file', code: DEFINE, file: 'src/main.js' },
      { where: 'file', code: TAG, file: 'index.html' },
    ],
  },
  {
    id: 'parcel',
    name: 'Parcel',
    steps: [
      { where: 'afterBuild', code: 'npx emotion-tag copy dist/' },
      {
        where: 'notFollowed',
        code: `const script = Object.assign(document.createElement('script'), { type: 'module', src: '/emotion-tag/emotion-tag.js' });
document.head.append(script);`,
        file: 'src/main.js',
      },
      { where: 'file', code: TAG, file: 'src/index.html' },
    ],
  },
  {
    id: 'next',
    name: 'Next.js',
    steps: [
      {
        where: 'anyPage',
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
        where: 'file',
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
        where: 'file',
        code: "plugins: [vue({ template: { compilerOptions: { isCustomElement: (tag) => tag === 'emotion-tag' } } })],",
        file: 'vite.config.js',
      },
      { where: 'file', code: `${DEFINE}\nimport type {} from 'emotion-tag/vue';`, file: 'src/main.ts' },
      anywhere('<emotion-tag :text="text" view="bars" @emotion-change="(event) => (label = event.label)"></emotion-tag>'),
    ],
  },
  {
    id: 'svelte',
    name: 'Svelte',
    steps: [
      { where: 'file', code: `${DEFINE}\nimport type {} from 'emotion-tag/svelte';`, file: 'src/main.ts' },
      anywhere('<emotion-tag {text} view="bars" onemotion-change={(event) => (label = event.label)}></emotion-tag>'),
    ],
  },
  {
    id: 'angular',
    name: 'Angular',
    steps: [
      COPY,
      {
        where: 'file',
        code: BASE.code,
        file: 'src/main.ts',
      },
      {
        where: 'component',
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
        where: 'somePage',
        code: `${TAG}\n<script>\n  ${DEFINE}\n</script>`,
        file: 'src/pages/index.astro',
      },
    ],
  },
  { id: 'esbuild', name: 'esbuild', steps: [COPY, { ...BASE, file: 'app.js' }, anywhere()] },
];
