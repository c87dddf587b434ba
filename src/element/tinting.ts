import type { Reading } from '../shared/reading';
import { palette } from './palette';
import { sentencesOf } from './views/highlight';

/** A text of the page and what was read of it. */
interface Tinted {
  /** Where it stands. */
  readonly root: Element;
  readonly text: string | undefined;
  readonly reading: Reading;
}

let tints: Promise<typeof import('./tints')> | undefined;

/**
 * Tint the sentences of a reading in the page's own text, for one tag, or take its tints away. The code comes with the first text that has any, and
 * brings nothing along that is here.
 */
export function tint(tag: Element, tinted: Tinted | null): void {
  if (tinted) tints ??= import('./tints');
  tints?.then(
    ({ paintTag }) => {
      const { root, text = '', reading } = tinted ?? {};
      paintTag(tag, root && reading ? { root, text, sentences: sentencesOf(reading, text), palette } : null);
    },
    () => (tints = undefined), // the next text tries again
  );
}
