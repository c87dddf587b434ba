import { html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { EmotionClassifier, type EmotionTag, type SentenceReading } from '../../index';
import { onPaste, onText } from '../arrivals';
import { served } from '../classifier';
import { part } from '../part';
import { arc, sentenceName } from './arc';
import { note, type Shown } from './note';
import { mayPaste, pasteInto } from './paste';
import { exampleList, expectations } from './welcome';

/** As much as a reading covers, in UTF-16 units: more of a long paste is not drawn a second time. */
const MOST_SHOWN = 10_000;

/**
 * Write: a text, what it feels, and how that changes from sentence to sentence. Nothing of it is kept. Heading and box are in index.html:
 * they show before any script is here, and the browser brings back what was typed there. The rest is rendered into its `#reading`.
 */
export class WritePage extends LitElement {
  static override properties: PropertyDeclarations = {
    text: { state: true },
    isServed: { state: true },
    missing: { state: true },
    shown: { state: true },
    sentences: { state: true },
    picked: { state: true },
  };

  /** What stands in the box. */
  declare private text: string;
  declare private isServed: boolean;
  declare private missing: number | null;
  declare private shown: Shown;
  /** Those of the text as it was last read. */
  declare private sentences: readonly SentenceReading[];
  /** The number of the sentence that is looked at, from 0. */
  declare private picked: number;

  constructor() {
    super();
    this.text = '';
    this.isServed = false;
    this.missing = null;
    this.shown = { kind: 'empty' };
    this.sentences = [];
    this.picked = 0;
  }

  get #box(): HTMLTextAreaElement {
    return part(this, 'textarea', HTMLTextAreaElement);
  }

  /** In the page itself, so that one style sheet serves all of it. */
  protected override createRenderRoot(): HTMLElement {
    return part(this, '#reading', HTMLElement);
  }

  protected override firstUpdated(): void {
    void served().then(() => (this.isServed = true));
    EmotionClassifier.storage.missingBytes().then(
      (bytes) => (this.missing = bytes),
      () => undefined, // a page without a model says so when it reads
    );
    this.#box.addEventListener('input', this.#follow);
    addEventListener('pageshow', this.#follow); // some browsers bring back what was typed only now
    this.#follow();
    const button = part(this, '#paste', HTMLButtonElement);
    button.addEventListener('click', () => void pasteInto(this.#box));
    onText((text) => {
      this.#write(text);
    });
    onPaste(() => {
      void mayPaste().then((may) => {
        if (may) void pasteInto(this.#box);
        else button.focus();
      });
    });
  }

  #follow = (): void => {
    this.text = this.#box.value;
    this.picked = 0;
    if (this.text.trim() === '') this.shown = { kind: 'empty' };
    else if (this.shown.kind === 'empty') this.shown = { kind: 'loading', loaded: null };
  };

  #write(text: string): void {
    this.#box.value = text;
    this.#box.dispatchEvent(new Event('input', { bubbles: true }));
  }

  protected override render(): TemplateResult {
    const isEmpty = this.text.trim() === '';
    const isRead = !isEmpty && this.isServed;
    const said = html`<p id="note">${note(this.shown, this.missing, this.sentences)}</p>`;
    return html`
      <section class="answer" aria-label="Reading">
        ${isRead ? nothing : html`${expectations()}${said}`}
        <emotion-tag
          id="tag"
          for="text"
          view="bars"
          explain
          ?hidden=${!isRead}
          .text=${this.isServed ? null : ''}
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
        ${isRead ? said : nothing}
      </section>
      ${
        isEmpty
          ? exampleList((example, { pointerType }) => {
              this.#write(example);
              if (pointerType !== 'touch') this.#box.focus(); // there it would open the keyboard, over the reading
            })
          : this.#passage(isRead ? this.text.slice(0, MOST_SHOWN) : '')
      }
    `;
  }

  /** The text once more, tinted, with its arc above it; a single sentence has neither. */
  #passage(text: string): TemplateResult {
    const picked = this.sentences[this.picked];
    return html`<section class="below passage" aria-labelledby="passage-title" ?hidden=${this.sentences.length < 2}>
      <h2 id="passage-title">Sentence by sentence</h2>
      ${
        picked
          ? html`${arc(this.sentences, this.picked, (picked) => (this.picked = picked))}
              <figure class="picked">
                <figcaption>${sentenceName(this.sentences, this.picked)}</figcaption>
                <blockquote dir="auto">${text.slice(picked.start, picked.end)}</blockquote>
                <emotion-tag explain .text=${text.slice(picked.start, picked.end)}></emotion-tag>
              </figure>`
          : nothing
      }
      <emotion-tag
        id="passage"
        dir="auto"
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
