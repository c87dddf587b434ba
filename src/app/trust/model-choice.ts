/** The models that there are: what each may be used for, how good it is, what is kept of it; and the choice between them. */
import cards from 'virtual:emotion-model-cards';
import { html, type TemplateResult } from 'lit';
import { PagePart } from '../page-part';
import { EmotionClassifier } from '../../index';
import { chooseModel, chosenModel } from '../chosen-model';
import { megabytes } from '../numbers';
import { removeModel } from './model-actions';
import { sectionOf } from './model-card';
import { termsInWords } from './terms';
import { fill } from '../words/forms';
import { problem } from '../words/problem';
import type { Saying } from '../words/saying';
import { counted, figure, words } from '../words/speech';

/** What this browser keeps of a model, and how much it would download. */
interface Kept {
  readonly stored: number;
  readonly bytes: number;
}

const NAMES = EmotionClassifier.models;

/** The sets that each card's first table is about, and each model's accuracy on them. */
const FIGURES = NAMES.map((name) => {
  const [table] = sectionOf(cards[name] ?? '', 'Figures').tables;
  return new Map(table?.rows.map(([set = '', accuracy = '']) => [set, Number(accuracy)]));
});
const SETS = [...new Set(FIGURES.flatMap((figures) => [...figures.keys()]))];

export class ModelChoice extends PagePart {
  #kept: readonly Kept[] = [];
  /** What failed last. */
  #message: Saying | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.refresh();
  }

  /** Look again at what is kept. */
  async refresh(): Promise<void> {
    this.#kept = await Promise.all(NAMES.map(look));
    this.requestUpdate();
  }

  protected override render(): TemplateResult {
    const said = words().model;
    return html`
      <section class="panel" aria-labelledby="choice-title">
        <h2 id="choice-title">${said.which}</h2>
        <div class="scrolls" role="region" aria-label=${said.sideBySide} tabindex="0">
          <table>
            <thead>
              <tr>
                <td></td>
                ${NAMES.map((name) => html`<th scope="col">${name === chosenModel() ? fill(said.inUse, { name }) : name}</th>`)}
              </tr>
            </thead>
            <tbody>
              ${row(said.terms, NAMES.map(termsInWords))}
              ${row(
                said.downloadSize,
                this.#kept.map(({ bytes }) => megabytes(bytes)),
              )}
              ${row(
                said.keptHere,
                this.#kept.map(({ stored }) => (stored > 0 ? megabytes(stored) : said.nothingKept)),
              )}
              ${SETS.map((set) =>
                row(
                  fill(said.rightOn, { set: setInWords(set) }),
                  FIGURES.map((figures) => inPercent(figures.get(set))),
                ),
              )}
              ${row(
                '',
                NAMES.map((name, i) => this.#buttons(name, this.#kept[i]?.stored ?? 0)),
              )}
            </tbody>
          </table>
        </div>
        <p class="note">${said.choiceMeans}</p>
        <p role="status">${this.#message?.()}</p>
      </section>
    `;
  }

  #buttons(name: string, stored: number): TemplateResult {
    return html`
      <button
        type="button"
        class="button"
        ?disabled=${name === chosenModel()}
        @click=${() => {
          this.#try(() => {
            chooseModel(name);
          });
        }}
      >
        ${fill(words().model.use, { name })}
      </button>
      <button
        type="button"
        class="button"
        ?disabled=${stored === 0}
        @click=${() => {
          this.#try(() => removeModel(name));
        }}
      >
        ${fill(words().model.deleteOne, { name })}
      </button>
    `;
  }

  #try(act: () => void | Promise<void>): void {
    void (async () => {
      try {
        await act();
        this.#message = null;
      } catch (error) {
        this.#message = () => problem(error);
      }
      await this.refresh();
      this.dispatchEvent(new Event('kept-change', { bubbles: true }));
    })();
  }
}

/** "94.3%". */
const inPercent = (share: number | undefined): string =>
  share === undefined ? '–' : figure(share, { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 });

const row = (name: string, cells: readonly (string | TemplateResult)[]): TemplateResult => html`
  <tr>
    ${name === '' ? html`<td></td>` : html`<th scope="row">${name}</th>`} ${cells.map((cell) => html`<td>${cell}</td>`)}
  </tr>
`;

/** "goemotions (2217 rows)" of the card. */
const setInWords = (set: string): string =>
  set.replace(/\((\d+) rows\)$/, (_, rows: string) => `(${counted(words().files.rowsInFile, Number(rows))})`);

async function look(name: string): Promise<Kept> {
  const storage = EmotionClassifier.storageOf(name);
  try {
    const [files, stored] = await Promise.all([storage.files(), storage.storedBytes()]);
    return { stored, bytes: files.reduce((sum, { bytes }) => sum + bytes, 0) };
  } catch {
    return { stored: 0, bytes: 0 }; // built with a manifest that is none: reading says so
  }
}

customElements.define('model-choice', ModelChoice);
