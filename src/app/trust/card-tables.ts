import { html, nothing, type TemplateResult } from 'lit';
import { language, words } from '../words/speech';
import type { CardTable } from './model-card';

/** Says in any other language that what follows is in English. */
export const cardNote = (): TemplateResult | typeof nothing =>
  language() === 'en' ? nothing : html`<p class="note">${words().model.cardInEnglish}</p>`;

/** Tables of the model card. The first cell of a row names it where the head leaves that place empty. */
export const cardTables = (tables: readonly CardTable[]): TemplateResult[] =>
  tables.map(
    ({ caption, head, rows }) => html`
      <div class="scrolls" role="region" aria-label=${caption === '' ? head.join(', ') : caption} tabindex="0">
        <table>
          ${
            caption === ''
              ? nothing
              : html`<caption>
                  ${caption}
                </caption>`
          }
          <thead>
            <tr>
              ${head.map((cell) => (cell === '' ? html`<td></td>` : html`<th scope="col">${cell}</th>`))}
            </tr>
          </thead>
          <tbody>
            ${rows.map(
              (row) =>
                html`<tr>
                  ${row.map((cell, i) =>
                    i === 0 && head[0] === '' ? html`<th scope="row">${cell}</th>` : html`<td class="number">${cell}</td>`,
                  )}
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
    `,
  );
