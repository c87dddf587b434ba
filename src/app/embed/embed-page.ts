/** The page Embed: for those who want the tag in a page of their own. */
import api from 'virtual:emotion-tag-api';
import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { chosenModel } from '../chosen-model';
import { PagePart } from '../page-part';
import { termsInWords } from '../trust/terms';
import { fill, filled } from '../words/forms';
import { en } from '../words/en';
import { language, words } from '../words/speech';
import '../trust/trust.css';
import './code-lines';
import './embed.css';
import { GALLERY } from './gallery';
import './live-example';
import './sizes-table';
import { COMMON_STEP, STACKS, type Stack, type Step } from './stacks';

const lines = ({ where, file = '', code }: Step): TemplateResult =>
  html`<li><code-lines .where=${fill(words().embed.where[where], { file })} .code=${code}></code-lines></li>`;

/** The manifest's meanings are Markdown of one kind: names between backticks. */
const marked = (text: string): (string | TemplateResult)[] =>
  text.split('`').map((part, i) => (i % 2 === 0 ? part : html`<code>${part}</code>`));

/** The manifest names its groups in English. */
const inWords = (title: string): string => {
  const { groups } = words().embed;
  const [place] = Object.entries(en.embed.groups).find(([, name]) => name === title) ?? [];
  return place === undefined ? title : groups[place as keyof typeof groups];
};

const table = ({ title, rows }: (typeof api.groups)[number]): TemplateResult => html`
  <details ?open=${title === 'Attributes'}>
    <summary>${inWords(title)} <span class="note">${rows.length}</span></summary>
    <dl lang="en" dir="ltr">
      ${rows.map(
        ({ name, type, default: preset, meaning }) => html`
          <div>
            <dt><code>${name}</code></dt>
            <dd>
              ${marked(meaning)}
              ${type === undefined ? nothing : html`<span class="type">${preset === undefined ? type : fill(en.embed.preset, { type, value: preset })}</span>`}
            </dd>
          </div>
        `,
      )}
    </dl>
  </details>
`;

export class EmbedPage extends PagePart {
  static override properties: PropertyDeclarations = { stack: { state: true }, isWhole: { state: true } };
  declare private stack: Stack;
  /** What stands far below comes in a task of its own. */
  declare private isWhole: boolean;

  constructor() {
    super();
    this.stack = STACKS[0];
    this.isWhole = false;
  }

  protected override firstUpdated(): void {
    setTimeout(() => {
      this.isWhole = true;
    });
  }

  protected override render(): TemplateResult {
    const said = words().embed;
    return html`
      <h1>${words().shell.titles.embed}</h1>
      <p class="lead">${said.lead}</p>
      <section class="panel" aria-labelledby="start-title">
        <h2 id="start-title">${said.stack}</h2>
        <fieldset class="stacks">
          <legend class="note">${said.whatBuilds}</legend>
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
        <h2 id="gallery-title">${said.canDo}</h2>
        <p class="note">${filled(said.canDoMeans, { code: code('load="click"') })}</p>
        <ul class="examples">
          ${GALLERY.map((example) => html`<li class="panel"><live-example .example=${example}></live-example></li>`)}
        </ul>
      </section>
      ${this.isWhole ? this.#below() : nothing}
    `;
  }

  #below(): TemplateResult {
    const said = words().embed;
    const name = chosenModel() ?? '';
    return html`
      <section aria-labelledby="api-title">
        <h2 id="api-title">${said.api}</h2>
        <p class="note">
          ${filled(said.apiMeans, {
            version: html`${api.version}`,
            link: html`<a href="./llms.txt" target="_blank">${said.asText}</a>`,
          })}
          ${language() === 'en' ? nothing : said.apiInEnglish}
        </p>
        ${api.groups.map(table)}
      </section>
      <section aria-labelledby="cost-title">
        <h2 id="cost-title">${said.costs}</h2>
        <sizes-table></sizes-table>
        <dl>
          ${needs(name).map(
            ([what, means]) =>
              html`<div>
                <dt>${what}</dt>
                <dd>${means}</dd>
              </div>`,
          )}
        </dl>
      </section>
    `;
  }
}

const code = (text: string): TemplateResult => html`<code dir="ltr">${text}</code>`;

/** In one sentence each; what is said of the licence is about the model of this page. */
function needs(model: string): [string, unknown][] {
  const said = words().embed;
  return [
    [said.browsers, said.browsersMean],
    [said.headers, filled(said.headersMean, { self: code("'self'"), wasm: code("'wasm-unsafe-eval'") })],
    [said.licence, fill(said.licenceMeans, { name: model, terms: termsInWords(model) })],
    [said.model, filled(said.modelMeans, { link: html`<a href="#about">${words().model.aboutPage}</a>` })],
    [said.more, filled(said.moreMeans, { link: html`<a href=${api.homepage} target="_blank" rel="noreferrer">README</a>` })],
  ];
}

customElements.define('embed-page', EmbedPage);
