import { html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { confidenceOf, type EmotionTag, type SentenceReading } from '../../index';
import { onPaste, onText } from '../arrivals';
import { chosenModel, chosenStorage } from '../chosen-model';
import { served } from '../classifier';
import '../care/care-line';
import { part } from '../part';
import { feelingOfText } from '../words/feelings';
import { capital } from '../words/forms';
import type { Saying } from '../words/saying';
import { Speaker } from '../words/speaker';
import { words } from '../words/speech';
import { Hover } from './hover';
import { Mirror } from './mirror';
import { note, type Shown } from './note';
import type { Walk } from './arc';
import { course, type Passage } from './passage';
import { hasNoText, mayPaste, pasteInto } from './paste';
import { exampleList, expectations } from './welcome';
import './write-tools';

/** As much as a reading covers, in UTF-16 units: more of a long paste is not drawn a second time. */
const MOST_SHOWN = 10_000;

/** The reading is below the box there, and may be out of sight while its gist shows at the foot. */
const isNarrow = (): boolean => matchMedia('(width < 56rem)').matches;

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
    passage: { state: true },
    picked: { state: true },
    looked: { state: true },
    complaint: { state: true },
  };

  /** What stands in the box. */
  declare private text: string;
  declare private isServed: boolean;
  declare private missing: number | null;
  declare private shown: Shown;
  /** The text as it was last read, sentence by sentence. */
  declare private passage: Passage | null;
  /** The number of the sentence that is looked at, from 0. */
  declare private picked: number;
  /** That of the sentence that a pointer is at, in the box or in the reading; -1 is none. */
  declare private looked: number;
  /** Why the last paste brought nothing. */
  declare private complaint: Saying | null;

  constructor() {
    super();
    new Speaker(this);
    this.text = '';
    this.isServed = false;
    this.missing = null;
    this.shown = { kind: 'empty' };
    this.passage = null;
    this.picked = 0;
    this.looked = -1;
    this.complaint = null;
  }

  #mirror: Mirror | undefined;

  get #box(): HTMLTextAreaElement {
    return part(this, 'textarea', HTMLTextAreaElement);
  }

  /** In the page itself, so that one style sheet serves all of it. */
  protected override createRenderRoot(): HTMLElement {
    return part(this, '#reading', HTMLElement);
  }

  protected override firstUpdated(): void {
    void served().then(() => (this.isServed = true));
    this.#askMissing();
    const mirror = (this.#mirror = new Mirror(part(this, '#mirror', HTMLElement), this.#box));
    new Hover(this.#box, part(this, '#hover', HTMLElement), mirror, this.#saysOf, this.#walk.look);
    this.#box.addEventListener('input', this.#follow);
    for (const type of ['click', 'keyup', 'select']) this.#box.addEventListener(type, this.#pickAtCaret);
    addEventListener('pageshow', this.#follow); // some browsers bring back what was typed only now
    visualViewport?.addEventListener('resize', this.#makeRoom);
    this.#follow();
    const button = part(this, '#paste', HTMLButtonElement);
    button.addEventListener('click', () => void this.#paste());
    this.#box.addEventListener('paste', ({ clipboardData }) => {
      this.complaint = hasNoText(clipboardData) ? () => words().write.noPicture : null;
    });
    onText(this.#write);
    onPaste(() => {
      void mayPaste().then((may) => {
        if (may) void this.#paste();
        else button.focus();
      });
    });
  }

  /** What is still to be downloaded; a page without a model says so when it reads. */
  #askMissing(): void {
    chosenStorage()
      .missingBytes()
      .then(
        (bytes) => (this.missing = bytes),
        () => undefined,
      );
  }

  #follow = (): void => {
    this.text = this.#box.value;
    this.looked = -1;
    this.complaint = null;
    if (this.text.trim() === '') this.shown = { kind: 'empty' };
    else if (this.shown.kind === 'empty') this.shown = { kind: 'loading', loaded: null };
  };

  /** The sentence that the caret is in, as the arrow keys and clicks go. */
  #pickAtCaret = (): void => {
    const caret = this.#box.selectionStart;
    const at = this.passage?.sentences.findIndex(({ end }) => caret <= end) ?? -1;
    if (at >= 0 && this.#isCurrent) this.picked = at;
  };

  /** Whether the sentences are those of the text as it stands now. */
  get #isCurrent(): boolean {
    return this.passage?.text === this.text.slice(0, MOST_SHOWN);
  }

  readonly #saysOf = (index: number): string => {
    const sentence = this.passage?.sentences[index];
    return sentence && this.#isCurrent ? gist(sentence) : '';
  };

  async #paste(): Promise<void> {
    if (!(await pasteInto(this.#box))) this.complaint = () => words().write.noPaste;
  }

  /** Where a keyboard lies over the page and does not make it smaller, the foot of the box stands above it. */
  #makeRoom = (): void => {
    const { height = innerHeight, offsetTop = 0, scale = 1 } = visualViewport ?? {};
    const hidden = scale > 1 ? 0 : Math.max(0, innerHeight - height - offsetTop);
    this.style.setProperty('--keyboard', `${hidden.toFixed(0)}px`);
  };

  readonly #walk: Walk = {
    pick: (picked) => {
      this.picked = picked;
      this.#mirror?.reveal(picked);
    },
    look: (looked) => (this.looked = looked),
  };

  protected override updated(): void {
    const { text, sentences } = this.passage ?? { text: '', sentences: [] };
    const isBlank = this.text.trim() === '';
    this.#mirror?.show(isBlank ? '' : text, isBlank ? [] : sentences, sentences.length > 1 ? this.picked : -1, this.looked);
    part(this, '#pasted', HTMLElement).textContent = this.complaint?.() ?? '';
    const foot = part(this, '#foot', HTMLElement);
    const reading = this.shown.kind === 'read' && !isBlank ? this.shown.reading : null;
    foot.hidden = reading === null;
    foot.className = reading?.label ?? 'not-sure';
    foot.textContent = reading ? gist(reading) : '';
  }

  readonly #write = (text: string): void => {
    this.#box.value = text;
    this.#box.dispatchEvent(new Event('input', { bubbles: true }));
  };

  protected override render(): TemplateResult {
    const isEmpty = this.text.trim() === '';
    const isRead = !isEmpty && this.isServed;
    const said = html`<p id="note">${note(this.shown, this.missing, this.passage?.sentences)}</p>`;
    return html`
      <section class="answer" aria-label=${words().write.reading}>
        ${isRead ? nothing : html`${expectations()}${said}`}
        <emotion-tag
          id="tag"
          for="text"
          model=${chosenModel()}
          view="bars"
          load=${isNarrow() ? 'eager' : 'visible'}
          explain
          ?hidden=${!isRead}
          .text=${this.isServed ? null : ''}
          @emotion-progress=${({ loaded }: HTMLElementEventMap['emotion-progress']) => {
            this.shown = { kind: 'loading', loaded };
          }}
          @emotion-change=${({ reading }: HTMLElementEventMap['emotion-change']) => {
            this.shown = { kind: 'read', reading };
            if (this.missing) this.#askMissing(); // it was downloaded meanwhile
          }}
          @emotion-error=${({ error }: HTMLElementEventMap['emotion-error']) => {
            this.shown = { kind: 'failed', error };
          }}
        ></emotion-tag>
        ${isRead ? said : nothing}
      </section>
      <care-line .text=${this.text}></care-line>
      ${
        isEmpty
          ? exampleList((example, { pointerType }) => {
              this.#write(example);
              if (pointerType !== 'touch') this.#box.focus(); // there it would open the keyboard, over the reading
            })
          : this.#course(isRead ? this.text.slice(0, MOST_SHOWN) : '')
      }
    `;
  }

  /** The course of the text; a single sentence has none. It is read here, and its text stands in the box. */
  #course(text: string): TemplateResult {
    const { passage } = this;
    return html`<section class="below passage" aria-labelledby="passage-title" ?hidden=${(passage?.sentences.length ?? 0) < 2}>
        <h2 id="passage-title">${words().write.sentences}</h2>
        ${passage && passage.sentences.length > 1 ? course(passage, this.picked, this.looked < 0 ? this.picked : this.looked, this.#walk) : nothing}
      </section>
      <emotion-tag
        id="sentences"
        hidden
        model=${chosenModel()}
        view="highlight"
        load="eager"
        .text=${text}
        @emotion-change=${({ target }: Event) => {
          const { text: read, reading } = target as EmotionTag;
          if (!reading) return;
          const whole = reading.label ? [{ start: 0, end: read?.length ?? 0, label: reading.label, scores: reading.scores }] : [];
          this.passage = { text: read ?? '', reading, sentences: reading.sentences ?? whole };
          this.picked = Math.min(this.picked, Math.max(0, this.passage.sentences.length - 1));
        }}
      ></emotion-tag>`;
  }
}

/** "Joy · clear". */
const gist = ({ label, scores }: Pick<SentenceReading, 'label' | 'scores'>): string =>
  label
    ? `${capital(feelingOfText(label))} · ${words().confidence[confidenceOf(scores[0]?.score ?? 0)]}`
    : capital(words().noFeeling);

customElements.define('write-page', WritePage);
