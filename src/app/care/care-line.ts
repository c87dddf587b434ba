import { html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { filled } from '../words/forms';
import { Speaker } from '../words/speaker';
import { words } from '../words/speech';
import { speaksOfSelfHarm } from './phrases';

/**
 * A quiet line where a text speaks of wanting to die or of hurting oneself: that this page cannot judge it, and where people can. Nothing
 * of it is kept or passed on, nothing is fetched before the link is followed, and once hidden it stays hidden.
 */
export class CareLine extends LitElement {
  static override properties: PropertyDeclarations = { text: {}, isDismissed: { state: true } };

  /** What is looked at. */
  declare text: string;
  declare private isDismissed: boolean;

  constructor() {
    super();
    new Speaker(this);
    this.text = '';
    this.isDismissed = false;
  }

  /** In the page itself, so that one style sheet serves all of it. */
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult | typeof nothing {
    if (this.isDismissed || !speaksOfSelfHarm(this.text)) return nothing;
    const link = html`<a href="https://findahelpline.com" target="_blank" rel="noopener noreferrer" referrerpolicy="no-referrer"
      >findahelpline.com</a
    >`;
    return html`<p class="care" role="note">
      ${filled(words().care.said, { link })}
      <button type="button" @click=${() => (this.isDismissed = true)}>${words().care.hide}</button>
    </p>`;
  }
}

customElements.define('care-line', CareLine);
