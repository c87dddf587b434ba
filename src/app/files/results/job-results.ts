import { html, LitElement, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { fill } from '../../words/forms';
import { Speaker } from '../../words/speaker';
import { counted, words } from '../../words/speech';
import './results.css';
import { part } from '../../part';
import type { Labeller } from '../labeller';
import './emotions-chart';
import type { KindEvent } from './emotions-chart';
import { countOf, courseOf, KINDS, kindName, rowsOfSpan, spansOf, type Course, type Kind } from './figures';
import './job-comparison';
import type { DifferingEvent } from './job-comparison';
import { JobRows } from './job-rows';
import { spanName } from './spans';

/** Where a moment counts as a day of this place: elsewhere it may be the day before or after. */
const ZONE = new Intl.DateTimeFormat().resolvedOptions().timeZone;

/** What was read of a file so far: how many rows of each emotion, how they change over time, and the rows themselves. */
export class JobResults extends LitElement {
  static override properties: PropertyDeclarations = {
    labeller: { attribute: false },
    read: { attribute: false },
    isAtWork: { attribute: false },
    isPercent: { state: true },
  };

  declare labeller: Labeller;
  /** How many rows are read: what is shown changes with it. */
  declare read: number;
  /** Whether more rows are coming. */
  declare isAtWork: boolean;
  /** Whether bars over time are shares. */
  declare private isPercent: boolean;
  #course: Course | null = null;
  #courseAt = -1;

  constructor() {
    super();
    new Speaker(this);
    this.isPercent = false;
  }

  protected override createRenderRoot(): this {
    return this;
  }

  protected override willUpdate(changed: PropertyValues): void {
    const { job } = this.labeller;
    if (changed.has('labeller')) this.#courseAt = -1;
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
        <h2 id="share-title">${words().files.howMany}</h2>
        <emotions-chart .heading=${words().files.howMany} .names=${null} .counts=${counts} @kind=${this.#show}></emotions-chart>
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
                Object.assign(this.#list, { only: { name: () => words().files.differing, rows }, filter: 'all' });
              }}
            ></job-comparison>`
          : nothing
      }
      ${keyed(this.labeller, html`<job-rows .labeller=${this.labeller} .read=${this.read}></job-rows>`)}
    `; // what was asked of one file's rows is not asked of the next one's
  }

  get #list(): JobRows {
    return part(this, 'job-rows', JobRows);
  }

  /** A click on a bar shows its rows. */
  readonly #show = ({ kind, place }: KindEvent): void => {
    const { times } = this.labeller.job;
    const course = this.#course;
    const list = this.#list;
    list.filter = kind;
    const isOfSpan = place !== null && course && times;
    list.only = isOfSpan
      ? { name: () => spanName(course.starts[place] ?? NaN, course.span), rows: rowsOfSpan(course, times, place) }
      : null;
  };

  #overTime(): TemplateResult | typeof nothing {
    const course = this.#course;
    if (!course || course.starts.length + course.undated === 0) return nothing;
    const { undated, outside } = course;
    const said = words().files;
    return html`<section aria-labelledby="time-title">
      <h2 id="time-title">${said.overTime}</h2>
      ${course.starts.length > 0 ? this.#chart(course) : nothing}
      ${this.labeller.job.isMonthGuessed ? html`<p class="note">${said.monthGuessed}</p>` : nothing}
      ${course.starts.length > 0 ? html`<p class="note">${fill(said.zone, { zone: ZONE })}</p>` : nothing}
      ${undated > 0 ? html`<p class="note">${counted(said.undated, undated)}</p>` : nothing}
      ${outside > 0 ? html`<p class="note">${counted(said.outside, outside)}</p>` : nothing}
    </section>`;
  }

  #chart(course: Course): TemplateResult {
    const said = words().files;
    const spans = spansOf(course);
    const counts = this.isPercent ? sharesOf(course) : course.counts;
    return html`<p class="check">
        <input
          id="percent"
          type="checkbox"
          .checked=${this.isPercent}
          @change=${({ target }: Event) => {
            this.isPercent = (target as HTMLInputElement).checked;
          }}
        />
        <label for="percent">${said.inPercent}</label>
      </p>
      <emotions-chart
        class="wide"
        .heading=${words().files.overTime}
        .names=${spans}
        .counts=${counts}
        @kind=${this.#show}
      ></emotions-chart>
      <details>
        <summary>${said.asTable}</summary>
        <div class="scrolls" tabindex="0" role="group" aria-labelledby="time-title">
          <table>
            <thead>
              <tr>
                <th scope="col">${said.time}</th>
                ${KINDS.map((kind) => html`<th scope="col">${kindName(kind)}</th>`)}
              </tr>
            </thead>
            <tbody>
              ${spans.map(
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
}

/** Each bar as a whole of 100. */
function sharesOf({ starts, counts }: Course): Record<Kind, number[]> {
  const all = starts.map((_, i) => KINDS.reduce((sum, kind) => sum + (counts[kind][i] ?? 0), 0));
  const share = (kind: Kind): number[] => counts[kind].map((count, i) => (all[i] ? (count / all[i]) * 100 : 0));
  return Object.fromEntries(KINDS.map((kind) => [kind, share(kind)])) as unknown as Record<Kind, number[]>;
}

customElements.define('job-results', JobResults);
