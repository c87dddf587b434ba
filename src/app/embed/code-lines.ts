/** Lines to be taken along, with a button that copies them. */
import { html, type PropertyDeclarations, type TemplateResult } from 'lit';
import { PagePart } from '../page-part';
import { fill } from '../words/forms';
import type { Saying } from '../words/saying';
import { words } from '../words/speech';

/** Copies, and says what came of it. */
export async function copied(text: string): Promise<Saying> {
  try {
    await navigator.clipboard.writeText(text);
    return () => words().model.copied;
  } catch {
    return () => words().embed.noCopyLines;
  }
}

export class CodeLines extends PagePart {
  static override properties: PropertyDeclarations = {
    code: { attribute: false },
    where: { attribute: false },
    said: { state: true },
  };
  declare code: string;
  declare where: string;
  declare private said: Saying | null;

  constructor() {
    super();
    this.code = this.where = '';
    this.said = null;
  }

  protected override render(): TemplateResult {
    return html`
      <p class="where">${this.where}</p>
      <pre tabindex="0" dir="ltr" role="region" aria-label=${this.where}><code>${this.code}</code></pre>
      <button type="button" class="copy" aria-label=${fill(words().embed.copyLines, { where: this.where })} @click=${this.#copy}>
        ${words().embed.copy}
      </button>
      <span role="status">${this.said?.()}</span>
    `;
  }

  #copy = async (): Promise<void> => {
    this.said = await copied(this.code);
  };
}

customElements.define('code-lines', CodeLines);
