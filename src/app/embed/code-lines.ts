/** Lines to be taken along, with a button that copies them. */
import { html, LitElement, type PropertyDeclarations, type TemplateResult } from 'lit';

/** `nothing` where the browser did it. */
export async function copied(text: string): Promise<string> {
  try {
    await navigator.clipboard.writeText(text);
    return 'Copied.';
  } catch {
    return 'The browser did not allow it: select the lines and copy them.';
  }
}

export class CodeLines extends LitElement {
  static override properties: PropertyDeclarations = {
    code: { attribute: false },
    where: { attribute: false },
    said: { state: true },
  };
  declare code: string;
  declare where: string;
  declare private said: string;

  constructor() {
    super();
    this.code = this.where = this.said = '';
  }

  protected override createRenderRoot(): this {
    return this;
  }

  protected override render(): TemplateResult {
    return html`
      <p class="where">${this.where}</p>
      <pre tabindex="0" role="region" aria-label=${this.where}><code>${this.code}</code></pre>
      <button type="button" class="copy" aria-label=${`Copy: ${this.where}`} @click=${this.#copy}>Copy</button>
      <span role="status">${this.said}</span>
    `;
  }

  #copy = async (): Promise<void> => {
    this.said = await copied(this.code);
  };
}

customElements.define('code-lines', CodeLines);
