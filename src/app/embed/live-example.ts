/** One example: the tag alive, and beside it the HTML of it, which may be changed and copied. */
import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { PagePart } from '../page-part';
import { fill } from '../words/forms';
import type { Saying } from '../words/saying';
import { words } from '../words/speech';
import { copied } from './code-lines';
import type { Example } from './gallery';
import { sift } from './snippet';
import './snippet-view';

/** More than any page of ours has; a paste of a whole site would be parsed with each key. */
const LONGEST = 8000;

export class LiveExample extends PagePart {
  static override properties: PropertyDeclarations = {
    example: { attribute: false },
    source: { state: true },
    event: { state: true },
    said: { state: true },
  };
  declare example: Example;
  declare private source: string | undefined;
  /** What the tags told last. */
  declare private event: Saying | null;
  declare private said: Saying | null;
  #sifted: { readonly source: string; readonly result: ReturnType<typeof sift> } | undefined;

  constructor() {
    super();
    this.event = this.said = null;
  }

  /** Ten of them are built in as many tasks: in one, a slow phone would hear nothing for most of a second. */
  protected override async scheduleUpdate(): Promise<void> {
    if (!this.hasUpdated) await new Promise((resolve) => setTimeout(resolve));
    await super.scheduleUpdate();
  }

  protected override render(): TemplateResult {
    const { id, html: written } = this.example;
    const said = words().embed;
    const title = said.examples[id];
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
      <p class="note">${said.says[id]}</p>
      <div class="both">
        <div class="live" lang="en" dir="ltr">
          <snippet-view
            .nodes=${nodes}
            @emotion-change=${this.#told}
            @emotion-error=${this.#told}
            @snippet-sent=${({ detail }: CustomEvent<string>) => {
              this.event = () => fill(words().embed.wouldSend, { what: detail });
            }}
          ></snippet-view>
          <p class="event" dir="auto">${this.event?.()}</p>
        </div>
        <div class="written">
          <textarea
            aria-label=${fill(said.htmlOf, { title })}
            dir="ltr"
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
          <button type="button" aria-label=${fill(said.copyHtml, { title })} @click=${this.#copy}>${said.copy}</button>
          ${
            source === written
              ? nothing
              : html`<button
                  type="button"
                  @click=${() => {
                    this.#write(written);
                  }}
                >
                  ${said.reset}
                </button>`
          }
          <span role="status">${leftOut.length === 0 ? this.said?.() : fill(said.leftOut, { what: leftOut.join(', ') })}</span>
        </div>
      </div>
    `;
  }

  #write(source: string): void {
    this.source = source;
    this.said = this.event = null;
  }

  #copy = async (): Promise<void> => {
    this.said = await copied(this.source ?? this.example.html);
  };

  #told = (event: Event): void => {
    const told = event as Event & { readonly label?: string | null; readonly error?: { readonly code: string } };
    const what = `${event.type}: ${told.error?.code ?? told.label ?? 'null'}`;
    this.event = () => what;
  };
}

customElements.define('live-example', LiveExample);
