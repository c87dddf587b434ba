/** What somebody may ask of the rows: a word, a column, a time, an order. */
import { html, nothing, type TemplateResult } from 'lit';
import { feeling } from '../../words/feelings';
import { fill } from '../../words/forms';
import { words } from '../../words/speech';
import { EMOTIONS } from '../../../index';
import type { Job } from '../job';
import type { Sort } from '../order';
import { choice as field, value } from '../views/layout-fields';
import type { RowChoice } from './row-choice';

interface Actions {
  readonly search: (word: string) => void;
  readonly column: (name: string) => void;
  readonly choose: (choice: Partial<RowChoice>) => void;
  readonly sort: (sort: Sort) => void;
}

/** So many values of a column can be chosen from. */
const MOST_VALUES = 300;
const DAY = 24 * 3_600_000;

/** A day of this place, as the input writes it. */
const startOf = (day: string): number | null => (day === '' ? null : new Date(`${day}T00:00`).getTime());

export function rowFields(
  { columns, choice: { text }, times }: Job,
  { column, only }: RowChoice,
  { search, column: split, choose, sort }: Actions,
): TemplateResult {
  const said = words().files;
  const others = columns.filter((name) => name !== text);
  const day = (id: string, label: string, change: (time: number | null) => void): TemplateResult =>
    html`<p class="field">
      <label for=${id}>${label}</label>
      <input
        id=${id}
        type="date"
        @change=${(event: Event) => {
          change(startOf(value(event)));
        }}
      />
    </p>`;
  return html`
    ${
      only
        ? html`<p class="buttons">
            <span>${fill(said.only, { name: only.name() })}</span>
            <button
              type="button"
              @click=${() => {
                choose({ only: null });
              }}
            >
              ${said.showOthers}
            </button>
          </p>`
        : nothing
    }
    <div class="fields">
      <p class="field">
        <label for="search">${said.searchTexts}</label>
        <input
          id="search"
          type="search"
          @change=${(event: Event) => {
            search(value(event).trim());
          }}
        />
      </p>
      ${
        others.length > 0
          ? field('split', said.split, [['', said.none], ...others.map((name) => [name, name] as const)], column?.name ?? '', split)
          : nothing
      }
      ${
        column
          ? field(
              'value',
              fill(said.onlyWhere, { name: column.name }),
              [['', said.anything], ...column.values.values.slice(0, MOST_VALUES).map((one) => [one, one] as const)],
              column.value ?? '',
              (one) => {
                choose({ column: { ...column, value: one || null } });
              },
            )
          : nothing
      }
      ${
        times
          ? html`${day('from', said.from, (from) => {
              choose({ from });
            })}
            ${day('to', said.to, (to) => {
              choose({ to: to === null ? null : to + DAY });
            })}`
          : nothing
      }
      <p class="field">
        <label for="sort">${said.order}</label>
        <select
          id="sort"
          @change=${(event: Event) => {
            sort(value(event) as Sort);
          }}
        >
          <option value="file">${said.asInFile}</option>
          <option value="surest">${said.surest}</option>
          ${EMOTIONS.map((emotion) => html`<option value=${emotion}>${fill(said.most, { feeling: feeling(emotion) })}</option>`)}
        </select>
      </p>
    </div>
  `;
}
