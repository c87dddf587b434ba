import { html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import './journal.css';
import type { Entry } from './entry';
import './entry-editor';
import type { EntryEditor } from './entry-editor';
import './entry-list';
import { ownModel } from './entry-reader';
import { toJson } from './exchange/json';
import { Journal } from './journal';
import { saveFile } from './save-file';
import { today } from './days';
import { unreadIn, UnreadEntries } from './unread';
import { start } from './views/start';
import { unreadView } from './views/unread';

/** Dated entries that stay on this device, and what they feel like over time. */
export class JournalPage extends LitElement {
  static override properties: PropertyDeclarations = {
    revision: { state: true },
    edited: { state: true },
    model: { state: true },
    notice: { state: true },
  };

  /** Goes up with each change of the journal. */
  declare private revision: number;
  /** The entry that stands in the editor, as it was when somebody chose it. */
  declare private edited: Entry | null;
  /** Names the page's own model. */
  declare private model: string;
  /** What the last action could not do. */
  declare private notice: string;
  readonly #journal = new Journal(() => this.revision++);
  readonly #reader = new UnreadEntries(this.#journal, () => this.revision++);

  constructor() {
    super();
    this.revision = 0;
    this.edited = null;
    this.model = 'unknown';
    this.notice = '';
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
      <h1>Journal</h1>
      ${this.#alerts()} ${this.#content()}
    `;
  }

  #content(): TemplateResult | typeof nothing {
    const journal = this.#journal;
    switch (journal.state.kind) {
      case 'opening':
        return html`<p class="lead">One moment…</p>`;
      case 'none':
        return start(() => void this.#begin());
      case 'locked':
        return nothing;
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
      <entry-list
        .entries=${journal.entries}
        .model=${this.model}
        @edit=${({ entry }: HTMLElementEventMap['edit']) => {
          this.edited = entry;
        }}
        @remove=${({ entry }: HTMLElementEventMap['remove']) => void this.#remove(entry)}
      ></entry-list>
    `;
  }

  #alerts(): TemplateResult | typeof nothing {
    const { problem, unkept } = this.#journal;
    if (!problem && unkept.length === 0 && !this.notice) return nothing;
    return html`<div role="alert" class="failed">
      ${this.notice ? html`<p>${this.notice}</p>` : nothing}
      ${
        problem || unkept.length > 0
          ? html`<p>
                ${problem}
                ${
                  unkept.length > 0
                    ? html`<b>${unkept.length === 1 ? 'One entry is' : `${String(unkept.length)} entries are`} not kept</b> and will
                        be lost when this page is closed.`
                    : nothing
                }
              </p>
              <p class="buttons">
                ${unkept.length > 0 ? html`<button type="button" class="primary" @click=${this.#saveUnkept}>Save as a file</button>` : nothing}
                <button type="button" @click=${() => void this.#journal.retry()}>Try again</button>
              </p>`
          : nothing
      }
    </div>`;
  }

  readonly #saveUnkept = (): void => {
    saveFile(toJson(this.#journal.unkept, this.model), `journal-unsaved-${today()}.json`, 'application/json');
  };

  async #remove(entry: Entry): Promise<void> {
    if (!confirm('Delete this entry? It cannot be brought back.')) return;
    await this.#try(async () => {
      await this.#journal.remove(entry);
      this.querySelector<EntryEditor>('entry-editor')?.requestUpdate();
    });
  }

  /** What fails is said, and stands until the next action. */
  async #try(act: () => Promise<void>): Promise<void> {
    this.notice = '';
    try {
      await act();
    } catch (error) {
      this.notice = (error as Error).message;
    }
  }
}

customElements.define('journal-page', JournalPage);
