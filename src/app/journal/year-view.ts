/** A year at a glance: its days in the colours of what they felt like, its weeks as a stream, and the same as tables. */
import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { turn } from '../../tables/pieces';
import { PagePart } from '../page-part';
import { feeling, pair } from '../words/feelings';
import { fill } from '../words/forms';
import { counted, isRightToLeft, language, words } from '../words/speech';
import { daysOf, monthName, shortDayName, today, weekday } from './days';
import type { Entry } from './entry';
import './year.css';
import { stream } from './views/stream';
import { monthTable, weekTable } from './views/tables';
import { daysWithEntries, monthsOf, weeksOf, yearsOf, type DayMood, type Week } from './year';

/** Fired to show the entries of a day. */
export class DayEvent extends Event {
  constructor(readonly day: string) {
    super('day');
  }
}

declare global {
  interface HTMLElementEventMap {
    day: DayEvent;
  }
}

export class YearView extends PagePart {
  static override properties: PropertyDeclarations = {
    entries: { attribute: false },
    picked: { attribute: false },
    year: { state: true },
    focused: { state: true },
  };

  declare entries: readonly Entry[];
  /** The day whose entries are shown below. */
  declare picked: string | null;
  declare private year: string;
  /** The day that the keyboard is at: one stop for all of the year. */
  declare private focused: string | null;
  #days: ReadonlyMap<string, DayMood> = new Map();
  #weeks: readonly Week[] = [];

  constructor() {
    super();
    this.entries = [];
    this.picked = null;
    this.year = today().slice(0, 4);
    this.focused = null;
  }

  /** A large journal is drawn part by part, each in a task of its own. */
  protected override async scheduleUpdate(): Promise<void> {
    if (!this.hasUpdated) await turn();
    super.scheduleUpdate() as undefined;
  }

  protected override willUpdate(changed: PropertyValues): void {
    const years = yearsOf(this.entries, today());
    if (!years.includes(this.year)) this.year = years[0] ?? this.year;
    if (changed.has('entries') || changed.has('year')) {
      this.#days = daysWithEntries(this.entries, this.year);
      this.#weeks = weeksOf(this.entries, this.year);
    }
  }

  /** On a phone the months are side by side: this one is in view first. */
  protected override firstUpdated(): void {
    const months = this.querySelector('.months');
    const month = months?.querySelector<HTMLElement>('.this');
    if (!months || !month) return;
    const [box, own] = [months.getBoundingClientRect(), month.getBoundingClientRect()];
    months.scrollLeft += isRightToLeft() ? own.right - box.right : own.left - box.left;
  }

  protected override render(): TemplateResult {
    const weeks = this.#weeks;
    const said = words().journal;
    return html`<section aria-labelledby="year-title">
      <div class="year">
        <h2 id="year-title">${fill(said.year, { year: this.year })}</h2>
        <select
          aria-label=${said.chooseYear}
          @change=${({ target }: Event) => {
            this.year = (target as HTMLSelectElement).value;
          }}
        >
          ${yearsOf(this.entries, today()).map((year) => html`<option ?selected=${year === this.year}>${year}</option>`)}
        </select>
      </div>
      ${legend()}
      <div
        class="months"
        role="group"
        aria-label=${said.days}
        tabindex=${this.#days.size === 0 ? '0' : nothing}
        @keydown=${this.#walk}
      >
        ${Array.from({ length: 12 }, (_, i) => this.#month(`${this.year}-${String(i + 1).padStart(2, '0')}`))}
      </div>
      ${guard([weeks, language()], () => (weeks.length > 1 ? stream(weeks) : nothing))}
      ${
        weeks.length > 0
          ? html`<details>
              <summary>${said.tables}</summary>
              <div class="scrolls" tabindex="0" role="region" aria-label=${said.yearInTables}>
                ${guard([weeks, language()], () => [monthTable(monthsOf(this.entries, this.year)), weekTable(weeks)])}
              </div>
            </details>`
          : html`<p class="note">${fill(said.noneOfYear, { year: this.year })}</p>`
      }
    </section>`;
  }

  #month(month: string): TemplateResult {
    const isThis = today().startsWith(month);
    return html`<div class="month-block ${isThis ? 'this' : ''}">
      <h3>${monthName(month)}</h3>
      <div class="days">
        ${Array.from({ length: weekday(`${month}-01`) }, () => html`<i></i>`)}${daysOf(month).map((day) => this.#day(day))}
      </div>
    </div>`;
  }

  #day(day: string): TemplateResult {
    const number = Number(day.slice(8));
    const found = this.#days.get(day);
    const mark = day === today() ? ' today' : '';
    if (!found) return html`<span class="day${mark}" aria-hidden="true">${number}</span>`;
    const { entries, mood } = found;
    const name = fill(words().journal.dayOf, {
      day: shortDayName(day),
      feeling: mood.label && mood.second ? pair(mood.label, mood.second) : feeling(mood.label),
      entries: counted(words().journal.entriesOfDay, entries),
    });
    const stop = this.#days.has(this.focused ?? '') ? this.focused : [...this.#days.keys()].at(-1);
    return html`<button
      type="button"
      class="day ${mood.label ?? 'not-sure'} second-${mood.second ?? mood.label ?? 'none'}${mark}"
      data-day=${day}
      title=${name}
      aria-label=${name}
      aria-pressed=${day === this.picked}
      tabindex=${day === stop ? '0' : '-1'}
      @click=${() => {
        this.focused = day;
        this.dispatchEvent(new DayEvent(day));
      }}
    >
      ${number}
    </button>`;
  }

  readonly #walk = (event: KeyboardEvent): void => {
    const days = [...this.#days.keys()];
    const at = days.indexOf((event.target as HTMLElement).dataset.day ?? '');
    if (at < 0) return;
    const forth = isRightToLeft() ? -1 : 1;
    const to = {
      ArrowRight: at + forth,
      ArrowLeft: at - forth,
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      Home: 0,
      End: days.length - 1,
    }[event.key];
    const day = to === undefined ? undefined : days[to];
    if (!day) return;
    event.preventDefault();
    this.focused = day;
    this.querySelector<HTMLElement>(`[data-day="${day}"]`)?.focus();
  };
}

const legend = (): TemplateResult =>
  html`<ul class="legend" aria-hidden="true">
    ${(['joy', 'love', 'surprise', 'sadness', 'anger', 'fear', null] as const).map(
      (label) => html`<li class=${label ?? 'not-sure'}>${feeling(label)}</li>`,
    )}
  </ul>`;

customElements.define('year-view', YearView);
