/** The About page: what this is, how it works and what it cannot do. */
import cards from 'virtual:emotion-model-cards';
import { html, type TemplateResult } from 'lit';
import { PagePart } from '../page-part';
import { chosenModel } from '../chosen-model';
import { cardNote, cardTables } from './card-tables';
import { sectionOf } from './model-card';
import './trust.css';
import { filled } from '../words/forms';
import { words } from '../words/speech';

const paragraphs = (texts: readonly string[]): TemplateResult[] => texts.map((text) => html`<p>${text}</p>`);

export class AboutPage extends PagePart {
  protected override render(): TemplateResult {
    const card = cards[chosenModel() ?? ''] ?? '';
    const [figures, files] = [sectionOf(card, 'Figures'), sectionOf(card, 'Files')];
    const said = words().about;
    const modelPage = html`<a href="#model">${said.modelPage}</a>`;
    return html`
      <h1>${said.heading}</h1>
      <p class="lead">${said.lead}</p>
      <section class="chapter" aria-labelledby="how-title">
        <h2 id="how-title">${said.how}</h2>
        <ol>
          ${[said.step1, said.step2, said.step3, said.step4, said.step5].map((step) => html`<li>${step}</li>`)}
        </ol>
        <p>${filled(said.seeModel, { link: modelPage })}</p>
        ${cardNote()}
      </section>
      <section class="chapter" aria-labelledby="limits-title">
        <h2 id="limits-title">${said.limits}</h2>
        <ul lang="en" dir="ltr">
          ${sectionOf(card, 'Known limits').points.map((point) => html`<li>${point}</li>`)}
        </ul>
      </section>
      <section class="chapter" aria-labelledby="figures-title">
        <h2 id="figures-title">${said.howOften}</h2>
        <div lang="en" dir="ltr">${cardTables(figures.tables)} ${paragraphs(figures.texts)}</div>
      </section>
      <section class="chapter" aria-labelledby="origin-title">
        <h2 id="origin-title">${said.origin}</h2>
        <div lang="en" dir="ltr">
          <ul>
            ${sectionOf(card, 'Origin').points.map((point) => html`<li>${point}</li>`)}
          </ul>
          ${cardTables(files.tables)} ${paragraphs(files.texts)}
        </div>
      </section>
      <section class="chapter" aria-labelledby="embed-title">
        <h2 id="embed-title">${said.embed}</h2>
        <p>${filled(said.embedMeans, { link: html`<a href="#embed">${said.embedPage}</a>` })}</p>
      </section>
    `;
  }
}

customElements.define('about-page', AboutPage);
