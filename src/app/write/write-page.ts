import { html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { EmotionTag, SentenceReading } from '../../index';
import { onText } from '../arrivals';
import { served } from '../classifier';
import { arc, sentenceName } from './arc';
import { examples } from './examples';
import { note, type Shown } from './note';

/** As much as a reading covers, in UTF-16 units: more of a long paste is not drawn a second time. */
const MOST_SHOWN = 10_000;

/** Write: a text, what it feels, and how that changes from sentence to sentence. Nothing of it is kept. */
export class WritePage extends LitElement {
  static override properties: PropertyDeclarations = {
    text: { state: true },
    isServed: { state: true },
    shown: { state: true },
    sentences: { state: true },
    picked: { state: true },
  };

  declare private text: string;
  declare private isServed: boolean;
  declare private shown: Shown;
  /** Those of the text as it was last read. */
  declare private sentences: readonly SentenceReading[];
  /** The number of the sentence that is looked at, from 0. */
  declare private picked: number;

  constructor() {
    super();
    this.text = '';
    this.isServed = false;
    this.shown = { kind: 'empty' };
    this.sentences = [];
    this.picked = 0;
  }

  /** In the page itself, so that one style sheet serves all of it. */
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override firstUpdated(): void {
    void served().then(() => (this.isServed = true));
    onText((text) => {
      this.#write(text);
    });
  }

  #write(text: string): void {
    this.text = text;
    this.picked = 0;
    if (text.trim() === '') this.shown = { kind: 'empty' };
    else if (this.shown.kind === 'empty') this.shown = { kind: 'loading', loaded: null };
  }

  /** Only ever after a click. Where the browser refuses, the box waits for the person's own paste. */
  async #paste(): Promise<void> {
    try {
      this.#write(await navigator.clipboard.readText());
    } catch {
      this.querySelector('textarea')?.focus();
    }
  }

  #try(example: string): void {
    this.#write(example);
    this.querySelector('textarea')?.focus();
  }

  protected override render(): TemplateResult {
    const read = this.isServed ? this.text : '';
    return html`
      <h1>What does this text feel?</h1>
      <p class="lead">
        Write, and a small model tells sadness, joy, love, anger, fear or surprise – or honestly that it is not sure. It runs inside
        this page. Your words never leave it.
      </p>
      <section class="desk" aria-label="Text and reading">
        <label for="text">Your text</label>
        <textarea
          id="text"
          rows="5"
          placeholder="Type or paste something in English…"
          spellcheck="true"
          .value=${live(this.text)}
          @input=${({ target }: Event) => {
            this.#write((target as HTMLTextAreaElement).value);
          }}
        ></textarea>
        <button type="button" class="paste" @click=${() => void this.#paste()}>Paste</button>
        <div class="answer">
          <emotion-tag
            id="tag"
            explain
            .text=${read}
            @emotion-progress=${({ loaded }: HTMLElementEventMap['emotion-progress']) => {
              this.shown = { kind: 'loading', loaded };
            }}
            @emotion-change=${({ reading }: HTMLElementEventMap['emotion-change']) => {
              this.shown = { kind: 'read', reading };
            }}
            @emotion-error=${({ error }: HTMLElementEventMap['emotion-error']) => {
              this.shown = { kind: 'failed', error };
            }}
          ></emotion-tag>
          <p id="note">${note(this.shown)}</p>
        </div>
        <emotion-tag id="bars" view="bars" .text=${read}></emotion-tag>
      </section>
      ${this.text.trim() === '' ? this.#examples() : this.#passage(read.slice(0, MOST_SHOWN))}
    `;
  }

  #examples(): TemplateResult {
    return html`<section aria-labelledby="examples-title">
      <h2 id="examples-title">Try one of these</h2>
      <div id="examples" class="examples">
        ${examples.map(
          (example) =>
            html`<button
              type="button"
              @click=${() => {
                this.#try(example);
              }}
            >
              ${example}
            </button>`,
        )}
      </div>
    </section>`;
  }

  /** The text once more, tinted, with its arc above it; a single sentence has neither. */
  #passage(text: string): TemplateResult {
    const picked = this.sentences[this.picked];
    return html`<section class="passage" aria-labelledby="passage-title" ?hidden=${this.sentences.length < 2}>
      <h2 id="passage-title">Sentence by sentence</h2>
      ${
        picked
          ? html`${arc(this.sentences, this.picked, (picked) => (this.picked = picked))}
              <figure class="picked">
                <figcaption>${sentenceName(this.sentences, this.picked)}</figcaption>
                <blockquote>${text.slice(picked.start, picked.end)}</blockquote>
                <emotion-tag explain .text=${text.slice(picked.start, picked.end)}></emotion-tag>
              </figure>`
          : nothing
      }
      <emotion-tag
        id="passage"
        view="highlight"
        load="eager"
        @emotion-change=${({ target }: Event) => {
          this.sentences = (target as EmotionTag).reading?.sentences ?? [];
          this.picked = Math.min(this.picked, Math.max(0, this.sentences.length - 1));
        }}
        >${text}</emotion-tag
      >
    </section>`;
  }
}

customElements.define('write-page', WritePage);
