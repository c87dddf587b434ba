import { html, render } from 'lit';
import type { SentenceReading } from '../../index';

/** Where a pointer is over a sentence: which, and the line of it that is under the pointer. */
export interface Touched {
  readonly index: number;
  readonly line: DOMRect;
}

/**
 * The tints in the box. A textarea keeps what an editor must have (undo, spell check, input methods, screen readers) and draws no colours:
 * so a copy of its text lies under it, letter for letter, whose sentences have a ground and no ink. It is as old as the reading, so
 * that tints stay while somebody types.
 */
export class Mirror {
  #layer: HTMLElement;
  #box: HTMLTextAreaElement;

  constructor(layer: HTMLElement, box: HTMLTextAreaElement) {
    this.#layer = layer;
    this.#box = box;
    box.addEventListener('scroll', this.#follow, { passive: true });
    new ResizeObserver(this.#follow).observe(box);
  }

  get #marks(): NodeListOf<HTMLElement> {
    return this.#layer.querySelectorAll('mark');
  }

  /**
   * @param picked the sentence that was chosen, from 0; -1 is none
   * @param looked the one that a pointer is at, here or in the reading
   */
  show(text: string, sentences: readonly SentenceReading[], picked: number, looked: number): void {
    let done = 0;
    const pieces = sentences.map(({ start, end, label }, i) => {
      const gap = text.slice(done, start);
      done = end;
      const state = `${i === picked ? 'picked' : ''} ${i === looked ? 'looked' : ''}`;
      return html`${gap}<mark class="${label ?? 'none'} ${state}">${text.slice(start, end)}</mark>`;
    });
    this.#layer.dir = getComputedStyle(this.#box).direction; // the room for a scroll bar is on that side
    render(html`<div dir="auto">${pieces}${text.slice(done)}</div>`, this.#layer);
    this.#follow();
  }

  /** The sentence at a place of the window. */
  at(x: number, y: number): Touched | null {
    for (const [index, mark] of this.#marks.entries())
      for (const line of mark.getClientRects())
        if (x >= line.left && x <= line.right && y >= line.top && y <= line.bottom) return { index, line };
    return null;
  }

  /** Bring a sentence into the box's view. */
  reveal(index: number): void {
    const mark = this.#marks[index];
    if (!mark) return;
    const [{ top, bottom }, frame] = [mark.getBoundingClientRect(), this.#box.getBoundingClientRect()];
    if (top < frame.top) this.#box.scrollTop -= frame.top - top;
    else if (bottom > frame.bottom) this.#box.scrollTop += bottom - frame.bottom;
  }

  #follow = (): void => {
    const copy = this.#layer.firstElementChild;
    if (copy instanceof HTMLElement) copy.style.translate = `0 ${String(-this.#box.scrollTop)}px`;
  };
}
