/** Shown in place of the journal while it is locked. */
import { html, type TemplateResult } from 'lit';
import type { Saying } from '../../words/saying';
import { words } from '../../words/speech';

/** @param wrong why the last passphrase did not open it; `null` before one was tried */
export function locked(
  wrong: Saying | null,
  isBusy: boolean,
  { unlock, destroy }: { readonly unlock: (passphrase: string) => void; readonly destroy: () => void },
): TemplateResult {
  const said = words().journal;
  return html`
    <section class="panel">
      <h2>${said.locked}</h2>
      <form
        class="passphrase"
        @submit=${(event: SubmitEvent) => {
          event.preventDefault();
          const passphrase = new FormData(event.target as HTMLFormElement).get('passphrase');
          if (typeof passphrase === 'string') unlock(passphrase);
        }}
      >
        <label for="unlock">${said.passphrase}</label>
        <input
          id="unlock"
          name="passphrase"
          type="password"
          autocomplete="current-password"
          required
          aria-describedby="unlock-wrong"
        />
        <button class="primary" ?disabled=${isBusy}>${isBusy ? said.opening : said.open}</button>
      </form>
      <p id="unlock-wrong" class="wrong" role="alert">${wrong?.()}</p>
      <details>
        <summary>${said.forgotten}</summary>
        <p>${said.forgottenMeans}</p>
        <p><button type="button" @click=${destroy}>${said.deleteLocked}</button></p>
      </details>
    </section>
  `;
}
