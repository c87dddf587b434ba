/** All entries, newest first, by month. */
import { html, LitElement, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { monthName } from './days';
import type { Entry } from './entry';
import { entryView, type EntryActions } from './views/entry';

/** Entries that are in the page at first, and how many more each time. */
const PAGE = 40;

/** Somebody wants to change or delete an entry. */
export class EntryEvent extends Event {
  constructor(
    type: 'edit' | 'remove',
    readonly entry: Entry,
  ) {
    super(type);
  }
}

declare global {
  interface HTMLElementEventMap {
    edit: EntryEvent;
    remove: EntryEvent;
  }
}

export class EntryList extends LitElement {
  static override properties: PropertyDeclarations = {
    entries: { attribute: false },
    model: { attribute: false },
    shown: { state: true },
    whole: { state: true },
  };

  declare entries: readonly Entry[];
  /** Names the page's own model: the readings of another are marked. */
  declare model: string;
  /** How many are in the page. */
  declare private shown: number;
  /** The long entries that somebody wants to see all of. */
  declare private whole: ReadonlySet<string>;

  readonly #actions: EntryActions = {
    edit: (entry) => this.dispatchEvent(new EntryEvent('edit', entry)),
    remove: (entry) => this.dispatchEvent(new EntryEvent('remove', entry)),
    unfold: ({ id }) => (this.whole = new Set([...this.whole, id])),
  };

  constructor() {
    super();
    this.entries = [];
    this.model = 'unknown';
    this.shown = PAGE;
    this.whole = new Set();
  }

  protected override createRenderRoot(): this {
    return this;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('entries') && this.entries.length === 0) this.shown = PAGE;
  }

  protected override render(): TemplateResult {
    const shown = this.entries.slice(0, this.shown);
    const left = this.entries.length - shown.length;
    return html`<section aria-labelledby="entries-title">
      <h2 id="entries-title">Entries</h2>
      ${this.entries.length === 0 ? html`<p class="note">What you write stands here.</p>` : nothing}
      ${repeat(
        shown,
        ({ id }) => id,
        (entry, i) => html`${this.#month(entry, shown[i - 1])}${this.#entry(entry)}`,
      )}
      ${
        left > 0
          ? html`<p class="buttons">
              <button type="button" @click=${() => (this.shown += PAGE)}>Show more</button>
              <span class="note">${left.toLocaleString('en')} older ones</span>
            </p>`
          : nothing
      }
    </section>`;
  }

  #month({ at }: Entry, before: Entry | undefined): TemplateResult | typeof nothing {
    const month = at.slice(0, 7);
    return before?.at.startsWith(month) ? nothing : html`<p class="month">${monthName(month)} ${month.slice(0, 4)}</p>`;
  }

  #entry(entry: Entry): TemplateResult {
    const isOld = entry.reading !== null && this.model !== 'unknown' && entry.reading.model !== this.model;
    return entryView(entry, isOld, this.whole.has(entry.id), this.#actions);
  }
}

customElements.define('entry-list', EntryList);
