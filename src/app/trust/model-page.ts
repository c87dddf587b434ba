/** The Model page: why one can trust what reads here. */
import cards from 'virtual:emotion-model-cards';
import { html, nothing, type TemplateResult } from 'lit';
import { PagePart } from '../page-part';
import { chosenModel } from '../chosen-model';
import { cardNote, cardTables } from './card-tables';
import { KeptModel } from './kept-model';
import { sectionOf, type CardSection, type CardTable } from './model-card';
import { ModelChoice } from './model-choice';
import './proof-panel';
import { RunningModel } from './running-model';
import './trust.css';
import { filled } from '../words/forms';
import { words } from '../words/speech';

/** Of all the tables of the card, those that answer "how often is it right?"; the rest is a link away, as are the commands that its figures come from. */
const shown = ({ tables }: CardSection): CardTable[] => {
  const { figures, praise } = words().model;
  return [figures, praise].flatMap((caption, i) => (tables[i] ? [{ ...tables[i], caption }] : []));
};

export class ModelPage extends PagePart {
  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('emotion-change', this.#lookAgain, { once: true });
    this.addEventListener('kept-change', this.#tellOthers);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('emotion-change', this.#lookAgain);
  }

  protected override render(): TemplateResult {
    const card = cards[chosenModel() ?? ''] ?? '';
    const figures = shown(sectionOf(card, 'Figures'));
    const said = words().model;
    const about = html`<a href="#about">${said.aboutPage}</a>`;
    return html`
      <h1>${said.heading}</h1>
      <p class="lead">${said.lead}</p>
      <model-choice></model-choice>
      <kept-model></kept-model>
      <running-model></running-model>
      <proof-panel></proof-panel>
      ${
        figures.length === 0
          ? nothing
          : html`<section class="panel" aria-labelledby="figures-title">
              <h2 id="figures-title">${said.howOften}</h2>
              <div lang="en" dir="ltr">${cardTables(figures)}</div>
              ${cardNote()}
              <p class="note">${filled(said.aboutHasMore, { link: about })}</p>
            </section>`
      }
    `;
  }

  /** One part has fetched or deleted something that the other tells of. */
  #tellOthers = ({ target }: Event): void => {
    for (const part of this.querySelectorAll('*')) {
      if (part !== target && (part instanceof ModelChoice || part instanceof KeptModel)) void part.refresh();
    }
  };

  /** The first reading: by now the model is here, and runs. */
  #lookAgain = (): void => {
    for (const part of this.querySelectorAll('*')) {
      if (part instanceof ModelChoice || part instanceof KeptModel || part instanceof RunningModel) void part.refresh();
    }
  };
}

customElements.define('model-page', ModelPage);
