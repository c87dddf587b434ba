import { html, nothing, type TemplateResult } from 'lit';
import { fileSize } from '../../numbers';
import type { Preview } from '../../../tables/columns';
import { ENCODINGS } from '../../../tables/encodings';
import { replacedBy } from '../export';
import type { Stage } from '../files-page';
import type { Choice } from '../job';
import { cellText, withText } from '../../../tables/row';
import type { Source } from '../../../tables/source';

type Opened = Extract<Stage, { kind: 'opened' }>;

interface Actions {
  readonly change: (changed: Partial<Pick<Opened, 'text' | 'date'>>) => void;
  /** Look at the file again, read in another way. */
  readonly look: (source: Source) => void;
  readonly begin: (choice: Choice) => void;
  readonly close: () => void;
}

const ROWS_SHOWN = 5;

const GUESS = 'This is not UTF-8. Windows-1252 is a guess: if the rows below look wrong, choose another encoding.';

const value = ({ target }: Event): string => (target as HTMLSelectElement).value;

/** What is in a file, and which of its columns are read. */
export function setup({ source, preview, text, date }: Opened, { change, look, begin, close }: Actions): TemplateResult {
  const { file, encoding, isGuess, kind, header } = source;
  const garbled = 'Some characters make no sense in this encoding. Try another.';
  const problem = typeof preview === 'string' ? preview : preview.garbled && garbled;
  return html`<section class="panel setup" aria-labelledby="opened-title">
    <h2 id="opened-title">${file.name}</h2>
    <p class="note">${fileSize(file.size)}</p>
    ${problem ? html`<p class="failed" role="alert">${problem}</p>` : nothing}
    ${isGuess ? html`<p class="note">${GUESS}</p>` : nothing}
    <div class="fields">
      ${typeof preview === 'string' ? nothing : columns(preview, text, date, change)}
      <p class="field">
        <label for="encoding">Encoding</label>
        <select
          id="encoding"
          @change=${(event: Event) => {
            look({ ...source, encoding: value(event), isGuess: false });
          }}
        >
          ${ENCODINGS.map((name) => html`<option .selected=${name === encoding}>${name}</option>`)}
        </select>
      </p>
    </div>
    ${
      kind === 'csv'
        ? html`<p class="check">
            <input
              id="header"
              type="checkbox"
              .checked=${header}
              @change=${() => {
                look({ ...source, header: !header });
              }}
            />
            <label for="header">The first row names the columns</label>
          </p>`
        : nothing
    }
    ${typeof preview === 'string' ? nothing : html`${sample(preview, text, date)} ${replaced(preview.columns)}`}
    <p class="buttons">
      <button
        type="button"
        class="primary"
        ?disabled=${typeof preview === 'string'}
        @click=${() => {
          begin({ source, text, date });
        }}
      >
        Label every row
      </button>
      <button type="button" @click=${close}>Another file</button>
    </p>
  </section>`;
}

function columns({ columns }: Preview, text: string, date: string | null, change: Actions['change']): TemplateResult {
  return html`
    <p class="field">
      <label for="text-column">Column with the texts</label>
      <select
        id="text-column"
        @change=${(event: Event) => {
          change({ text: value(event) });
        }}
      >
        ${columns.map((name) => html`<option value=${name} .selected=${name === text}>${name}</option>`)}
      </select>
    </p>
    ${
      columns.length > 1
        ? html`<p class="field">
            <label for="date-column">Column with dates, for a chart over time</label>
            <select
              id="date-column"
              @change=${(event: Event) => {
                change({ date: value(event) || null });
              }}
            >
              <option value="" .selected=${date === null}>none</option>
              ${columns.map((name) => html`<option value=${name} .selected=${name === date}>${name}</option>`)}
            </select>
          </p>`
        : nothing
    }
  `;
}

function replaced(columns: readonly string[]): TemplateResult | typeof nothing {
  const names = replacedBy(columns);
  if (names.length === 0) return nothing;
  return html`<p class="note">
    In the file that you save, ours take the place of its ${names.length === 1 ? 'column' : 'columns'} ${names.join(', ')}.
  </p>`;
}

/** The first rows of the chosen columns. */
function sample({ rows }: Preview, text: string, date: string | null): TemplateResult {
  return html`<div class="scrolls" tabindex="0" role="region" aria-labelledby="sample-title">
    <table>
      <caption id="sample-title">
        The first rows
      </caption>
      <thead>
        <tr>
          <th scope="col">Row</th>
          ${date === null ? nothing : html`<th scope="col">${date}</th>`}
          <th scope="col">${text}</th>
        </tr>
      </thead>
      <tbody>
        ${rows
          .slice(0, ROWS_SHOWN)
          .map((found) => withText(found, text))
          .map((row) =>
            row.kind === 'broken'
              ? html`<tr>
                  <td>${row.number}</td>
                  <td class="soft" colspan="2">Left out: ${row.why}.</td>
                </tr>`
              : html`<tr>
                  <td>${row.number}</td>
                  ${date === null ? nothing : html`<td class="date">${cellText(row.fields[date])}</td>`}
                  <td class="text">${row.text.slice(0, 200)}</td>
                </tr>`,
          )}
      </tbody>
    </table>
  </div>`;
}
