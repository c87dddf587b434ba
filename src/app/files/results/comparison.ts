/** How a file's own labels and ours agree. */
import { html, nothing, type TemplateResult } from 'lit';
import { EMOTIONS } from '../../../index';
import type { Truth } from '../../../tables/label-column';
import type { Metrics } from '../../../tables/metrics';

const share = (value: number | null): string => (value === null ? '–' : `${(value * 100).toFixed(1)} %`);
const name = (label: string): string => label.charAt(0).toUpperCase() + label.slice(1);

/** @param unknown values of the label column that mean no label of ours, with how many rows have them */
export function comparison(
  metrics: Metrics,
  unknown: ReadonlyMap<string, number>,
  map: (value: string, truth: Truth | null) => void,
): TemplateResult {
  const { accuracy, accuracy_interval, f1, f1_macro, ece, answered, neutral_unlabelled, confusion, calibration, rows } = metrics;
  const [from, to] = accuracy_interval ?? [null, null];
  const facts: readonly (readonly [string, string])[] = [
    ['Rows compared', rows.toLocaleString('en')],
    ['Accuracy', accuracy === null ? '–' : `${share(accuracy)} (95 % interval: ${share(from)} to ${share(to)})`],
    ['Mean F1 of the emotions', f1_macro === null ? '–' : f1_macro.toFixed(3)],
    ['Calibration error', ece === null ? '–' : ece.toFixed(3)],
    ['Of those with an emotion, labelled', share(answered)],
    ['Of the neutral ones, left without a label', share(neutral_unlabelled)],
  ];
  return html`<section aria-labelledby="comparison-title" id="comparison">
    <h2 id="comparison-title">Compared with your labels</h2>
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
    <p class="note">
      Accuracy and F1 take the strongest emotion of each row that you gave one of the six, sure or not. The table shows the labels
      as they stand, “none” included.
    </p>
    <div class="scrolls" tabindex="0" role="region" aria-labelledby="confusion-title">
      <table>
        <caption id="confusion-title">
          Your labels (rows) and ours (columns)
        </caption>
        <thead>
          <tr>
            <th scope="col">Yours</th>
            ${[...EMOTIONS, 'none'].map((label) => html`<th scope="col">${name(label)}</th>`)}
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
              <td>${truth === 'neutral' ? '' : f1[truth]?.toFixed(3)}</td>
            </tr>`;
          })}
        </tbody>
      </table>
    </div>
    <details>
      <summary>How sure, and how often right</summary>
      <div class="scrolls" tabindex="0" role="region" aria-label="Calibration">
        <table>
          <thead>
            <tr>
              <th scope="col">Rows</th>
              <th scope="col">Sure, in the mean</th>
              <th scope="col">Right</th>
            </tr>
          </thead>
          <tbody>
            ${calibration.map(({ rows, sure, right }) =>
              rows === 0
                ? nothing
                : html`<tr>
                    <td>${rows}</td>
                    <td>${share(sure)}</td>
                    <td>${share(right)}</td>
                  </tr>`,
            )}
          </tbody>
        </table>
      </div>
    </details>
  </section>`;
}

/** Values that a person may map: the commonest come first. */
const MOST_SHOWN = 20;

function unknownValues(
  unknown: ReadonlyMap<string, number>,
  map: (value: string, truth: Truth | null) => void,
): TemplateResult | typeof nothing {
  if (unknown.size === 0) return nothing;
  const shown = [...unknown].sort(([, a], [, b]) => b - a).slice(0, MOST_SHOWN);
  return html`<p class="note">Some of your labels are none of the six. Say what they mean, else their rows are not compared.</p>
    <div class="fields">
      ${shown.map(
        ([value, count], i) =>
          html`<p class="field">
            <label for=${`truth-${String(i)}`}>${value} (${count.toLocaleString('en')})</label>
            <select
              id=${`truth-${String(i)}`}
              @change=${({ target }: Event) => {
                map(value, ((target as HTMLSelectElement).value || null) as Truth | null);
              }}
            >
              <option value="">not compared</option>
              ${[...EMOTIONS, 'neutral'].map((label) => html`<option value=${label}>${label === 'neutral' ? 'no emotion' : label}</option>`)}
            </select>
          </p>`,
      )}
    </div>`;
}
