import { html, LitElement, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { feeling } from '../../words/feelings';
import { fill } from '../../words/forms';
import { Speaker } from '../../words/speaker';
import { number, words } from '../../words/speech';
import { columnValues } from '../column-values';
import { correct, CHUNK, textsIn } from '../job';
import type { Labeller } from '../labeller';
import { ordered, type Filter, type Sort } from '../order';
import { countOf, KINDS, kindName } from './figures';
import { groupsOf, groupsTable } from './groups';
import './job-export';
import { pickedRow } from './picked-row';
import { EVERY, isEvery, passes, search, type RowChoice } from './row-choice';
import { rowFields } from './row-fields';
import './row-table';
import type { PickEvent } from './row-table';

const FILTERS = ['all', ...KINDS, 'unsure', 'unsupported-language', 'blank', 'failed'] as const satisfies readonly Filter[];
/** Shown where there are such rows. */
const RARE: readonly Filter[] = ['unsure', 'unsupported-language', 'blank', 'failed'];

/** The rows of a file, those that somebody wants to see of them, and how to take them along. */
export class JobRows extends LitElement {
  static override properties: PropertyDeclarations = {
    labeller: { attribute: false },
    read: { attribute: false },
    filter: { attribute: false },
    only: { attribute: false },
    sort: { state: true },
    choice: { state: true },
    picked: { state: true },
    problem: { state: true },
  };

  declare labeller: Labeller;
  declare read: number;
  declare filter: Filter;
  /** A list of rows beyond which none is shown. */
  declare only: RowChoice['only'];
  declare private sort: Sort;
  declare private choice: RowChoice;
  declare private picked: { readonly row: number; readonly text: string } | null;
  /** Why a row's text, or a column, cannot be shown. */
  declare private problem: string;
  #rows: Uint32Array = new Uint32Array();
  #searching: AbortController | null = null;

  constructor() {
    super();
    new Speaker(this);
    this.filter = 'all';
    this.only = null;
    this.sort = 'file';
    this.choice = EVERY;
    this.picked = null;
    this.problem = '';
  }

  protected override createRenderRoot(): this {
    return this;
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('only')) this.choice = { ...this.choice, only: this.only };
    const { job } = this.labeller;
    if (['labeller', 'read', 'filter', 'sort', 'choice'].some((name) => changed.has(name)) || changed.has('only'))
      this.#rows = ordered(job.readings, this.filter, this.sort, isEvery(this.choice) ? undefined : passes(job, this.choice));
  }

  protected override render(): TemplateResult {
    const { job, kept } = this.labeller;
    const { column } = this.choice;
    const said = words().files;
    const isAll = this.filter === 'all' && isEvery(this.choice);
    return html`<section aria-labelledby="rows-title">
        <h2 id="rows-title">${said.rows}</h2>
        <div class="filters" role="group" aria-label=${said.show}>${FILTERS.map((filter) => this.#filter(filter))}</div>
        ${rowFields(job, this.choice, {
          search: (word) => void this.#search(word),
          column: (name) => void this.#column(name),
          choose: (choice) => {
            this.choice = { ...this.choice, ...choice };
            if (choice.only === null) this.only = null;
          },
          sort: (sort) => {
            this.sort = sort;
          },
        })}
        ${
          column
            ? groupsTable(column.name, groupsOf(job.readings, column.values), (value) => {
                this.choice = { ...this.choice, column: { ...column, value } };
              })
            : nothing
        }
        ${isAll ? nothing : html`<p class="note" role="status">${fill(said.shownOf, { shown: number(this.#rows.length), total: number(this.read) })}</p>`}
        ${
          this.#rows.length > 0
            ? html`<row-table
                .job=${job}
                .kept=${kept}
                .rows=${this.#rows}
                .picked=${this.picked?.row ?? null}
                @pick=${({ row }: PickEvent) => void this.#pick(row)}
              ></row-table>`
            : html`<p class="note">${this.#missing()}</p>`
        }
        ${this.problem ? html`<p class="failed" role="alert">${this.problem}</p>` : nothing}
        ${
          this.picked
            ? pickedRow(job, this.picked, (row, label) => {
                void correct(job, kept, row, label);
                this.requestUpdate();
              })
            : nothing
        }
      </section>
      <job-export .job=${job} .kept=${kept} .read=${this.read} .shown=${isAll ? null : this.#rows}></job-export>`;
  }

  #missing(): string {
    const said = words().files;
    const emotion = KINDS.find((kind) => kind === this.filter && kind !== 'none');
    if (!isEvery(this.choice)) return said.noneLikeThat;
    return emotion && emotion !== 'none' ? fill(said.noneLabelled, { feeling: feeling(emotion) }) : said.noneUnlabelled;
  }

  #filter(filter: Filter): TemplateResult | typeof nothing {
    const rows = countOf(this.labeller.job.readings, filter);
    if (RARE.includes(filter) && rows === 0) return nothing;
    return html`<button
      type="button"
      class=${RARE.includes(filter) ? 'none' : filter}
      aria-pressed=${filter === this.filter}
      @click=${() => {
        this.filter = filter;
      }}
    >
      ${kindName(filter)} <span class="count">${number(rows)}</span>
    </button>`;
  }

  async #search(word: string): Promise<void> {
    this.#searching?.abort();
    const searching = (this.#searching = new AbortController());
    try {
      const { job, kept } = this.labeller;
      const found = word === '' ? null : { word, rows: await search(job, kept, word, searching.signal) };
      if (!searching.signal.aborted) this.choice = { ...this.choice, found };
    } catch (error) {
      if (!searching.signal.aborted) this.problem = (error as Error).message;
    }
  }

  async #column(name: string): Promise<void> {
    const { job } = this.labeller;
    try {
      const column = name === '' ? null : { name, values: await columnValues(job, name), value: null };
      if (this.labeller.job === job) this.choice = { ...this.choice, column };
    } catch (error) {
      this.problem = (error as Error).message;
    }
  }

  async #pick(row: number): Promise<void> {
    try {
      const texts = await textsIn(this.labeller.kept, Math.floor(row / CHUNK));
      this.picked = { row, text: texts[row % CHUNK] ?? '' };
      this.problem = '';
    } catch (error) {
      this.picked = null;
      this.problem = (error as Error).message;
    }
  }
}

customElements.define('job-rows', JobRows);
