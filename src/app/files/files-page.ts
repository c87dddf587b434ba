import { html, LitElement, type TemplateResult } from 'lit';

/** Label every row of a file. */
export class FilesPage extends LitElement {
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult {
    return html`<h1>Label a file</h1>`;
  }
}

customElements.define('files-page', FilesPage);
