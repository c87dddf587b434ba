/** How the emotions lie among the values of a column: "anger by agent". */
import { html, type TemplateResult } from 'lit';
import { fill } from '../../words/forms';
import { number, words } from '../../words/speech';
import { percent } from '../../numbers';
import { NO_VALUE, type ColumnValues } from '../column-values';
import { outcomesOf } from '../order';
import type { Readings } from '../readings';
import { KINDS, kindName, type Kind } from './figures';

export interface Group {
  readonly value: string;
  readonly rows: number;
  readonly counts: Readonly<Record<Kind, number>>;
}

/** The groups with most rows come first. */
export function groupsOf(readings: Readings, { values, codes }: ColumnValues): readonly Group[] {
  const kinds = new Map(KINDS.flatMap((kind) => outcomesOf(kind).map((outcome) => [outcome, kind] as const)));
  const groups = values.map((value) => ({
    value,
    rows: 0,
    counts: Object.fromEntries(KINDS.map((kind) => [kind, 0])) as Record<Kind, number>,
  }));
  for (let row = 0; row < readings.read; row++) {
    const group = groups[codes[row] ?? NO_VALUE];
    if (!group) continue;
    group.rows++;
    const kind = kinds.get(readings.outcome(row));
    if (kind) group.counts[kind]++;
  }
  return groups.filter(({ rows }) => rows > 0).sort((a, b) => b.rows - a.rows);
}

const MOST_SHOWN = 50;

export function groupsTable(name: string, groups: readonly Group[], choose: (value: string) => void): TemplateResult {
  return html`<div class="scrolls" tabindex="0" role="region" aria-label=${fill(words().files.emotionsBy, { name })}>
    <table class="groups">
      <thead>
        <tr>
          <th scope="col">${name}</th>
          <th scope="col">${words().files.rows}</th>
          ${KINDS.map((kind) => html`<th scope="col">${kindName(kind)}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${groups.slice(0, MOST_SHOWN).map(
          ({ value, rows, counts }) =>
            html`<tr>
              <th scope="row">
                <button
                  type="button"
                  class="text"
                  @click=${() => {
                    choose(value);
                  }}
                >
                  ${value}
                </button>
              </th>
              <td>${number(rows)}</td>
              ${KINDS.map((kind) => html`<td title=${number(counts[kind])}>${percent(counts[kind] / rows)}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}
