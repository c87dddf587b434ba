/** The foot of the page: its language, its colours, and a way to install it where the browser offers one. */
import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { PagePart } from './page-part';
import { chooseTheme, paintAround, theme, THEMES, type Theme } from './theme';
import { chooseLanguage, language, LANGUAGES, words, type LanguageTag } from './words/speech';

/** Typed nowhere yet: Chromium's offer to install the page. */
interface InstallOffer extends Event {
  prompt(): Promise<unknown>;
}

export class PageSettings extends PagePart {
  static override properties: PropertyDeclarations = { offer: { state: true }, said: { state: true } };

  /** The browser's offer, until it is taken or refused. */
  declare private offer: InstallOffer | null;
  declare private said: string;

  constructor() {
    super();
    this.offer = null;
    this.said = '';
    addEventListener('beforeinstallprompt', (event) => {
      event.preventDefault(); // asked when the person wants it, not when the browser does
      this.offer = event as InstallOffer;
    });
    addEventListener('appinstalled', () => (this.offer = null));
    paintAround();
  }

  async #speak(tag: LanguageTag): Promise<void> {
    this.said = '';
    try {
      await chooseLanguage(tag);
    } catch {
      this.said = words().shell.noLanguage;
    }
    this.requestUpdate();
  }

  async #install(): Promise<void> {
    const { offer } = this;
    this.offer = null; // it serves once
    await offer?.prompt();
  }

  protected override render(): TemplateResult {
    const said = words().shell;
    return html`
      <label>
        ${said.language}
        <select @change=${({ target }: Event) => void this.#speak((target as HTMLSelectElement).value as LanguageTag)}>
          ${Object.entries(LANGUAGES).map(
            ([tag, name]) => html`<option value=${tag} lang=${tag} .selected=${tag === language()}>${name}</option>`,
          )}
        </select>
      </label>
      <label>
        ${said.theme}
        <select
          @change=${({ target }: Event) => {
            chooseTheme((target as HTMLSelectElement).value as Theme);
          }}
        >
          ${THEMES.map((one) => html`<option value=${one} .selected=${one === theme()}>${said.themes[one]}</option>`)}
        </select>
      </label>
      ${this.offer ? html`<button type="button" @click=${() => void this.#install()}>${said.install}</button>` : nothing}
      <span role="status">${this.said}</span>
    `;
  }
}

customElements.define('page-settings', PageSettings);
