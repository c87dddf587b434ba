/** How a file's own labels and ours agree. */
import { html, nothing, type TemplateResult } from 'lit';
import { Feeling, feeling } from '../../words/feelings';
import { fill } from '../../words/forms';
import { figure, number, words } from '../../words/speech';
import { EMOTIONS, type Emotion } from '../../../index';
import type { Truth } from '../../../tables/label-column';
import type { Metrics } from '../../../tables/metrics';
import { pointsOf } from './calibration';
import './calibration-chart';

const share = (value: number | null): string =>
  value === null ? '–' : figure(value, { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 });
const decimal = (value: number | null): string =>
  value === null ? '–' : figure(value, { minimumFractionDigits: 3, maximumFractionDigits: 3 });
const name = (label: Emotion | 'none' | 'neutral'): string => {
  if (label === 'neutral') return words().files.neutral;
  return label === 'none' ? words().files.kindsOfRows.none : Feeling(label);
};

/** @param unknown values of the label column that mean no label of ours, with how many rows have them */
export function comparison(
  metrics: Metrics,
  unknown: ReadonlyMap<string, number>,
  map: (value: string, truth: Truth | null) => void,
): TemplateResult {
  const { accuracy, accuracy_interval, f1, f1_macro, ece, answered, neutral_unlabelled, confusion, calibration, rows } = metrics;
  const said = words().files;
  const [from, to] = accuracy_interval ?? [null, null];
  const facts: readonly (readonly [string, string])[] = [
    [said.rowsCompared, number(rows)],
    [said.accuracy, accuracy === null ? '–' : fill(said.interval, { share: share(accuracy), from: share(from), to: share(to) })],
    [said.meanF1, decimal(f1_macro)],
    [said.calibrationError, decimal(ece)],
    [said.answered, share(answered)],
    [said.unlabelled, share(neutral_unlabelled)],
  ];
  return html`<section aria-labelledby="comparison-title" id="comparison">
    <h2 id="comparison-title">${said.compared}</h2>
    ${unknownValues(unknown, map)}
    <dl class="kinds">
      ${facts.map(
        ([what, value]) =>
          html`<div>
            <dt>${what}</dt>
            <dd>${value}</dd>
          </div>`,
      )}
    </dl>
    <p class="note">${said.comparedMeans}</p>
    <div class="scrolls" tabindex="0" role="region" aria-labelledby="confusion-title">
      <table>
        <caption id="confusion-title">
          ${said.confusion}
        </caption>
        <thead>
          <tr>
            <th scope="col">${said.yours}</th>
            ${[...EMOTIONS, 'none' as const].map((label) => html`<th scope="col">${name(label)}</th>`)}
            <th scope="col">F1</th>
          </tr>
        </thead>
        <tbody>
          ${([...EMOTIONS, 'neutral'] as const).map((truth) => {
            const counts = Object.values(confusion[truth]);
            if (counts.every((count) => count === 0)) return nothing;
            return html`<tr>
              <th scope="row">${name(truth)}</th>
              ${counts.map((count) => html`<td>${count}</td>`)}
              <td>${truth === 'neutral' ? '' : decimal(f1[truth] ?? null)}</td>
            </tr>`;
          })}
        </tbody>
      </table>
    </div>
    ${calibrationOf(calibration)}
  </section>`;
}

function calibrationOf(bins: Metrics['calibration']): TemplateResult | typeof nothing {
  const points = pointsOf(bins);
  if (points.length === 0) return nothing;
  const said = words().files;
  return html`<h3 id="calibration-title">${said.howSure}</h3>
    <calibration-chart .heading=${said.howSure} .points=${points}></calibration-chart>
    <p class="note">${said.calibrationMeans}</p>
    <details>
      <summary>${said.asTable}</summary>
      <div class="scrolls" tabindex="0" role="region" aria-labelledby="calibration-title">
        <table>
          <thead>
            <tr>
              <th scope="col">${said.rows}</th>
              <th scope="col">${said.sure}</th>
              <th scope="col">${said.right}</th>
            </tr>
          </thead>
          <tbody>
            ${points.map(
              ({ rows, sure, right, from, to }) =>
                html`<tr>
                  <td>${number(rows)}</td>
                  <td>${share(sure)}</td>
                  <td>${fill(said.interval, { share: share(right), from: share(from), to: share(to) })}</td>
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
    </details>`;
}

/** Values that a person may map: the commonest come first. */
const MOST_SHOWN = 20;

function unknownValues(
  unknown: ReadonlyMap<string, number>,
  map: (value: string, truth: Truth | null) => void,
): TemplateResult | typeof nothing {
  if (unknown.size === 0) return nothing;
  const said = words().files;
  const shown = [...unknown].sort(([, a], [, b]) => b - a).slice(0, MOST_SHOWN);
  return html`<p class="note">${said.unknownLabels}</p>
    <div class="fields">
      ${shown.map(
        ([value, count], i) =>
          html`<p class="field">
            <label for=${`truth-${String(i)}`}>${value} (${number(count)})</label>
            <select
              id=${`truth-${String(i)}`}
              @change=${({ target }: Event) => {
                map(value, ((target as HTMLSelectElement).value || null) as Truth | null);
              }}
            >
              <option value="">${said.notCompared}</option>
              ${[...EMOTIONS, null].map((label) => html`<option value=${label ?? 'neutral'}>${label ? feeling(label) : said.noEmotionMeant}</option>`)}
            </select>
          </p>`,
      )}
    </div>`;
}
