import { html, LitElement, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import './results.css';
import { EMOTIONS } from '../../../index';
import { CHUNK, textsIn } from '../job';
import type { Labeller } from '../labeller';
import { ordered, type Filter, type Sort } from '../order';
import './emotions-chart';
import { countOf, courseOf, KINDS, kindName, type Course, type Kind } from './figures';
import './job-comparison';
import type { DifferingEvent } from './job-comparison';
import './job-export';
import './row-table';
import type { PickEvent } from './row-table';

/** Where a moment counts as a day of this place: elsewhere it may be the day before or after. */
const ZONE = new Intl.DateTimeFormat().resolvedOptions().timeZone;

const rows = (count: number): string => (count === 1 ? '1 row has' : `${count.toLocaleString('en')} rows have`);

/** What was read of a file so far: how many rows of each emotion, how they change over time, and the rows themselves. */
export class JobResults extends LitElement {
  static override properties: PropertyDeclarations = {
    labeller: { attribute: false },
    read: { attribute: false },
    isAtWork: { attribute: false },
    filter: { state: true },
    sort: { state: true },
    only: { state: true },
    picked: { state: true },
    problem: { state: true },
  };

  declare labeller: Labeller;
  /** How many rows are read: what is shown changes with it. */
  declare read: number;
  /** Whether more rows are coming. */
  declare isAtWork: boolean;
  declare private filter: Filter;
  declare private sort: Sort;
  /** Rows beyond which none is shown. */
  declare private only: { readonly name: string; readonly rows: ReadonlySet<number> } | null;
  declare private picked: { readonly row: number; readonly text: string } | null;
  /** Why a row's text cannot be shown. */
  declare private problem: string;
  #rows: Uint32Array = new Uint32Array();
  #course: Course | null = null;
  #courseAt = -1;

  constructor() {
    super();
    this.filter = 'all';
    this.sort = 'file';
    this.only = null;
    this.picked = null;
    this.problem = '';
  }

  protected override createRenderRoot(): this {
    return this;
  }

  protected override willUpdate(changed: PropertyValues): void {
    const { job } = this.labeller;
    if (changed.has('labeller')) {
      this.only = null;
      this.picked = null;
      this.problem = '';
      this.#courseAt = -1;
    }
    const { only } = this;
    if (['labeller', 'read', 'filter', 'sort', 'only'].some((name) => changed.has(name)))
      this.#rows = ordered(job.readings, this.filter, this.sort, only ? (row) => only.rows.has(row) : undefined);
    // Twenty times while a file is read: a count over every row each quarter of a second would be felt.
    const step = job.readings.length / 20;
    if (this.#courseAt < 0 || this.read - this.#courseAt >= step || (this.read > this.#courseAt && !this.isAtWork)) {
      this.#courseAt = this.read;
      this.#course = courseOf(job);
    }
  }

  protected override render(): TemplateResult {
    const { job, kept } = this.labeller;
    const { readings } = job;
    const counts = Object.fromEntries(KINDS.map((kind) => [kind, [countOf(readings, kind)]])) as unknown as Record<Kind, number[]>;
    return html`
      <section aria-labelledby="share-title">
        <h2 id="share-title">How many of each</h2>
        <emotions-chart .names=${null} .counts=${counts}></emotions-chart>
      </section>
      ${this.#overTime()}
      ${
        job.choice.label
          ? html`<job-comparison
              .job=${job}
              .kept=${kept}
              .read=${this.read}
              .isAtWork=${this.isAtWork}
              @differing=${({ rows }: DifferingEvent) => {
                this.only = { name: 'rows that differ from your labels', rows };
                this.filter = 'all';
              }}
            ></job-comparison>`
          : nothing
      }
      <section aria-labelledby="rows-title">
        <h2 id="rows-title">Rows</h2>
        <div class="filters" role="group" aria-label="Show">
          ${(['all', ...KINDS, 'failed'] as const).map((filter) => this.#filter(filter))}
        </div>
        ${
          this.only
            ? html`<p class="buttons">
                <span>Only ${this.only.name}.</span>
                <button
                  type="button"
                  @click=${() => {
                    this.only = null;
                  }}
                >
                  Show all again
                </button>
              </p>`
            : nothing
        }
        <p class="field">
          <label for="sort">Order</label>
          <select
            id="sort"
            @change=${({ target }: Event) => {
              this.sort = (target as HTMLSelectElement).value as Sort;
            }}
          >
            <option value="file">as in the file</option>
            <option value="surest">surest first</option>
            ${EMOTIONS.map((emotion) => html`<option value=${emotion}>most ${emotion} first</option>`)}
          </select>
        </p>
        ${
          this.#rows.length > 0
            ? html`<row-table
                .job=${job}
                .kept=${kept}
                .rows=${this.#rows}
                .picked=${this.picked?.row ?? null}
                @pick=${({ row }: PickEvent) => void this.#pick(row)}
              ></row-table>`
            : html`<p class="note">
                No row is
                ${this.filter === 'all' ? 'among these' : this.filter === 'none' ? 'without a label' : `labelled ${this.filter}`}.
              </p>`
        }
        ${this.problem ? html`<p class="failed" role="alert">${this.problem}</p>` : nothing}
        ${
          this.picked
            ? html`<figure class="picked" aria-live="polite">
                <figcaption>Row ${job.numbers[this.picked.row]}</figcaption>
                <blockquote>${this.picked.text}</blockquote>
                <emotion-tag explain load="eager" .text=${this.picked.text}></emotion-tag>
              </figure>`
            : nothing
        }
      </section>
      <job-export
        .job=${job}
        .kept=${kept}
        .read=${this.read}
        .shown=${this.filter === 'all' && !this.only ? null : this.#rows}
      ></job-export>
    `;
  }

  #filter(filter: Filter): TemplateResult | typeof nothing {
    const { readings } = this.labeller.job;
    const rows = countOf(readings, filter);
    if (filter === 'failed' && rows === 0) return nothing;
    return html`<button
      type="button"
      class=${filter}
      aria-pressed=${filter === this.filter}
      @click=${() => {
        this.filter = filter;
      }}
    >
      ${kindName(filter)} <span class="count">${rows.toLocaleString('en')}</span>
    </button>`;
  }

  #overTime(): TemplateResult | typeof nothing {
    const course = this.#course;
    if (!course || course.spans.length + course.undated === 0) return nothing;
    const { undated, outside } = course;
    return html`<section aria-labelledby="time-title">
      <h2 id="time-title">Over time</h2>
      ${course.spans.length > 0 ? this.#chart(course) : nothing}
      ${
        this.labeller.job.isMonthGuessed
          ? html`<p class="note">Read with the month first: 1/2 is the 2nd of January. No row of the file tells which it is.</p>`
          : nothing
      }
      ${course.spans.length > 0 ? html`<p class="note">Days and hours are those of ${ZONE}.</p>` : nothing}
      ${undated > 0 ? html`<p class="note">${rows(undated)} no date that can be read.</p>` : nothing}
      ${outside > 0 ? html`<p class="note">${rows(outside)} a date too far from most others to be drawn.</p>` : nothing}
    </section>`;
  }

  #chart(course: Course): TemplateResult {
    return html`<emotions-chart class="wide" .names=${course.spans} .counts=${course.counts}></emotions-chart>
      <details>
        <summary>The same in figures</summary>
        <div class="scrolls" tabindex="0" role="region" aria-labelledby="time-title">
          <table>
            <thead>
              <tr>
                <th scope="col">Time</th>
                ${KINDS.map((kind) => html`<th scope="col">${kindName(kind)}</th>`)}
              </tr>
            </thead>
            <tbody>
              ${course.spans.map(
                (span, i) =>
                  html`<tr>
                    <th scope="row">${span}</th>
                    ${KINDS.map((kind) => html`<td>${course.counts[kind][i]}</td>`)}
                  </tr>`,
              )}
            </tbody>
          </table>
        </div>
      </details>`;
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

customElements.define('job-results', JobResults);
