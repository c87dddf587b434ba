/** The About page: what this is, how it works, what it cannot do, and how to put it into another page. */
import cards from 'virtual:emotion-model-cards';
import { html, LitElement, type TemplateResult } from 'lit';
import { chosenModel } from '../chosen-model';
import { cardTables } from './card-tables';
import { sectionOf } from './model-card';
import './trust.css';

const SNIPPET = `<script type="module" src="emotion-tag.js"></script>

<emotion-tag>I can't wait to see you again!</emotion-tag>`;

const paragraphs = (texts: readonly string[]): TemplateResult[] => texts.map((text) => html`<p>${text}</p>`);

export class AboutPage extends LitElement {
  protected override createRenderRoot(): this {
    return this;
  }

  protected override render(): TemplateResult {
    const card = cards[chosenModel() ?? ''] ?? '';
    const [figures, files] = [sectionOf(card, 'Figures'), sectionOf(card, 'Files')];
    return html`
      <h1>About</h1>
      <p class="lead">
        A small language model tells which of six emotions a text speaks of – sadness, joy, love, anger, fear, surprise – or that it
        is not sure. It runs inside this page. Nothing that you write or open is sent anywhere, and nobody counts your visits.
      </p>
      <section class="chapter" aria-labelledby="how-title">
        <h2 id="how-title">How it works</h2>
        <ol>
          <li>
            When you first write something, the page fetches the model and compares every file with a fingerprint that is built into
            it.
          </li>
          <li>The files stay in your browser. From then on the page opens and reads without a network.</li>
          <li>The model runs beside the page, on the graphics card where that is right and faster, else on the processor.</li>
          <li>Before its first answer it reads sentences whose answers are known. A device that computes wrongly is not used.</li>
          <li>Where no emotion is strong enough there is no label: “The meeting is at three.” has none, and the page says so.</li>
        </ol>
        <p>
          The <a href="#model">Model page</a> shows all of this for your device, and proves that it works with the network denied.
        </p>
      </section>
      <section class="chapter" aria-labelledby="limits-title">
        <h2 id="limits-title">What it can and cannot do</h2>
        <ul>
          ${sectionOf(card, 'Known limits').points.map((point) => html`<li>${point}</li>`)}
        </ul>
      </section>
      <section class="chapter" aria-labelledby="figures-title">
        <h2 id="figures-title">How often it is right</h2>
        ${cardTables(figures.tables)} ${paragraphs(figures.texts)}
      </section>
      <section class="chapter" aria-labelledby="origin-title">
        <h2 id="origin-title">Where it comes from</h2>
        <ul>
          ${sectionOf(card, 'Origin').points.map((point) => html`<li>${point}</li>`)}
        </ul>
        ${cardTables(files.tables)} ${paragraphs(files.texts)}
      </section>
      <section class="chapter" aria-labelledby="embed-title">
        <h2 id="embed-title">In your own page</h2>
        <p>One line of script and a tag around a text. The files come from your own host, as here.</p>
        <pre tabindex="0" role="region" aria-label="Example"><code>${SNIPPET}</code></pre>
        <p><emotion-tag id="embedded" load="click" model=${chosenModel()}>I can’t wait to see you again!</emotion-tag></p>
      </section>
    `;
  }
}

customElements.define('about-page', AboutPage);
