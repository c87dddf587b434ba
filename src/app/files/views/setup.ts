import { html, nothing, type TemplateResult } from 'lit';
import { fill } from '../../words/forms';
import { counted, language, words } from '../../words/speech';
import { fileSize } from '../../numbers';
import type { Preview } from '../../../tables/columns';
import { DateColumn, type DayOrder } from '../../../tables/date-column';
import { timeLeft } from '../../../tables/pace';
import { replacedBy } from '../../../tables/labelled';
import { keptSpeed } from '../speed';
import type { Stage } from '../stage';
import type { Choice } from '../job';
import { cellText, valueAt, withText } from '../../../tables/row';
import type { Source } from '../../../tables/layout';
import { guessesSentence } from './guesses';
import { choice, layoutFields } from './layout-fields';

type Opened = Extract<Stage, { kind: 'opened' }>;

interface Actions {
  readonly change: (changed: Partial<Pick<Opened, 'text' | 'date' | 'label' | 'order'>>) => void;
  /** Look at the file again, read in another way. */
  readonly look: (source: Source) => void;
  readonly fail: (why: Error) => void;
  readonly begin: (choice: Choice) => void;
  readonly close: () => void;
}

const ROWS_SHOWN = 10;

/** What is in a file, how it is read, and which of its columns are. */
export function setup(opened: Opened, { change, look, fail, begin, close }: Actions): TemplateResult {
  const { source, preview, text, date, label, order } = opened;
  const { file, isGuess } = source;
  const said = words().files;
  const problem = typeof preview === 'string' ? preview : preview.garbled ? said.garbled : !preview.hasTexts && said.noTexts;
  const dates = typeof preview === 'string' ? null : datesOf(preview, opened);
  return html`<section class="panel setup" aria-labelledby="opened-title">
    <h2 id="opened-title">${file.name}</h2>
    <p class="note" id="size">${size(opened)}</p>
    ${problem ? html`<p class="failed" role="alert">${problem}</p>` : nothing}
    ${isGuess ? html`<p class="note">${said.guess}</p>` : nothing}
    ${typeof preview === 'string' ? nothing : html`<p id="guesses" role="status">${guessesSentence(source, opened, dates)}</p>`}
    <div class="fields">
      ${typeof preview === 'string' ? nothing : columns(preview, opened, dates, change)} ${layoutFields(source, look, fail)}
    </div>
    ${typeof preview === 'string' ? nothing : html`${sample(preview, opened)} ${replaced(preview.columns)}`}
    <p class="buttons">
      <button
        type="button"
        class="primary"
        ?disabled=${typeof preview === 'string'}
        @click=${() => {
          begin({ source, text, date, label, order });
        }}
      >
        ${said.begin}
      </button>
      <button type="button" @click=${close}>${said.another}</button>
    </p>
  </section>`;
}

/** "1.2 MB · 3,000 rows · about 40 seconds on this device" */
function size({ source: { file }, rows, others }: Opened): string {
  const said = words().files;
  const speed = keptSpeed();
  const names = others.map(({ file }) => file.name).join(', ');
  return [
    fileSize(file.size),
    rows === null ? '' : counted(said.rowsInFile, rows),
    rows === null || speed === 0 ? '' : fill(said.timeHere, { time: timeLeft(rows, speed, language()) }),
    names && fill(said.thenThese, { names }),
  ]
    .filter(Boolean)
    .join(' · ');
}

function datesOf({ rows }: Preview, { date, order }: Opened): DateColumn | null {
  if (date === null) return null;
  const dates = new DateColumn(order);
  for (const row of rows) if (row.kind === 'row') dates.add(valueAt(row.fields, date));
  return dates;
}

function columns(
  { columns }: Preview,
  { text, date, label, order }: Opened,
  dates: DateColumn | null,
  change: Actions['change'],
): TemplateResult {
  const said = words().files;
  const none = ['', said.none] as const;
  const names = columns.map((name) => [name, name] as const);
  return html`
    ${choice('text-column', said.textColumn, names, text, (text) => {
      change({ text });
    })}
    ${
      columns.length > 1
        ? html`${choice('date-column', said.dateColumn, [none, ...names], date ?? '', (date) => {
            change({ date: date || null });
          })}
          ${
            dates?.isOpen
              ? choice(
                  'order',
                  said.orderOfDates,
                  [
                    ['auto', dates.isDayFirst ? said.byColumnDay : said.byColumnMonth],
                    ['day', said.dayFirst],
                    ['month', said.monthFirst],
                  ],
                  order,
                  (order) => {
                    change({ order: order as DayOrder });
                  },
                )
              : nothing
          }
          ${choice('label-column', said.labelColumn, [none, ...names], label ?? '', (label) => {
            change({ label: label || null });
          })}`
        : nothing
    }
  `;
}

function replaced(columns: readonly string[]): TemplateResult | typeof nothing {
  const names = replacedBy(columns);
  if (names.length === 0) return nothing;
  return html`<p class="note">${fill(words().files.replaced, { names: names.join(', ') })}</p>`;
}

/** The first rows of the chosen columns. */
function sample({ rows }: Preview, { text, date, label }: Opened): TemplateResult {
  const others = [date, label].filter((name) => name !== null);
  return html`<div class="scrolls" tabindex="0" role="region" aria-labelledby="sample-title">
    <table>
      <caption id="sample-title">
        ${words().files.firstRows}
      </caption>
      <thead>
        <tr>
          <th scope="col">${words().files.row}</th>
          ${others.map((name) => html`<th scope="col">${name}</th>`)}
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
                  <td class="soft" colspan=${others.length + 1}>${fill(words().files.leftOut, { why: row.why })}</td>
                </tr>`
              : html`<tr>
                  <td>${row.number}</td>
                  ${others.map((name) => html`<td class="date">${cellText(valueAt(row.fields, name))}</td>`)}
                  <td class="text"><bdi>${row.text.slice(0, 200)}</bdi></td>
                </tr>`,
          )}
      </tbody>
    </table>
  </div>`;
}
