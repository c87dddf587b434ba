import { customElementVsCodePlugin } from 'custom-element-vs-code-integration';

/** Only what an embedder may use. Events that the analyzer finds in the code have no name: their documentation has. */
const publicOnly = {
  name: 'public-only',
  packageLinkPhase({ customElementsManifest }) {
    for (const declaration of customElementsManifest.modules.flatMap(({ declarations = [] }) => declarations)) {
      declaration.members &&= declaration.members.filter(({ privacy, description }) => privacy !== 'private' && description);
      declaration.attributes &&= declaration.attributes.filter(({ description }) => description);
      declaration.events &&= declaration.events.filter(({ name, description }) => name && description);
    }
  },
};

/** The Custom Elements Manifest of the element, and what VS Code knows of it. */
export default {
  globs: ['src/element/emotion-tag.ts', 'src/element/events.ts'],
  outdir: 'lib',
  litelement: true,
  packagejson: false,
  plugins: [publicOnly, customElementVsCodePlugin({ outdir: 'lib', cssFileName: null })],
};
