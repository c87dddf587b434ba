/** Shown in place of the journal before there is one. */
import { html, type TemplateResult } from 'lit';
import { words } from '../../words/speech';
import { chooseFiles } from './imported';

export function start(begin: () => void, bring: (files: readonly File[]) => void): TemplateResult {
  const said = words().journal;
  return html`
    <p class="lead">${said.lead}</p>
    <section class="panel">
      <h2>${said.stays}</h2>
      <p>${said.staysMeans}</p>
      <p class="buttons">
        <button type="button" class="primary" @click=${begin}>${said.start}</button>
        ${chooseFiles(said.startWithFiles, bring)}
      </p>
    </section>
  `;
}
