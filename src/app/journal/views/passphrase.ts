/** Sets, changes and removes the passphrase of an open journal. */
import { html, nothing, type TemplateResult } from 'lit';
import { fill } from '../../words/forms';
import type { Saying } from '../../words/saying';
import { number, words } from '../../words/speech';

/** Shorter ones are found by trying. */
const SHORTEST = 10;

export interface PassphraseActions {
  readonly set: (passphrase: string | null) => void;
  readonly lock: () => void;
  readonly complain: (said: Saying) => void;
}

/** @param outcome what became of the last change */
export function passphraseForm(
  isSet: boolean,
  isBusy: boolean,
  outcome: Saying | null,
  { set, lock, complain }: PassphraseActions,
): TemplateResult {
  const said = words().journal;
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const [passphrase, again] = ['passphrase', 'again'].map((name) => new FormData(form).get(name));
    if (typeof passphrase !== 'string') return;
    if (passphrase.length < SHORTEST) {
      complain(() => fill(words().journal.tooShort, { n: number(SHORTEST) }));
    } else if (passphrase === again) {
      form.reset();
      set(passphrase);
    } else complain(() => words().journal.differ);
  };
  return html`
    <p>${isSet ? said.passphraseIsSet : said.passphraseMeans} <b>${said.passphraseLost}</b></p>
    ${
      isSet
        ? html`<p class="buttons">
            <button type="button" class="primary" @click=${lock}>${said.lockNow}</button>
            <button
              type="button"
              ?disabled=${isBusy}
              @click=${() => {
                if (confirm(said.reallyRemove)) set(null);
              }}
            >
              ${said.removePassphrase}
            </button>
          </p>`
        : nothing
    }
    <details>
      <summary>${isSet ? said.changePassphrase : said.setPassphrase}</summary>
      <form class="passphrase" @submit=${submit}>
        <label for="passphrase">${isSet ? said.newPassphrase : said.passphrase}</label>
        <input id="passphrase" name="passphrase" type="password" autocomplete="new-password" required />
        <label for="passphrase-again">${said.again}</label>
        <input id="passphrase-again" name="again" type="password" autocomplete="new-password" required />
        <button class="primary" ?disabled=${isBusy}>${isBusy ? said.encrypting : said.set}</button>
      </form>
    </details>
    <p role="status">${outcome?.()}</p>
  `;
}
