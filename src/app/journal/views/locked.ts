/** What stands where the journal will be, while it is locked. */
import { html, type TemplateResult } from 'lit';

/** @param wrong why the last passphrase did not open it; empty before one was tried */
export const locked = (
  wrong: string,
  isBusy: boolean,
  { unlock, destroy }: { readonly unlock: (passphrase: string) => void; readonly destroy: () => void },
): TemplateResult => html`
  <section class="panel">
    <h2>Your journal is locked</h2>
    <form
      class="passphrase"
      @submit=${(event: SubmitEvent) => {
        event.preventDefault();
        const passphrase = new FormData(event.target as HTMLFormElement).get('passphrase');
        if (typeof passphrase === 'string') unlock(passphrase);
      }}
    >
      <label for="unlock">Passphrase</label>
      <input
        id="unlock"
        name="passphrase"
        type="password"
        autocomplete="current-password"
        required
        aria-describedby="unlock-wrong"
      />
      <button class="primary" ?disabled=${isBusy}>${isBusy ? 'Opening…' : 'Open'}</button>
    </form>
    <p id="unlock-wrong" class="wrong" role="alert">${wrong}</p>
    <details>
      <summary>Forgotten?</summary>
      <p>
        Without the passphrase nobody can read these entries: not you, not this page, not whoever made it. A copy that you saved as
        a file can still be brought in, once the locked journal is deleted.
      </p>
      <p><button type="button" @click=${destroy}>Delete the locked journal</button></p>
    </details>
  </section>
`;
