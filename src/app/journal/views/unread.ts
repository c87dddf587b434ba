/** What is not read yet, or by an older model, and what reads it. */
import { html, nothing, type TemplateResult } from 'lit';
import { fill } from '../../words/forms';
import { problem } from '../../words/problem';
import { counted, number, words } from '../../words/speech';
import type { Entry } from '../entry';
import type { UnreadEntries } from '../unread';

export function unreadView(
  reader: UnreadEntries,
  { unread, old }: { readonly unread: readonly Entry[]; readonly old: readonly Entry[] },
): TemplateResult | typeof nothing {
  const { work } = reader;
  const said = words().journal;
  const button = (name: string, which: readonly Entry[]): TemplateResult =>
    html`<button type="button" @click=${() => void reader.read(which)}>${name}</button>`;
  const stop = html`<button
    type="button"
    @click=${() => {
      reader.stop();
    }}
  >
    ${said.stop}
  </button>`;
  if (work.kind === 'waiting') return html`<p class="unread"><span role="status">${said.waiting}</span> ${stop}</p>`;
  if (work.kind === 'reading')
    return html`<p class="unread">
      <progress aria-label=${said.entriesRead} max=${work.total} .value=${work.read}></progress>
      <span>${fill(said.readOf, { read: number(work.read), total: number(work.total) })}</span> ${stop}
    </p>`;
  return html`
    ${work.kind === 'stopped' ? html`<p class="failed" role="alert">${problem(work.error)}</p>` : nothing}
    ${
      // One that is being written is read in a moment.
      unread.length > 1 || (unread.length === 1 && work.kind === 'stopped')
        ? html`<p class="unread">${counted(said.unread, unread.length)} ${button(said.readThem, unread)}</p>`
        : nothing
    }
    ${old.length > 0 ? html`<p class="unread">${counted(said.readByOld, old.length)} ${button(said.readAgain, old)}</p>` : nothing}
  `;
}
