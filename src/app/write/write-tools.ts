/** What one can do with a text and its reading: keep it over a reload, clear it, take that back, copy or share what was read. */
import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { PagePart } from '../page-part';
import type { Reading } from '../../index';
import { part } from '../part';
import { saveFile } from '../save-file';
import type { Saying } from '../words/saying';
import { words } from '../words/speech';
import { forgetDraft, keepDraft, keptDraft } from './draft';
import { examples } from './examples';
import { pictureOf } from './picture';
import { readingText } from './reading-text';

const store = (): Storage => localStorage;

export class WriteTools extends PagePart {
  static override properties: PropertyDeclarations = {
    text: { state: true },
    previous: { state: true },
    reading: { state: true },
    isKept: { state: true },
    said: { state: true },
  };

  declare private text: string;
  /** What was in the box before it was cleared or replaced; `null` once typing goes on. */
  declare private previous: string | null;
  declare private reading: Reading | null;
  declare private isKept: boolean;
  declare private said: Saying | null;

  constructor() {
    super();
    this.text = '';
    this.previous = null;
    this.reading = null;
    this.isKept = false;
    this.said = null;
  }

  get #page(): HTMLElement {
    return part(document, '#write', HTMLElement);
  }

  get #box(): HTMLTextAreaElement {
    return part(this.#page, 'textarea', HTMLTextAreaElement);
  }

  protected override firstUpdated(): void {
    const kept = keptDraft(store);
    this.isKept = kept !== null;
    this.#box.addEventListener('input', this.#follow);
    this.#page.addEventListener('emotion-change', ({ target, reading }) => {
      if (target instanceof Element && target.id === 'tag') this.reading = reading;
    });
    if (kept && this.#box.value === '') this.#write(kept);
    this.text = this.#box.value;
    this.previous = null;
  }

  readonly #follow = ({ isTrusted }: Event): void => {
    const { value } = this.#box;
    if (isTrusted) this.previous = null;
    else if (this.text.trim() !== '' && this.text !== value) this.previous = this.text;
    this.text = value;
    this.reading = null;
    this.said = null;
    if (this.isKept && !keepDraft(value, store)) this.said = () => words().write.noRoom;
  };

  #write(text: string): void {
    this.#box.value = text;
    this.#box.dispatchEvent(new Event('input', { bubbles: true }));
  }

  #undo(): void {
    const { previous } = this;
    if (previous === null) return;
    this.#write(previous);
    this.previous = null;
    this.#box.focus();
  }

  #keep(isWanted: boolean): void {
    this.isKept = isWanted && keepDraft(this.text, store);
    if (!isWanted) forgetDraft(store);
    this.said = isWanted && !this.isKept ? () => words().write.keepsNothing : null;
    this.requestUpdate();
  }

  async #hand(how: 'copy' | 'share'): Promise<void> {
    if (!this.reading) return;
    this.said = null;
    const text = readingText(this.text, this.reading);
    try {
      await (how === 'copy' ? navigator.clipboard.writeText(text) : navigator.share({ text }));
      if (how === 'copy') this.said = () => words().write.copied;
    } catch (error) {
      if ((error as Error).name !== 'AbortError') this.said = () => words().write[how === 'copy' ? 'noCopy' : 'noShare'];
    }
  }

  async #savePicture(): Promise<void> {
    if (!this.reading) return;
    this.said = null;
    const picture = await pictureOf(this.text, this.reading);
    if (picture) saveFile(picture, 'reading.png');
    else this.said = () => words().write.noPictureMade;
  }

  protected override render(): TemplateResult {
    const said = words().write;
    const button = (name: string, act: () => void, isOff = false): TemplateResult =>
      html`<button type="button" ?disabled=${isOff} @click=${act}>${name}</button>`;
    return html`
      <select
        aria-label=${said.examples}
        @change=${({ target }: Event) => {
          const select = target as HTMLSelectElement;
          this.#write(select.value);
          select.selectedIndex = 0;
        }}
      >
        <option value="" disabled selected>${said.examples}</option>
        ${examples.map((example) => html`<option lang="en">${example}</option>`)}
      </select>
      ${button(
        said.clear,
        () => {
          this.#write('');
          this.#box.focus();
        },
        this.text === '',
      )}
      ${
        this.previous === null
          ? nothing
          : button(said.undo, () => {
              this.#undo();
            })
      }
      ${button(said.copy, () => void this.#hand('copy'), !this.reading)}
      ${'share' in navigator ? button(said.share, () => void this.#hand('share'), !this.reading) : nothing}
      ${button(said.picture, () => void this.#savePicture(), !this.reading)}
      <label class="keep">
        <input
          type="checkbox"
          .checked=${this.isKept}
          @change=${({ target }: Event) => {
            this.#keep((target as HTMLInputElement).checked);
          }}
        />
        ${said.keep}
      </label>
      <span role="status">${this.said?.()}</span>
    `;
  }
}

customElements.define('write-tools', WriteTools);
