import { html, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import type { EmotionTag } from '../index';
import { chosenModel } from './chosen-model';
import { PagePart } from './page-part';

/**
 * A reading and the text that it is of. An answer to "Why?" has the text too, with its words shaded: it takes the place of the quotation
 * then, below the button, which stays where it was pressed.
 */
export class QuotedReading extends PagePart {
  static override properties: PropertyDeclarations = { text: { attribute: false }, load: {}, isShaded: { state: true } };

  declare text: string;
  /** As that of a tag. */
  declare load: EmotionTag['load'];
  /** Whether the whole text stands in an answer. */
  declare private isShaded: boolean;

  constructor() {
    super();
    this.text = '';
    this.load = 'visible';
    this.isShaded = false;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('text')) this.isShaded = false; // another text closes the answer
  }

  protected override render(): TemplateResult {
    return html`<emotion-tag
        explain
        load=${this.load}
        model=${chosenModel()}
        .text=${this.text}
        @emotion-explain=${this.#look}
        @click=${this.#look}
      ></emotion-tag>
      <blockquote dir="auto" ?hidden=${this.isShaded}>${this.text}</blockquote>`;
  }

  /** An answer is told when it opens; a press of the button may have closed it. One that leaves sentences out, or has no words, replaces nothing. */
  readonly #look = async ({ currentTarget }: Event): Promise<void> => {
    const tag = currentTarget as EmotionTag;
    await tag.updateComplete;
    const shaded = tag.shadowRoot?.querySelector('[part=shaded]');
    this.isShaded = shaded?.textContent.trim() === this.text.trim();
  };
}

customElements.define('quoted-reading', QuotedReading);
