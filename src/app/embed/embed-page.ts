/** The page Embed: for those who want the tag in a page of their own. */
import api from 'virtual:emotion-tag-api';
import cards from 'virtual:emotion-model-cards';
import { html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { chosenModel } from '../chosen-model';
import { sectionOf } from '../trust/model-card';
import '../trust/trust.css';
import './code-lines';
import './embed.css';
import { GALLERY } from './gallery';
import './live-example';
import './sizes-table';
import { COMMON_STEP, STACKS, type Stack, type Step } from './stacks';

const lines = ({ where, code }: Step): TemplateResult => html`<li><code-lines .where=${where} .code=${code}></code-lines></li>`;

/** The manifest's meanings are Markdown of one kind: names between backticks. */
const marked = (text: string): (string | TemplateResult)[] =>
  text.split('`').map((part, i) => (i % 2 === 0 ? part : html`<code>${part}</code>`));

const table = ({ title, rows }: (typeof api.groups)[number]): TemplateResult => html`
  <details ?open=${title === 'Attributes'}>
    <summary>${title} <span class="note">${rows.length}</span></summary>
    <dl>
      ${rows.map(
        ({ name, type, default: preset, meaning }) => html`
          <div>
            <dt><code>${name}</code></dt>
            <dd>
              ${marked(meaning)}
              ${type === undefined ? nothing : html`<span class="type">${type}${preset === undefined ? '' : `, by default ${preset}`}</span>`}
            </dd>
          </div>
        `,
      )}
    </dl>
  </details>
`;

export class EmbedPage extends LitElement {
  static override properties: PropertyDeclarations = { stack: { state: true } };
  declare private stack: Stack;

  constructor() {
    super();
    this.stack = STACKS[0];
  }

  protected override createRenderRoot(): this {
    return this;
  }

  protected override render(): TemplateResult {
    const card = cards[chosenModel() ?? ''] ?? '';
    const licence = sectionOf(card, 'Origin').points.find((point) => point.startsWith('Licence'));
    const readme = html`<a href=${api.homepage} target="_blank" rel="noreferrer">README</a>`;
    return html`
      <h1>Put it on your page</h1>
      <p class="lead">
        One tag around a text shows the emotion in it, read inside the visitor’s browser. No key, no account, no server of ours: all
        files come from your own site.
      </p>
      <section class="panel" aria-labelledby="start-title">
        <h2 id="start-title">Your stack</h2>
        <fieldset class="stacks">
          <legend class="note">What builds your site?</legend>
          ${STACKS.map(
            (stack) =>
              html`<label>
                <input
                  type="radio"
                  name="stack"
                  .checked=${stack === this.stack}
                  @change=${() => {
                    this.stack = stack;
                  }}
                />
                <span>${stack.name}</span>
              </label>`,
          )}
        </fieldset>
        <ol class="steps">
          ${[COMMON_STEP, ...this.stack.steps].map(lines)}
        </ol>
      </section>
      <section aria-labelledby="gallery-title">
        <h2 id="gallery-title">What it can do</h2>
        <p class="note">
          Change the HTML and see what becomes of it. These tags ask before they download the model; on your page they load it when
          they come into view, unless you write <code>load="click"</code>.
        </p>
        <ul class="examples">
          ${GALLERY.map((example) => html`<li class="panel"><live-example .example=${example}></live-example></li>`)}
        </ul>
      </section>
      <section aria-labelledby="api-title">
        <h2 id="api-title">All that it understands</h2>
        <p class="note">
          Version ${api.version}. <a href="./llms.txt" target="_blank">The same as plain text</a>, for programs that write pages.
        </p>
        ${api.groups.map(table)}
      </section>
      <section aria-labelledby="cost-title">
        <h2 id="cost-title">What it costs, and what it needs</h2>
        <sizes-table></sizes-table>
        <dl>
          <div>
            <dt>Browsers</dt>
            <dd>Chromium 125, Firefox 126, Safari 17.5 or newer; older ones show the text as it is.</dd>
          </div>
          <div>
            <dt>Headers</dt>
            <dd>
              None are needed; a Content-Security-Policy must allow <code>'self'</code> for scripts, workers and connections, and
              <code>'wasm-unsafe-eval'</code>.
            </dd>
          </div>
          <div>
            <dt>Licence</dt>
            <dd>${licence?.replace(/^Licence: t/, 'T')}</dd>
          </div>
          <div>
            <dt>Model</dt>
            <dd>
              Six emotions, or none where it is not sure, for English; the <a href="#about">About page</a> says how often it is
              right.
            </dd>
          </div>
          <div>
            <dt>More</dt>
            <dd>
              The ${readme} has the engine without a tag, Node, the command line, labels written by a build, tests, and hosting.
            </dd>
          </div>
        </dl>
      </section>
    `;
  }
}

customElements.define('embed-page', EmbedPage);
