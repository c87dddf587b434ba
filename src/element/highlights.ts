import { EMOTIONS, type Emotion } from '../shared/emotions';
import { palette } from './palette';

/** A part of the page and the emotion in it. */
export interface Tint {
  readonly range: StaticRange;
  readonly emotion: Emotion;
}

const painted = new WeakMap<object, readonly Tint[]>();
let sheet: CSSStyleSheet | undefined;

const nameOf = (emotion: Emotion): string => `emotion-tag-${emotion}`;

/** Browsers without the CSS Custom Highlight API show the legend and the list of sentences alone. */
const registry = (): HighlightRegistry | undefined => (CSS as { highlights?: HighlightRegistry }).highlights;

/** Tint these parts of a tree for one owner, instead of its earlier ones. The page's own nodes stay untouched. */
export function paint(owner: object, root: Document | ShadowRoot, tints: readonly Tint[]): void {
  unpaint(owner);
  const highlights = registry();
  if (!highlights || tints.length === 0) return;
  sheet ??= createSheet();
  // The page may have put others in the place of its sheets.
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
  for (const { range, emotion } of tints) {
    const name = nameOf(emotion);
    const highlight = highlights.get(name) ?? new Highlight();
    highlights.set(name, highlight.add(range));
  }
  painted.set(owner, tints);
}

/** Take an owner's tints away. */
export function unpaint(owner: object): void {
  const highlights = registry();
  for (const { range, emotion } of painted.get(owner) ?? []) {
    const highlight = highlights?.get(nameOf(emotion));
    highlight?.delete(range);
    if (highlight?.size === 0) highlights?.delete(nameOf(emotion));
  }
  painted.delete(owner);
}

/** In the tree of the text: highlight styles of a shadow root do not reach slotted text. */
function createSheet(): CSSStyleSheet {
  const created = new CSSStyleSheet();
  created.replaceSync(
    EMOTIONS.map((emotion) => {
      const { color, fill, underline } = palette[emotion];
      return `::highlight(${nameOf(emotion)}) {
        background-color: color-mix(in srgb, ${fill} 18%, transparent);
        text-decoration: underline ${underline} ${color} 2px;
      }`;
    }).join('\n'),
  );
  return created;
}
