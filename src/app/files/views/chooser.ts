import { html, type TemplateResult } from 'lit';
import { words } from '../../words/speech';
import { ACCEPTED, SHOWN } from '../../../tables/formats/list';

/** Where a file is opened. One may be dropped anywhere (`arrivals`). */
export function chooser(open: (files: readonly File[]) => void): TemplateResult {
  const said = words().files;
  return html`
    <p class="lead">${said.lead}</p>
    <div class="drop panel">
      <label for="file">${said.drop}</label>
      <input
        id="file"
        type="file"
        multiple
        accept=${ACCEPTED}
        @change=${({ target }: Event) => {
          const input = target as HTMLInputElement;
          open([...(input.files ?? [])]);
          input.value = ''; // so that the same file can be chosen again
        }}
      />
    </div>
    <section aria-labelledby="kinds-title">
      <h2 id="kinds-title">${said.supported}</h2>
      <dl class="kinds">
        ${SHOWN.map(
          ({ name, endings }) =>
            html`<div>
              <dt>${endings.map((ending) => `.${ending}`).join(', ')}</dt>
              <dd>${said.kinds[name]}</dd>
            </div>`,
        )}
      </dl>
      <p class="note">${said.supportedMeans}</p>
    </section>
  `;
}
