/** What one can do with a whole journal: save it, bring entries in, protect it, delete it. */
import { html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { today } from './days';
import { toDayOne } from './exchange/day-one';
import { toJson } from './exchange/json';
import { toMarkdown } from './exchange/markdown';
import type { Journal } from './journal';
import { saveFile } from './save-file';
import { chooseFiles } from './views/imported';
import { passphraseForm } from './views/passphrase';

/** Somebody wants to bring files in. */
export class BringEvent extends Event {
  constructor(readonly files: readonly File[]) {
    super('bring');
  }
}

declare global {
  interface HTMLElementEventMap {
    bring: BringEvent;
  }
}

export class JournalSettings extends LitElement {
  static override properties: PropertyDeclarations = {
    journal: { attribute: false },
    model: { attribute: false },
    revision: { attribute: false },
    isSafe: { state: true },
    said: { state: true },
    isBusy: { state: true },
  };

  declare journal: Journal;
  /** Names the page's own model. */
  declare model: string;
  /** Changes with the journal. */
  declare revision: number;
  /** Whether the browser has promised not to clear the journal by itself; `null` while that is not known. */
  declare private isSafe: boolean | null;
  /** What became of the last change of the passphrase. */
  declare private said: string;
  declare private isBusy: boolean;

  constructor() {
    super();
    this.isSafe = null;
    this.said = '';
    this.isBusy = false;
  }

  protected override createRenderRoot(): this {
    return this;
  }

  protected override firstUpdated(): void {
    void (navigator as { storage?: StorageManager }).storage?.persisted().then((isSafe) => (this.isSafe = isSafe));
  }

  protected override render(): TemplateResult {
    const { entries, hasPassphrase } = this.journal;
    return html`
      <section aria-labelledby="copies-title">
        <h2 id="copies-title">Copies</h2>
        <p>
          A journal that is kept in one browser is lost with it. Save a copy now and
          then.${hasPassphrase ? ' Copies are not locked: whoever has the file can read it.' : nothing}
        </p>
        <p class="buttons">
          ${this.#save('Save everything (JSON)', 'json', 'application/json', () => toJson(entries, this.model))}
          ${this.#save('Save as Markdown', 'md', 'text/markdown', () => toMarkdown(entries))}
          ${this.#save('Save for Day One', 'dayone.json', 'application/json', () => toDayOne(entries))}
        </p>
        <p class="buttons">
          ${chooseFiles('Bring entries in', (files) => this.dispatchEvent(new BringEvent(files)))}
          <span class="note"
            >A copy from here, Day One’s JSON, or Markdown: a heading with a date for each entry, or a file a day.</span
          >
        </p>
      </section>
      <section aria-labelledby="protection-title">
        <h2 id="protection-title">Protection</h2>
        ${this.#storage()}
        ${passphraseForm(hasPassphrase, this.isBusy, this.said, {
          set: (passphrase) => void this.#setPassphrase(passphrase),
          lock: () => this.dispatchEvent(new Event('lock')),
          complain: (said) => (this.said = said),
        })}
      </section>
      <section aria-labelledby="delete-title">
        <h2 id="delete-title">Delete</h2>
        <p>All entries and what was read of them, from this device. Copies that you saved stay where they are.</p>
        <p class="buttons">
          <button type="button" @click=${() => this.dispatchEvent(new Event('destroy'))}>Delete the whole journal</button>
        </p>
      </section>
    `;
  }

  #save(words: string, ending: string, type: string, content: () => string): TemplateResult {
    return html`<button
      type="button"
      ?disabled=${this.journal.entries.length === 0}
      @click=${() => {
        saveFile(content(), `journal-${today()}.${ending}`, type);
      }}
    >
      ${words}
    </button>`;
  }

  #storage(): TemplateResult | typeof nothing {
    if (this.isSafe === null) return nothing;
    if (this.isSafe) return html`<p>This browser does not clear the journal by itself, even when the device is full.</p>`;
    return html`<p>When the device is full, this browser may clear the journal by itself. It can be asked not to.</p>
      <p class="buttons">
        <button type="button" @click=${() => void navigator.storage.persist().then((isSafe) => (this.isSafe = isSafe))}>
          Ask the browser to keep it
        </button>
      </p>`;
  }

  async #setPassphrase(passphrase: string | null): Promise<void> {
    this.isBusy = true;
    this.said = '';
    try {
      await this.journal.setPassphrase(passphrase);
      this.said = passphrase === null ? 'The passphrase is removed.' : 'The passphrase is set.';
    } catch (error) {
      this.said = `Nothing was changed. ${(error as Error).message}`;
    }
    this.isBusy = false;
  }
}

customElements.define('journal-settings', JournalSettings);
