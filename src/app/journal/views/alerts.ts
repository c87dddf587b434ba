/** What went wrong, and what is not kept: on every page of the journal until it is cured. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Journal } from '../journal';

/** @param notice what the last action could not do */
export function alerts(
  { problem, unkept, state }: Journal,
  notice: string,
  { save, retry }: { readonly save: () => void; readonly retry: () => void },
): TemplateResult | typeof nothing {
  const damaged = state.kind === 'open' ? state.damaged : 0;
  if (!problem && unkept.length === 0 && !notice && damaged === 0) return nothing;
  return html`<div role="alert" class="failed">
    ${notice ? html`<p>${notice}</p>` : nothing}
    ${
      damaged > 0
        ? html`<p>${damaged === 1 ? 'One entry' : `${String(damaged)} entries`} of this device cannot be read: damaged.</p>`
        : nothing
    }
    ${
      problem || unkept.length > 0
        ? html`<p>
            ${problem}
            ${
              unkept.length > 0
                ? html`<b>${unkept.length === 1 ? 'One entry is' : `${String(unkept.length)} entries are`} not kept</b>, and will be
                    lost when this page is closed.`
                : nothing
            }
          </p>`
        : nothing
    }
    ${
      unkept.length > 0
        ? html`<p class="buttons">
            <button type="button" class="primary" @click=${save}>Save as a file</button>
            ${state.kind === 'locked' ? nothing : html`<button type="button" @click=${retry}>Try again</button>`}
          </p>`
        : nothing
    }
  </div>`;
}
