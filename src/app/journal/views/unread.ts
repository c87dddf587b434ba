/** What is not read yet, or by an older model, and what reads it. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Entry } from '../entry';
import type { UnreadEntries } from '../unread';

const entries = (count: number): string => (count === 1 ? 'One entry' : `${count.toLocaleString('en')} entries`);

export function unreadView(
  reader: UnreadEntries,
  { unread, old }: { readonly unread: readonly Entry[]; readonly old: readonly Entry[] },
): TemplateResult | typeof nothing {
  const { work } = reader;
  const button = (words: string, which: readonly Entry[]): TemplateResult =>
    html`<button type="button" @click=${() => void reader.read(which)}>${words}</button>`;
  const stop = html`<button
    type="button"
    @click=${() => {
      reader.stop();
    }}
  >
    Stop
  </button>`;
  if (work.kind === 'waiting')
    return html`<p class="unread"><span role="status">One moment: another tab is reading, or the model starts…</span> ${stop}</p>`;
  if (work.kind === 'reading')
    return html`<p class="unread">
      <progress aria-label="Entries read" max=${work.total} .value=${work.read}></progress>
      <span>${work.read.toLocaleString('en')} of ${work.total.toLocaleString('en')} entries read</span> ${stop}
    </p>`;
  return html`
    ${work.kind === 'stopped' ? html`<p class="failed" role="alert">${work.why}</p>` : nothing}
    ${
      // One that is being written is read in a moment.
      unread.length > 1 || (unread.length === 1 && work.kind === 'stopped')
        ? html`<p class="unread">${entries(unread.length)} not read yet. ${button('Read them', unread)}</p>`
        : nothing
    }
    ${old.length > 0 ? html`<p class="unread">${entries(old.length)} read by an older model. ${button('Read again', old)}</p>` : nothing}
  `;
}
