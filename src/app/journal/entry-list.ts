/** The entries that somebody looks for, or all, newest first, by month. */
import { html, LitElement, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { dayName, monthName } from './days';
import type { Entry } from './entry';
import { EVERYTHING, found, isOfKind, KINDS, kindNames, type Search } from './search';
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

/** Somebody looks for other entries. */
export class SearchEvent extends Event {
  constructor(readonly search: Search) {
    super('look');
  }
}

declare global {
  interface HTMLElementEventMap {
    edit: EntryEvent;
    remove: EntryEvent;
    look: SearchEvent;
  }
}

export class EntryList extends LitElement {
  static override properties: PropertyDeclarations = {
    entries: { attribute: false },
    model: { attribute: false },
    search: { attribute: false },
    shown: { state: true },
    whole: { state: true },
  };

  declare entries: readonly Entry[];
  /** Names the page's own model: the readings of another are marked. */
  declare model: string;
  /** What somebody looks for. */
  declare search: Search;
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
    this.search = EVERYTHING;
    this.shown = PAGE;
    this.whole = new Set();
  }

  protected override createRenderRoot(): this {
    return this;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('search')) this.shown = PAGE;
  }

  protected override render(): TemplateResult {
    const all = found(this.entries, this.search);
    const shown = all.slice(0, this.shown);
    const left = all.length - shown.length;
    return html`<section aria-labelledby="entries-title">
      <h2 id="entries-title">Entries</h2>
      ${this.entries.length === 0 ? html`<p class="note">What you write stands here.</p>` : this.#filters(all.length)}
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

  /** @param count how many are found */
  #filters(count: number): TemplateResult {
    const { day, kind } = this.search;
    const isNarrow = this.search !== EVERYTHING;
    return html`
      <p class="search">
        <label for="entry-search">Search</label>
        <input
          id="entry-search"
          type="search"
          autocomplete="off"
          .value=${this.search.words}
          @input=${({ target }: Event) => {
            this.#look({ words: (target as HTMLInputElement).value });
          }}
        />
      </p>
      <div class="filters" role="group" aria-label="Show">
        ${(['all', ...KINDS] as const).map(
          (one) =>
            html`<button
              type="button"
              class=${one === 'none' ? 'not-sure' : one}
              aria-pressed=${one === kind}
              @click=${() => {
                this.#look({ kind: one });
              }}
            >
              ${kindNames[one]}
              <span class="count">${this.entries.filter((entry) => isOfKind(entry, one)).length.toLocaleString('en')}</span>
            </button>`,
        )}
      </div>
      <p class="buttons" role="status">
        ${
          isNarrow
            ? html`${count === 1 ? 'One entry' : `${count.toLocaleString('en')} entries`}${day ? ` of ${dayName(day)}` : nothing}
                <button
                  type="button"
                  class="quiet"
                  @click=${() => {
                    this.#look(EVERYTHING);
                  }}
                >
                  Show all entries
                </button>`
            : nothing
        }
      </p>
    `;
  }

  #look(change: Partial<Search>): void {
    const search = { ...this.search, ...change };
    const isAll = search.words === '' && search.kind === 'all' && search.day === null;
    this.dispatchEvent(new SearchEvent(isAll ? EVERYTHING : search));
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
