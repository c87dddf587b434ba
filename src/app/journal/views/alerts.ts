/** What went wrong, and what is not kept: on every page of the journal until it is cured. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Saying } from '../../words/saying';
import { counted, words } from '../../words/speech';
import type { Journal } from '../journal';

/** @param notice what the last action could not do */
export function alerts(
  { problem, unkept, state }: Journal,
  notice: Saying | null,
  { save, retry }: { readonly save: () => void; readonly retry: () => void },
): TemplateResult | typeof nothing {
  const damaged = state.kind === 'open' ? state.damaged : 0;
  if (!problem && unkept.length === 0 && !notice && damaged === 0) return nothing;
  const said = words().journal;
  return html`<div role="alert" class="failed">
    ${notice ? html`<p>${notice()}</p>` : nothing} ${damaged > 0 ? html`<p>${counted(said.damaged, damaged)}</p>` : nothing}
    ${
      problem || unkept.length > 0
        ? html`<p>${problem?.()} ${unkept.length > 0 ? html`<b>${counted(said.unkept, unkept.length)}</b>` : nothing}</p>`
        : nothing
    }
    ${
      unkept.length > 0
        ? html`<p class="buttons">
            <button type="button" class="primary" @click=${save}>${said.saveUnkept}</button>
            ${state.kind === 'locked' ? nothing : html`<button type="button" @click=${retry}>${said.tryAgain}</button>`}
          </p>`
        : nothing
    }
  </div>`;
}
