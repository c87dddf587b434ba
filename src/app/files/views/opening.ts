/** What somebody waits for while a file is opened: a large workbook takes seconds. */
import { html, nothing, type TemplateResult } from 'lit';
import { fileSize } from '../../numbers';
import { fill } from '../../words/forms';
import { counted, words } from '../../words/speech';

function sentence(files: readonly File[]): string {
  const name = files.map(({ name }) => name).join(', ');
  return fill(words().files.opening, { name, size: fileSize(files.reduce((sum, { size }) => sum + size, 0)) });
}

/** It is there before there is something to say, since readers tell what changes in it. */
export const opening = (files: readonly File[]): TemplateResult =>
  html`<div id="opening" role="status">${files.length > 0 ? html`<p class="note">${sentence(files)}</p>` : nothing}</div>`;

/** Said once, and not with each row that comes in. */
export const comingIn = (file: File, rows: number, cancel: () => void): TemplateResult =>
  html`<section class="panel">
    <h2>${file.name}</h2>
    <p role="status">${sentence([file])}</p>
    <p id="rows-so-far">${counted(words().files.comesIn, rows)}</p>
    <button type="button" @click=${cancel}>${words().files.cancel}</button>
  </section>`;
