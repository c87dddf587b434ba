/** Sets, changes and removes the passphrase of an open journal. */
import { html, nothing, type TemplateResult } from 'lit';

/** Shorter ones are found by trying. */
const SHORTEST = 10;

export interface PassphraseActions {
  readonly set: (passphrase: string | null) => void;
  readonly lock: () => void;
  readonly complain: (said: string) => void;
}

/** @param said what became of the last change */
export function passphraseForm(
  isSet: boolean,
  isBusy: boolean,
  said: string,
  { set, lock, complain }: PassphraseActions,
): TemplateResult {
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const [passphrase, again] = ['passphrase', 'again'].map((name) => new FormData(form).get(name));
    if (typeof passphrase !== 'string') return;
    if (passphrase.length < SHORTEST) {
      complain(`Take at least ${String(SHORTEST)} characters. Four unusual words are good.`);
    } else if (passphrase === again) {
      form.reset();
      set(passphrase);
    } else complain('The two differ. Type the same twice.');
  };
  return html`
    <p>
      ${
        isSet
          ? 'A passphrase locks the journal: it is asked for each time the page is opened.'
          : 'A passphrase locks the journal: its entries are encrypted on this device, and it is asked for each time the page is opened.'
      }
      <b>Nobody can bring it back if you forget it.</b>
    </p>
    ${
      isSet
        ? html`<p class="buttons">
            <button type="button" class="primary" @click=${lock}>Lock now</button>
            <button
              type="button"
              ?disabled=${isBusy}
              @click=${() => {
                if (confirm('Remove the passphrase? The entries are no longer encrypted then.')) set(null);
              }}
            >
              Remove the passphrase
            </button>
          </p>`
        : nothing
    }
    <details>
      <summary>${isSet ? 'Change the passphrase' : 'Set a passphrase'}</summary>
      <form class="passphrase" @submit=${submit}>
        <label for="passphrase">${isSet ? 'New passphrase' : 'Passphrase'}</label>
        <input id="passphrase" name="passphrase" type="password" autocomplete="new-password" required />
        <label for="passphrase-again">Once more</label>
        <input id="passphrase-again" name="again" type="password" autocomplete="new-password" required />
        <button class="primary" ?disabled=${isBusy}>${isBusy ? 'Encrypting…' : 'Set'}</button>
      </form>
    </details>
    <p role="status">${said}</p>
  `;
}
