/** What calendar and stream show, in figures. */
import { html, type TemplateResult } from 'lit';
import { number, words } from '../../words/speech';
import { EMOTIONS } from '../../../index';
import { percent } from '../../numbers';
import { monthName, shortDayName } from '../days';
import { kindName } from '../search';
import type { MonthCount, Week } from '../year';

const table = (
  caption: string,
  first: string,
  rows: readonly { name: string; entries: number; cells: readonly string[] }[],
): TemplateResult =>
  html`<table>
    <caption>
      ${caption}
    </caption>
    <thead>
      <tr>
        <th scope="col">${first}</th>
        <th scope="col">${words().journal.list}</th>
        ${EMOTIONS.map((emotion) => html`<th scope="col">${kindName(emotion)}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        ({ name, entries, cells }) =>
          html`<tr>
            <th scope="row">${name}</th>
            <td>${entries}</td>
            ${cells.map((cell) => html`<td>${cell}</td>`)}
          </tr>`,
      )}
    </tbody>
  </table>`;

export const monthTable = (months: readonly MonthCount[]): TemplateResult =>
  table(
    words().journal.monthTable,
    words().journal.month,
    months.map(({ month, entries, counts }) => ({
      name: monthName(month),
      entries,
      cells: EMOTIONS.map((emotion) => number(counts[emotion])),
    })),
  );

export const weekTable = (weeks: readonly Week[]): TemplateResult =>
  table(
    words().journal.weekTable,
    words().journal.weekOf,
    weeks
      .filter(({ entries }) => entries > 0)
      .map(({ monday, entries, shares }) => ({
        name: shortDayName(monday),
        entries,
        cells: EMOTIONS.map((emotion) => percent(shares[emotion] / entries)),
      })),
  );
