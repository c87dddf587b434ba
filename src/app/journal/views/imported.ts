/** What became of imported files. */
import { html, nothing, type TemplateResult } from 'lit';
import { counted, words } from '../../words/speech';
import type { Import } from '../exchange/import';

/** Problems that are listed; any more are only counted. */
const LISTED = 20;

export function imported({ entries, known, problems }: Import): TemplateResult {
  const said = words().journal;
  return html`<div role="status" class="imported">
    <p>${counted(said.brought, entries.length)} ${known > 0 ? counted(said.wereHere, known) : nothing}</p>
    ${
      problems.length > 0
        ? html`<ul>
            ${problems.slice(0, LISTED).map((problem) => html`<li>${problem()}</li>`)}
            ${problems.length > LISTED ? html`<li>${counted(said.moreProblems, problems.length - LISTED)}</li>` : nothing}
          </ul>`
        : nothing
    }
  </div>`;
}

/** A button that chooses files. */
export const chooseFiles = (name: string, bring: (files: readonly File[]) => void): TemplateResult =>
  html`<label class="button choose">
    ${name}
    <input
      type="file"
      multiple
      accept=".json,.md,.markdown,.txt,application/json,text/markdown,text/plain"
      @change=${({ target }: Event) => {
        const input = target as HTMLInputElement;
        bring([...(input.files ?? [])]);
        input.value = ''; // the same file can be chosen again
      }}
    />
  </label>`;
