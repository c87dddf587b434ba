/** The entries that match a search, or all of them, newest first, by month. */
import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { turn } from '../../tables/pieces';
import { PagePart } from '../page-part';
import { fill } from '../words/forms';
import { counted, number, words } from '../words/speech';
import { dayName, nameOfMonthAndYear } from './days';
import type { Entry } from './entry';
import { countKinds, EVERYTHING, found, KINDS, kindName, type Kind, type Search } from './search';
import { entryView, type EntryActions } from './views/entry';

/** Entries that are in the page at first, and how many more each time. */
const PAGE = 40;

/** Fired to change or delete an entry. */
export class EntryEvent extends Event {
  constructor(
    type: 'edit' | 'remove',
    readonly entry: Entry,
  ) {
    super(type);
  }
}

/** Fired when the search changes. */
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

export class EntryList extends PagePart {
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
  /** The search. */
  declare search: Search;
  /** How many are in the page. */
  declare private shown: number;
  /** The long entries that are shown whole. */
  declare private whole: ReadonlySet<string>;

  #counts: ReadonlyMap<Kind | 'all', number> = new Map();
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

  /** A large journal is drawn part by part, each in a task of its own. */
  protected override async scheduleUpdate(): Promise<void> {
    if (!this.hasUpdated) await turn();
    super.scheduleUpdate() as undefined;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('search')) this.shown = PAGE;
    if (changed.has('entries')) this.#counts = countKinds(this.entries);
  }

  protected override render(): TemplateResult {
    const all = found(this.entries, this.search);
    const shown = all.slice(0, this.shown);
    const said = words().journal;
    const left = all.length - shown.length;
    return html`<section aria-labelledby="entries-title">
      <h2 id="entries-title">${said.list}</h2>
      ${this.entries.length === 0 ? html`<p class="note">${said.empty}</p>` : this.#filters(all.length)}
      ${repeat(
        shown,
        ({ id }) => id,
        (entry, i) => html`${this.#month(entry, shown[i - 1])}${this.#entry(entry)}`,
      )}
      ${
        left > 0
          ? html`<p class="buttons">
              <button type="button" @click=${() => (this.shown += PAGE)}>${said.showMore}</button>
              <span class="note">${counted(said.older, left)}</span>
            </p>`
          : nothing
      }
    </section>`;
  }

  /** @param count how many are found */
  #filters(count: number): TemplateResult {
    const { day, kind } = this.search;
    const said = words().journal;
    const entries = counted(said.entries, count);
    const isNarrow = this.search !== EVERYTHING;
    return html`
      <p class="search">
        <label for="entry-search">${said.search}</label>
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
      <div class="filters" role="group" aria-label=${said.show}>
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
              ${kindName(one)}
              <span class="count">${number(this.#counts.get(one) ?? 0)}</span>
            </button>`,
        )}
      </div>
      <p class="buttons" role="status">
        ${
          isNarrow
            ? html`${day ? fill(said.foundOn, { count: entries, day: dayName(day) }) : entries}
                <button
                  type="button"
                  class="quiet"
                  @click=${() => {
                    this.#look(EVERYTHING);
                  }}
                >
                  ${said.showAllEntries}
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
    return before?.at.startsWith(month) ? nothing : html`<p class="month">${nameOfMonthAndYear(month)}</p>`;
  }

  #entry(entry: Entry): TemplateResult {
    const isOld = entry.reading !== null && this.model !== 'unknown' && entry.reading.model !== this.model;
    return entryView(entry, isOld, this.whole.has(entry.id), this.#actions);
  }
}

customElements.define('entry-list', EntryList);
