/** What stands where the journal will be, before there is one. */
import { html, type TemplateResult } from 'lit';
import { chooseFiles } from './imported';

export const start = (begin: () => void, bring: (files: readonly File[]) => void): TemplateResult => html`
  <p class="lead">Write a few lines a day, and see what your days feel like: each entry, each week, the whole year.</p>
  <section class="panel">
    <h2>It stays on this device</h2>
    <p>
      Entries are kept by this browser, on this device, until you delete them. They are never sent anywhere, and nothing is kept
      before you start. Whoever uses this browser can read them, unless you set a passphrase.
    </p>
    <p class="buttons">
      <button type="button" class="primary" @click=${begin}>Start a journal</button>
      ${chooseFiles('Start with entries from files', bring)}
    </p>
  </section>
`;
