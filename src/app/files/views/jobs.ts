import { html, nothing, type TemplateResult } from 'lit';
import { fill } from '../../words/forms';
import { number, words } from '../../words/speech';
import type { Labeller } from '../labeller';
import { says } from './progress';

/** All files that are here, with their state, to be gone to; and the way to one more. */
export function jobsList(
  jobs: readonly Labeller[],
  shown: Labeller | null,
  missing: number | null,
  go: (labeller: Labeller | null) => void,
): TemplateResult | typeof nothing {
  const said = words().files;
  if (jobs.length === 0) return nothing;
  return html`<nav class="jobs" aria-label=${said.yourFiles}>
    ${
      jobs.length > 1 || !shown
        ? html`<ul>
            ${jobs.map(
              (labeller) =>
                html`<li>
                  <button
                    type="button"
                    aria-current=${labeller === shown ? 'true' : nothing}
                    @click=${() => {
                      go(labeller);
                    }}
                  >
                    ${labeller.job.choice.source.file.name}
                  </button>
                  <span class="note"
                    >${fill(said.readOf, { read: number(labeller.job.readings.read), total: number(labeller.job.readings.length) })}
                    · ${says(labeller, missing)}</span
                  >
                </li>`,
            )}
          </ul>`
        : nothing
    }
    ${
      shown
        ? html`<button
            type="button"
            @click=${() => {
              go(null);
            }}
          >
            ${said.another}
          </button>`
        : nothing
    }
  </nav>`;
}
