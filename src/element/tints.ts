import { flowText } from './flow-text';
import { paint, unpaint, type Palette, type Tint } from './highlights';
import type { Sentence } from './views/highlight';

/** Sentences of a text of the page. */
interface Source {
  /** Where it stands. */
  readonly root: Element;
  readonly text: string;
  readonly sentences: readonly Sentence[];
  readonly palette: Palette;
}

/** Tint them, for one tag; take its tints away where there is nothing to tint. */
export function paintTag(tag: Element, source: Source | null): void {
  const flow = source && flowText(source.root);
  // The page may have changed since the text was read; a new reading is on its way then.
  if (flow?.text !== source?.text || !flow) {
    unpaint(tag);
    return;
  }
  const tints = source.sentences.flatMap(({ start, end, label }): Tint[] => {
    const range = label && flow.range(start, end);
    return range ? [{ range, emotion: label }] : [];
  });
  const text = tints[0]?.range.startContainer ?? tag; // slotted from outside, it stands in another tree than the tag
  paint(tag, text.getRootNode() as Document | ShadowRoot, tints, source.palette);
}
