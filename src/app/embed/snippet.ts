/**
 * Somebody's HTML as what may live in this page: parsed by parse5 into plain data, of which only known elements with known attributes are
 * built again, by hand. No text ever becomes markup of the document, so that its policy and Trusted Types need no exception.
 */
import { fill } from '../words/forms';
import { number, words } from '../words/speech';
import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5';

export type Node =
  string | { readonly name: string; readonly attributes: ReadonlyMap<string, string>; readonly children: readonly Node[] };

export interface Sifted {
  readonly nodes: readonly Node[];
  /** What the HTML asked for and does not get here, each once: `<script>`, `onclick`. */
  readonly leftOut: readonly string[];
}

const TAG = 'emotion-tag';

/** With the attributes that each may have beside `EVERYWHERE`. None fetches anything, and none leads away. */
const ELEMENTS: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(
    'article aside b bdi blockquote br button dd div dl dt em fieldset figcaption figure form h3 h4 hr i legend li mark ol p q section small span strong ul'
      .split(' ')
      .map((name) => [name, []]),
  ),
  button: ['type', 'disabled'],
  details: ['open'],
  summary: [],
  input: ['type', 'name', 'value', 'placeholder', 'required', 'disabled'],
  label: ['for'],
  output: ['for', 'name'],
  textarea: ['name', 'rows', 'cols', 'placeholder', 'required', 'disabled'],
  time: ['datetime'],
  // `model-base` would ask another folder for a model.
  [TAG]: ['text', 'for', 'view', 'threshold', 'device', 'load', 'model', 'explain', 'baked', 'name'],
};
const EVERYWHERE = ['id', 'class', 'lang', 'dir', 'title', 'style', 'contenteditable', 'aria-label'];
const INPUT_TYPES = ['text', 'search', 'checkbox'];

/** Of a style: what cannot fetch, and cannot leave its place. */
const STYLE_PROPERTIES = ['color-scheme', 'color', 'background-color', 'padding', 'font-size', 'max-width', '--emotion-tag-color'];

/** Their text is no text for people. */
const WHOLE = ['script', 'style', 'template', 'noscript', 'iframe', 'title', 'xmp', 'noembed', 'noframes', 'select', 'svg', 'math'];

/** Deeper than any example, and far from where a page's own recursion ends. */
const DEPTH = 40;

export function sift(html: string): Sifted {
  const leftOut = new Set<string>();

  const styleOf = (declarations: string): string =>
    declarationsOf(declarations)
      .filter(([name]) => {
        const isKnown = STYLE_PROPERTIES.includes(name);
        if (!isKnown && name !== '') leftOut.add(`style="${name}"`);
        return isKnown;
      })
      .map((declaration) => declaration.join(':'))
      .join(';');

  const attributesOf = (name: string, { attrs }: DefaultTreeAdapterTypes.Element): Map<string, string> => {
    const known = new Map<string, string>();
    for (const { name: attribute, value } of attrs) {
      const isKnown = EVERYWHERE.includes(attribute) || ELEMENTS[name]?.includes(attribute) === true;
      const isOther = attribute === 'type' && name === 'input' && !INPUT_TYPES.includes(value.toLowerCase());
      if (attribute === 'style') known.set(attribute, styleOf(value));
      else if (isKnown && !isOther) known.set(attribute, value);
      else leftOut.add(isOther ? `type="${value}"` : attribute);
    }
    return known;
  };

  const siftNode = (node: DefaultTreeAdapterTypes.ChildNode, depth: number): Node[] => {
    if (node.nodeName === '#text') return [(node as DefaultTreeAdapterTypes.TextNode).value];
    if (!('tagName' in node)) return []; // comments
    const { tagName: name } = node;
    const isKnown = Object.hasOwn(ELEMENTS, name) && node.namespaceURI.endsWith('/xhtml');
    if (!isKnown) leftOut.add(`<${name}>`);
    if (WHOLE.includes(name)) return [];
    if (depth === DEPTH) {
      leftOut.add(fill(words().embed.deeper, { n: number(DEPTH) }));
      return [];
    }
    const children = node.childNodes.flatMap((child) => siftNode(child, depth + 1));
    return isKnown ? [{ name, attributes: attributesOf(name, node), children }] : children;
  };

  const nodes = parseFragment(html).childNodes.flatMap((node) => siftNode(node, 0));
  return { nodes, leftOut: [...leftOut] };
}

/**
 * The elements themselves.
 * @param preset attributes of tags that do not say otherwise
 */
export function grow(nodes: readonly Node[], parent: ParentNode & globalThis.Node, preset: Readonly<Record<string, string>>): void {
  for (const node of nodes) {
    if (typeof node === 'string') {
      parent.append(node);
      continue;
    }
    const element = document.createElement(node.name);
    for (const [name, value] of node.attributes) {
      if (name === 'style') dress(element, value);
      else element.setAttribute(name, value);
    }
    if (node.name === TAG)
      for (const [name, value] of Object.entries(preset)) if (!node.attributes.has(name)) element.setAttribute(name, value);
    grow(node.children, element, preset);
    parent.append(element);
  }
}

/** The policy refuses the attribute, whoever sets it; the properties are the script's own doing. */
function dress({ style }: HTMLElement, declarations: string): void {
  for (const [name, value] of declarationsOf(declarations)) style.setProperty(name, value);
}

const declarationsOf = (style: string): [name: string, value: string][] =>
  style.split(';').map((declaration) => {
    const [name = '', value = ''] = declaration.split(/:(.*)/s).map((part) => part.trim());
    return [name, value];
  });
