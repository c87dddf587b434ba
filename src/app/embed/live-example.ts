/** One example: the tag alive, and beside it the HTML of it, which may be changed and copied. */
import { html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { copied } from './code-lines';
import type { Example } from './gallery';
import { sift } from './snippet';
import './snippet-view';

/** More than any page of ours has; a paste of a whole site would be parsed with each key. */
const LONGEST = 8000;

export class LiveExample extends LitElement {
  static override properties: PropertyDeclarations = {
    example: { attribute: false },
    source: { state: true },
    event: { state: true },
    said: { state: true },
  };
  declare example: Example;
  declare private source: string | undefined;
  /** What the tags told last. */
  declare private event: string;
  declare private said: string;
  #sifted: { readonly source: string; readonly result: ReturnType<typeof sift> } | undefined;

  constructor() {
    super();
    this.event = this.said = '';
  }

  protected override createRenderRoot(): this {
    return this;
  }

  protected override render(): TemplateResult {
    const { id, title, says, html: written } = this.example;
    const source = this.source ?? written;
    // Kept, so that the tags live on while something else here changes.
    if (this.#sifted?.source !== source) this.#sifted = { source, result: sift(source) };
    const { nodes, leftOut } = this.#sifted.result;
    const rows = Math.min(
      12,
      source.split('\n').reduce((sum, line) => sum + Math.ceil((line.length + 1) / 52), 1),
    );
    return html`
      <h3 id=${`embed-${id}`}>${title}</h3>
      <p class="note">${says}</p>
      <div class="both">
        <div class="live">
          <snippet-view
            .nodes=${nodes}
            @emotion-change=${this.#told}
            @emotion-error=${this.#told}
            @snippet-sent=${({ detail }: CustomEvent<string>) => {
              this.event = `It would send ${detail}`;
            }}
          ></snippet-view>
          <p class="event">${this.event}</p>
        </div>
        <div class="written">
          <textarea
            aria-label=${`HTML of “${title}”, which you may change`}
            spellcheck="false"
            autocapitalize="off"
            autocomplete="off"
            maxlength=${LONGEST}
            rows=${rows}
            .value=${source}
            @input=${({ target }: Event) => {
              this.#write((target as HTMLTextAreaElement).value);
            }}
          ></textarea>
          <button type="button" aria-label=${`Copy the HTML of “${title}”`} @click=${this.#copy}>Copy</button>
          ${
            source === written
              ? nothing
              : html`<button
                  type="button"
                  @click=${() => {
                    this.#write(written);
                  }}
                >
                  Reset
                </button>`
          }
          <span role="status">${leftOut.length === 0 ? this.said : `Left out on this page: ${leftOut.join(', ')}.`}</span>
        </div>
      </div>
    `;
  }

  #write(source: string): void {
    this.source = source;
    this.said = this.event = '';
  }

  #copy = async (): Promise<void> => {
    this.said = await copied(this.source ?? this.example.html);
  };

  #told = (event: Event): void => {
    const told = event as Event & { readonly label?: string | null; readonly error?: { readonly code: string } };
    this.event = `${event.type}: ${told.error?.code ?? told.label ?? 'null'}`;
  };
}

customElements.define('live-example', LiveExample);
