/** What one can do with a whole journal: save it, bring entries in, protect it, delete it. */
import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { PagePart } from '../page-part';
import { fill } from '../words/forms';
import { problem } from '../words/problem';
import type { Saying } from '../words/saying';
import { words } from '../words/speech';
import { today } from './days';
import { toDayOne } from './exchange/day-one';
import { toJson } from './exchange/json';
import { toMarkdown } from './exchange/markdown';
import type { Journal } from './journal';
import { saveFile } from '../save-file';
import { chooseFiles } from './views/imported';
import { passphraseForm } from './views/passphrase';

/** Fired when files are brought in. */
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

export class JournalSettings extends PagePart {
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
  declare private said: Saying | null;
  declare private isBusy: boolean;

  constructor() {
    super();
    this.isSafe = null;
    this.said = null;
    this.isBusy = false;
  }

  protected override firstUpdated(): void {
    void (navigator as { storage?: StorageManager }).storage?.persisted().then((isSafe) => (this.isSafe = isSafe));
  }

  protected override render(): TemplateResult {
    const { entries, hasPassphrase } = this.journal;
    const said = words().journal;
    return html`
      <section aria-labelledby="copies-title">
        <h2 id="copies-title">${said.copies}</h2>
        <p>${said.copiesMean} ${hasPassphrase ? said.copiesOpen : nothing}</p>
        <p class="buttons">
          ${this.#save(said.saveJson, 'json', 'application/json', () => toJson(entries, this.model))}
          ${this.#save(said.saveMarkdown, 'md', 'text/markdown', () => toMarkdown(entries))}
          ${this.#save(said.saveDayOne, 'dayone.json', 'application/json', () => toDayOne(entries))}
        </p>
        <p class="buttons">
          ${chooseFiles(said.bring, (files) => this.dispatchEvent(new BringEvent(files)))}
          <span class="note">${said.bringMeans}</span>
        </p>
      </section>
      <section aria-labelledby="protection-title">
        <h2 id="protection-title">${said.protection}</h2>
        ${this.#storage()}
        ${passphraseForm(hasPassphrase, this.isBusy, this.said, {
          set: (passphrase) => void this.#setPassphrase(passphrase),
          lock: () => this.dispatchEvent(new Event('lock')),
          complain: (why) => (this.said = why),
        })}
      </section>
      <section aria-labelledby="delete-title">
        <h2 id="delete-title">${said.deletion}</h2>
        <p>${said.deletionMeans}</p>
        <p class="buttons">
          <button type="button" @click=${() => this.dispatchEvent(new Event('destroy'))}>${said.deleteAll}</button>
        </p>
      </section>
    `;
  }

  #save(name: string, ending: string, type: string, content: () => Promise<string>): TemplateResult {
    return html`<button
      type="button"
      ?disabled=${this.journal.entries.length === 0}
      @click=${() => {
        void content().then((text) => {
          saveFile(new Blob([text], { type }), `journal-${today()}.${ending}`);
        });
      }}
    >
      ${name}
    </button>`;
  }

  #storage(): TemplateResult | typeof nothing {
    const said = words().journal;
    if (this.isSafe === null) return nothing;
    if (this.isSafe) return html`<p>${said.safe}</p>`;
    return html`<p>${said.unsafe}</p>
      <p class="buttons">
        <button type="button" @click=${() => void navigator.storage.persist().then((isSafe) => (this.isSafe = isSafe))}>
          ${said.askSafe}
        </button>
      </p>`;
  }

  async #setPassphrase(passphrase: string | null): Promise<void> {
    this.isBusy = true;
    this.said = null;
    try {
      await this.journal.setPassphrase(passphrase);
      this.said = () => words().journal[passphrase === null ? 'isRemoved' : 'isSet'];
    } catch (error) {
      this.said = () => fill(words().journal.unchanged, { why: problem(error) });
    }
    this.isBusy = false;
  }
}

customElements.define('journal-settings', JournalSettings);
