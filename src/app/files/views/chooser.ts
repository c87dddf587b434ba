import { html, type TemplateResult } from 'lit';
import { ACCEPTED, SHOWN } from '../../../tables/formats/list';

/** Where a file is opened. One may be dropped anywhere (`arrivals`). */
export function chooser(open: (files: readonly File[]) => void): TemplateResult {
  return html`
    <p class="lead">
      Open a table of texts and get it back with an emotion for every row. It is read here, row by row; no line of it leaves this
      device.
    </p>
    <div class="drop panel">
      <label for="file">Drop a file here, or choose one</label>
      <input
        id="file"
        type="file"
        accept=${ACCEPTED}
        @change=${({ target }: Event) => {
          const input = target as HTMLInputElement;
          open([...(input.files ?? [])]);
          input.value = ''; // so that the same file can be chosen again
        }}
      />
    </div>
    <section aria-labelledby="kinds-title">
      <h2 id="kinds-title">What it takes</h2>
      <dl class="kinds">
        ${SHOWN.map(
          ({ endings, says }) =>
            html`<div>
              <dt>${endings.map((ending) => `.${ending}`).join(', ')}</dt>
              <dd>${says}</dd>
            </div>`,
        )}
      </dl>
      <p class="note">
        What is in a file decides, not its name. Up to 100 MB and 250,000 rows, in any encoding that browsers know. Until you remove
        it, the file stays in this browser’s storage, so that a long job survives a reload.
      </p>
    </section>
  `;
}
