/** Files that are read for the names of their types alone. */
const TYPES_ONLY = ['src/element/attributes.ts', 'src/element/admission.ts', 'src/shared/protocol.ts'];

/** `'badge' | 'bars'` for `View`: editors offer the values of an attribute, and an alias has none that they could see. */
function valuesOfAliases() {
  const unions = new Map();
  const resolved = (text) =>
    text
      .split(/\s*\|\s*/)
      .map((part) => (unions.has(part) ? resolved(unions.get(part)) : part))
      .join(' | ');
  return {
    name: 'values-of-aliases',
    collectPhase({ ts, node }) {
      if (ts.isTypeAliasDeclaration(node) && ts.isUnionTypeNode(node.type)) unions.set(node.name.text, node.type.getText());
    },
    packageLinkPhase({ customElementsManifest }) {
      customElementsManifest.modules = customElementsManifest.modules.filter(({ path }) => !TYPES_ONLY.includes(path));
      for (const { members = [], attributes = [] } of customElementsManifest.modules.flatMap(({ declarations }) => declarations))
        for (const { type } of [...members, ...attributes]) if (type) type.text = resolved(type.text);
    },
  };
}

/** Fields that a constructor declares in its parameters, which the analyzer passes over: what the events carry. */
const parameterFields = {
  name: 'parameter-fields',
  analyzePhase({ ts, node, moduleDoc }) {
    if (!ts.isParameter(node) || !ts.isParameterPropertyDeclaration(node, node.parent)) return;
    const [{ comment } = {}] = ts.getJSDocCommentsAndTags(node);
    const field = {
      kind: 'field',
      name: node.name.text,
      type: { text: node.type.getText() },
      description: comment,
      readonly: true,
    };
    moduleDoc.declarations.find(({ name }) => name === node.parent.parent.name.text)?.members.push(field);
  },
};

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

const ELEMENT = 'lib/index.js';
const DEFINITION = 'lib/define.js';

/** The modules that the package has in place of its sources: one exports all of it, the other defines the element. */
const packageModules = {
  name: 'package-modules',
  packageLinkPhase({ customElementsManifest }) {
    const { modules } = customElementsManifest;
    const declarations = modules.flatMap((module) => module.declarations);
    for (const { superclass } of declarations)
      if (superclass?.module) {
        delete superclass.module;
        superclass.package = 'global:'; // `Event`, which the analyzer takes for one of ours
      }
    const exported = (name) => ({ kind: 'js', name, declaration: { name, module: ELEMENT } });
    const { name, tagName } = declarations.find((declaration) => declaration.tagName);
    const definition = { kind: 'custom-element-definition', name: tagName, declaration: { name, module: ELEMENT } };
    customElementsManifest.modules = [
      {
        kind: 'javascript-module',
        path: ELEMENT,
        declarations,
        exports: declarations.map((declaration) => exported(declaration.name)),
      },
      { kind: 'javascript-module', path: DEFINITION, declarations: [], exports: [exported(name), definition] },
    ];
  },
};

/** The Custom Elements Manifest of the element. */
export default {
  globs: ['src/element/emotion-tag.ts', 'src/element/events.ts', ...TYPES_ONLY],
  outdir: 'lib',
  litelement: true,
  packagejson: false,
  plugins: [parameterFields, valuesOfAliases(), publicOnly, packageModules],
};
