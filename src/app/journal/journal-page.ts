import { html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { problem } from '../words/problem';
import type { Saying } from '../words/saying';
import { Speaker } from '../words/speaker';
import { counted, words } from '../words/speech';
import './journal.css';
import { today } from './days';
import type { Entry } from './entry';
import './entry-editor';
import type { EntryEditor } from './entry-editor';
import './entry-list';
import { ownModel } from './entry-reader';
import { importFiles, type Import } from './exchange/import';
import { toJson } from './exchange/json';
import { Journal } from './journal';
import './journal-settings';
import { alerts } from './views/alerts';
import { imported } from './views/imported';
import { locked } from './views/locked';
import { saveFile } from '../save-file';
import { unreadIn, UnreadEntries } from './unread';
import { EVERYTHING, type Search } from './search';
import { onThisDayView } from './views/on-this-day';
import { start } from './views/start';
import { unreadView } from './views/unread';
import { onThisDay } from './year';
import './year-view';

/** Dated entries that stay on this device, and what they feel like over time. */
export class JournalPage extends LitElement {
  static override properties: PropertyDeclarations = {
    revision: { state: true },
    edited: { state: true },
    model: { state: true },
    notice: { state: true },
    search: { state: true },
    imported: { state: true },
    wrong: { state: true },
    isBusy: { state: true },
  };

  /** Goes up with each change of the journal. */
  declare private revision: number;
  /** The entry in the editor, as it was when it was chosen. */
  declare private edited: Entry | null;
  /** Names the page's own model. */
  declare private model: string;
  /** What the last action could not do. */
  declare private notice: Saying | null;
  declare private search: Search;
  /** What became of the files that were brought last. */
  declare private imported: Import | null;
  /** Why the last passphrase did not open the journal. */
  declare private wrong: Saying | null;
  declare private isBusy: boolean;
  readonly #journal = new Journal(() => this.revision++);
  readonly #reader = new UnreadEntries(this.#journal, () => this.revision++);

  constructor() {
    super();
    new Speaker(this);
    this.revision = 0;
    this.edited = null;
    this.model = 'unknown';
    this.notice = null;
    this.search = EVERYTHING;
    this.imported = null;
    this.wrong = null;
    this.isBusy = false;
  }

  /** In the page itself, so that one style sheet serves all of it. */
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override firstUpdated(): void {
    void this.#journal.open();
    void ownModel().then((model) => (this.model = model));
    addEventListener('beforeunload', (event) => {
      if (this.#journal.unkept.length > 0) event.preventDefault();
    });
  }

  /** Only here, where something is kept that cannot be had again. */
  async #begin(): Promise<void> {
    await this.#journal.open(true);
    await (navigator as { storage?: StorageManager }).storage?.persist().catch(() => false);
  }

  protected override render(): TemplateResult {
    return html`
      <h1>${words().journal.heading}</h1>
      ${alerts(this.#journal, this.notice, {
        save: () => {
          void toJson(this.#journal.unkept, this.model).then((text) => {
            saveFile(new Blob([text], { type: 'application/json' }), `journal-unsaved-${today()}.json`);
          });
        },
        retry: () => void this.#journal.retry(),
      })}
      ${this.imported ? imported(this.imported) : nothing} ${this.#content()}
    `;
  }

  #content(): TemplateResult | typeof nothing {
    const journal = this.#journal;
    switch (journal.state.kind) {
      case 'opening':
        return html`<p class="lead">${words().oneMoment}</p>`;
      case 'none':
        return start(
          () => void this.#begin(),
          (files) => void this.#bring(files),
        );
      case 'locked':
        return locked(this.wrong, this.isBusy, {
          unlock: (passphrase) => void this.#unlock(passphrase),
          destroy: () => void this.#destroy(),
        });
      case 'open':
        return this.#open();
      default:
        return journal.state satisfies never;
    }
  }

  #open(): TemplateResult {
    const journal = this.#journal;
    return html`
      <entry-editor
        .journal=${journal}
        .entry=${this.edited}
        .revision=${this.revision}
        @done=${() => {
          this.edited = null;
        }}
      ></entry-editor>
      ${unreadView(this.#reader, unreadIn(journal.entries, this.model))}
      ${onThisDayView(onThisDay(journal.entries, today()), today(), this.#showDay)}
      ${
        journal.entries.length > 0
          ? html`<year-view
              .entries=${journal.entries}
              .picked=${this.search.day}
              @day=${({ day }: HTMLElementEventMap['day']) => {
                if (this.search.day === day) this.search = EVERYTHING;
                else this.#showDay(day);
              }}
            ></year-view>`
          : nothing
      }
      <entry-list
        .entries=${journal.entries}
        .model=${this.model}
        .search=${this.search}
        @look=${({ search }: HTMLElementEventMap['look']) => {
          this.search = search;
        }}
        @edit=${({ entry }: HTMLElementEventMap['edit']) => {
          this.edited = entry;
        }}
        @remove=${({ entry }: HTMLElementEventMap['remove']) => void this.#remove(entry)}
      ></entry-list>
      <journal-settings
        .journal=${journal}
        .model=${this.model}
        .revision=${this.revision}
        @bring=${({ files }: HTMLElementEventMap['bring']) => void this.#bring(files)}
        @lock=${() => void this.#lock()}
        @destroy=${() => void this.#destroy()}
      ></journal-settings>
    `;
  }

  readonly #showDay = (day: string): void => {
    this.search = { ...EVERYTHING, day };
    this.querySelector('entry-list')?.scrollIntoView({ block: 'start' });
  };

  async #bring(files: readonly File[]): Promise<void> {
    if (files.length === 0) return;
    await this.#try(async () => {
      this.imported = null;
      const journal = this.#journal;
      const taken = await importFiles(files, journal.entries);
      if (taken.entries.length > 0) {
        if (journal.state.kind === 'none') await this.#begin();
        await journal.add(taken.entries);
      }
      this.imported = taken;
      const { unread } = unreadIn(journal.entries, this.model);
      if (unread.length > 0) void this.#reader.read(unread);
    });
  }

  async #lock(): Promise<void> {
    await this.querySelector<EntryEditor>('entry-editor')?.keep();
    this.edited = null;
    await this.#journal.lock();
  }

  async #unlock(passphrase: string): Promise<void> {
    this.isBusy = true;
    this.wrong = null;
    try {
      await this.#journal.unlock(passphrase);
    } catch (error) {
      this.wrong = () => problem(error);
    }
    this.isBusy = false;
  }

  async #destroy(): Promise<void> {
    const { entries, state } = this.#journal;
    const { reallyDeleteLocked, reallyDeleteAll } = words().journal;
    if (!confirm(state.kind === 'locked' ? reallyDeleteLocked : counted(reallyDeleteAll, entries.length))) return;
    this.#reader.stop();
    this.imported = null;
    this.wrong = null;
    this.search = EVERYTHING;
    this.edited = null;
    await this.#try(() => this.#journal.destroy());
  }

  async #remove(entry: Entry): Promise<void> {
    if (!confirm(words().journal.reallyDelete)) return;
    await this.#try(async () => {
      await this.#journal.remove(entry);
      this.querySelector<EntryEditor>('entry-editor')?.requestUpdate();
    });
  }

  /** A failure is shown until the next action. */
  async #try(act: () => Promise<void>): Promise<void> {
    this.notice = null;
    try {
      await act();
    } catch (error) {
      this.notice = () => problem(error);
    }
  }
}

customElements.define('journal-page', JournalPage);
