/** What became of files that somebody brought. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Import } from '../exchange/import';

/** Problems that are listed; of more, their number is told. */
const LISTED = 20;

const count = (entries: number): string => (entries === 1 ? 'One entry' : `${entries.toLocaleString('en')} entries`);

export function imported({ entries, known, problems }: Import): TemplateResult {
  return html`<div role="status" class="imported">
    <p>
      ${count(entries.length)} brought in.${known > 0 ? ` ${count(known)} ${known === 1 ? 'was' : 'were'} here already.` : nothing}
    </p>
    ${
      problems.length > 0
        ? html`<ul>
            ${problems.slice(0, LISTED).map((problem) => html`<li>${problem}</li>`)}
            ${problems.length > LISTED ? html`<li>And ${(problems.length - LISTED).toLocaleString('en')} more like these.</li>` : nothing}
          </ul>`
        : nothing
    }
  </div>`;
}

/** A button that chooses files. */
export const chooseFiles = (words: string, bring: (files: readonly File[]) => void): TemplateResult =>
  html`<label class="button choose">
    ${words}
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
