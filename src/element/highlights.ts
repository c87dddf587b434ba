import type { Emotion } from '../shared/emotions';
import type { palette } from './palette';

export type Palette = typeof palette;

/** A part of the page and the emotion in it. */
export interface Tint {
  readonly range: StaticRange;
  readonly emotion: Emotion;
}

type View = Window & typeof globalThis;
type Tree = Document | ShadowRoot;

interface Painted {
  readonly highlights: HighlightRegistry;
  readonly tints: readonly Tint[];
}

const painted = new WeakMap<object, Painted>();
/** One for each document: a tag may move to another, as into a frame. */
const sheets = new WeakMap<View, CSSStyleSheet>();

const nameOf = (emotion: Emotion): string => `emotion-tag-${emotion}`;

/** Tint these parts of a tree for one owner, instead of its earlier ones. The page's own nodes stay untouched. */
export function paint(owner: object, tree: Tree, tints: readonly Tint[], colours: Palette): void {
  unpaint(owner);
  const view = (tree.ownerDocument ?? tree).defaultView;
  // Browsers without the CSS Custom Highlight API show the legend and the list of sentences alone.
  const highlights = (view?.CSS as { highlights?: HighlightRegistry } | undefined)?.highlights;
  if (!view || !highlights || tints.length === 0) return;
  const sheet = sheets.get(view) ?? createSheet(view, colours);
  sheets.set(view, sheet);
  // The page may have put others in the place of its sheets.
  if (!tree.adoptedStyleSheets.includes(sheet)) tree.adoptedStyleSheets.push(sheet);
  for (const { range, emotion } of tints) {
    const name = nameOf(emotion);
    const highlight = highlights.get(name) ?? new view.Highlight();
    highlights.set(name, highlight.add(range));
  }
  painted.set(owner, { highlights, tints });
}

/** Take an owner's tints away. */
export function unpaint(owner: object): void {
  const { highlights, tints = [] } = painted.get(owner) ?? {};
  for (const { range, emotion } of tints) {
    const highlight = highlights?.get(nameOf(emotion));
    highlight?.delete(range);
    if (highlight?.size === 0) highlights?.delete(nameOf(emotion));
  }
  painted.delete(owner);
}

/** In the tree of the text: highlight styles of a shadow root do not reach slotted text. */
function createSheet({ CSSStyleSheet }: View, colours: Palette): CSSStyleSheet {
  const created = new CSSStyleSheet();
  created.replaceSync(
    Object.entries(colours)
      .map(([emotion, { color, fill, underline }]) => {
        return `::highlight(${nameOf(emotion as Emotion)}) {
        background-color: color-mix(in srgb, ${fill} 18%, transparent);
        text-decoration: underline ${underline} ${color} 2px;
      }`;
      })
      .join('\n'),
  );
  return created;
}
