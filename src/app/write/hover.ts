import type { Mirror, Touched } from './mirror';

/** What is said of a sentence while a pointer is over it, beside the sentence. A finger cannot hover: it puts the caret there. */
export class Hover {
  #chip: HTMLElement;

  /**
   * @param chip stands in the box's own frame, over the text
   * @param says what to show of the sentence; nothing where it is not as it was read
   * @param told the sentence that the pointer is at, from 0; -1 is none
   */
  constructor(box: HTMLElement, chip: HTMLElement, mirror: Mirror, says: (index: number) => string, told: (index: number) => void) {
    this.#chip = chip;
    const leave = (): void => {
      chip.hidden = true;
      told(-1);
    };
    const move = ({ clientX, clientY }: PointerEvent): void => {
      const touched = mirror.at(clientX, clientY);
      chip.textContent = touched ? says(touched.index) : '';
      if (!touched || chip.textContent === '') leave();
      else {
        this.#place(touched, clientX);
        told(touched.index);
      }
    };
    let frame = 0;
    box.addEventListener('pointermove', (event) => {
      if (event.pointerType === 'touch') return;
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => {
        move(event);
      });
    });
    for (const type of ['pointerleave', 'input', 'scroll'])
      box.addEventListener(type, () => {
        cancelAnimationFrame(frame);
        if (!chip.hidden) leave();
      });
  }

  /** Under the line, inside the frame. */
  #place({ line }: Touched, x: number): void {
    const chip = this.#chip;
    chip.hidden = false;
    const frame = chip.offsetParent?.getBoundingClientRect();
    if (!frame) return;
    const left = Math.min(Math.max(0, x - frame.left - chip.offsetWidth / 2), frame.width - chip.offsetWidth);
    chip.style.translate = `${left.toFixed(0)}px ${(line.bottom - frame.top + 4).toFixed(0)}px`;
  }
}
