/** The Model page: why one can trust what reads here. */
import card from 'virtual:emotion-model-card';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { cardTables } from './card-tables';
import { KeptModel } from './kept-model';
import { sectionOf, type CardSection, type CardTable } from './model-card';
import './proof-panel';
import { RunningModel } from './running-model';
import './trust.css';

/** Of all the tables of the card, those that answer "how often is it right?"; the rest is a link away, as are the commands that its figures come from. */
const shown = ({ tables }: CardSection): CardTable[] =>
  tables.slice(0, 2).map((table) => ({ ...table, caption: table.caption.replace(/ \([^)]*\)/g, '') }));

export class ModelPage extends LitElement {
  protected override createRenderRoot(): this {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('emotion-change', this.#lookAgain, { once: true });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('emotion-change', this.#lookAgain);
  }

  protected override render(): TemplateResult {
    const figures = shown(sectionOf(card, 'Figures'));
    const licence = sectionOf(card, 'Origin').points.find((point) => point.startsWith('Licence'));
    return html`
      <h1>The model on this device</h1>
      <p class="lead">
        One small model does all the reading here. This page shows where it is, how it runs, how often it is right – and proves that
        it needs no network.
      </p>
      <kept-model></kept-model>
      <running-model></running-model>
      <proof-panel></proof-panel>
      ${
        figures.length === 0
          ? nothing
          : html`<section class="panel" aria-labelledby="figures-title">
              <h2 id="figures-title">How often it is right</h2>
              ${cardTables(figures)}
              <p class="note">
                ${licence} The <a href="#about">About page</a> has the confusion matrix, other texts, the origin and the limits.
              </p>
            </section>`
      }
    `;
  }

  /** The first reading: by now the model is here, and runs. */
  #lookAgain = (): void => {
    for (const part of this.querySelectorAll('*')) {
      if (part instanceof KeptModel || part instanceof RunningModel) void part.refresh();
    }
  };
}

customElements.define('model-page', ModelPage);
