/** What this browser keeps of the model in use, file by file, and what one can do about it. */
import { html, nothing, type TemplateResult } from 'lit';
import { PagePart } from '../page-part';
import type { StoredFile } from '../../index';
import { chosenStorage } from '../chosen-model';
import { MODEL_ACTIONS, type ModelAction } from './model-actions';
import { fileSize, megabytes } from '../numbers';
import { fill } from '../words/forms';
import { problem } from '../words/problem';
import type { Saying } from '../words/saying';
import { counted, words } from '../words/speech';

interface Facts {
  readonly files: readonly StoredFile[];
  readonly stored: number;
  readonly missing: number;
  readonly update: number | null;
  /** Whether this browser lets the page keep what is missing. */
  readonly mayKeep: boolean;
}

type State = { readonly kind: 'asking' } | { readonly kind: 'without-model' } | ({ readonly kind: 'known' } & Facts);

export class KeptModel extends PagePart {
  #state: State = { kind: 'asking' };
  /** What the last action said; it stands until the next one. */
  #message: Saying | undefined;
  #busy = new Set<ModelAction>();
  /** Bytes, while something is being downloaded. */
  #fetched: { readonly loaded: number; readonly total: number } | undefined;
  #cancel: AbortController | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.refresh();
  }

  /** Look again: something may have been downloaded meanwhile. */
  async refresh(): Promise<void> {
    this.#state = await look();
    this.requestUpdate();
  }

  protected override render(): TemplateResult {
    const said = words().model;
    return html`
      <section class="panel" aria-labelledby="kept-title">
        <h2 id="kept-title">${said.kept}</h2>
        <p role="status">${this.#message?.() ?? describe(this.#state)}</p>
        ${this.#fetched ? progress(this.#fetched) : nothing}
        ${this.#state.kind === 'known' ? fileTable(this.#state.files) : nothing}
        <ul class="actions">
          ${MODEL_ACTIONS.map((action) => this.#actionItem(action))}
          <li>
            <button type="button" class="button" aria-disabled=${this.#busy.size === 0} @click=${this.#stop}>${said.stop}</button>
            <span class="note">${said.stopMeans}</span>
          </li>
        </ul>
      </section>
    `;
  }

  #actionItem(action: ModelAction): TemplateResult {
    return html`<li>
      <button
        type="button"
        class="button"
        ?disabled=${this.#busy.has(action)}
        @click=${() => {
          void this.#act(action);
        }}
      >
        ${action.label()}
      </button>
      <span class="note">${action.meaning()}</span>
    </li>`;
  }

  async #act(action: ModelAction): Promise<void> {
    this.#busy.add(action);
    this.#say(undefined);
    this.#cancel ??= new AbortController();
    const onProgress = (loaded: number, total: number): void => {
      this.#fetched = { loaded, total };
      this.#say(() => words().model.downloading);
    };
    try {
      this.#say(await action.act({ signal: this.#cancel.signal, onProgress }));
    } catch (error) {
      this.#say(() => ((error as Error).name === 'AbortError' ? words().model.stopped : problem(error)));
    }
    this.#fetched = undefined;
    this.#busy.delete(action);
    await this.refresh();
    this.dispatchEvent(new Event('kept-change', { bubbles: true }));
  }

  #stop = (): void => {
    this.#cancel?.abort();
    this.#cancel = undefined;
  };

  #say(message: Saying | undefined): void {
    this.#message = message;
    this.requestUpdate();
  }
}

async function look(): Promise<State> {
  const storage = chosenStorage();
  try {
    const [files, stored, missing, update] = await Promise.all([
      storage.files(),
      storage.storedBytes(),
      storage.missingBytes(),
      storage.updateBytes(),
    ]);
    const mayKeep = missing === 0 || (await canKeep(Math.max(1, missing - stored))); // less what came of it already
    return { kind: 'known', files, stored, missing, update, mayKeep };
  } catch {
    return { kind: 'without-model' };
  }
}

/** Whether this browser keeps so many bytes more. Tried out: what Chromium tells of its quota is the same for every page. */
async function canKeep(bytes: number): Promise<boolean> {
  try {
    const probe = await caches.open('emotion-tag-probe');
    try {
      await probe.put('./probe', new Response(new Uint8Array(bytes)));
      return await probe.delete('./probe');
    } finally {
      await caches.delete('emotion-tag-probe');
    }
  } catch {
    return false; // denied, as in some private windows, or no room
  }
}

function describe(state: State): string {
  const said = words().model;
  if (state.kind === 'asking') return said.looking;
  if (state.kind === 'without-model') return said.withoutModel;
  const { stored, missing, update, mayKeep } = state;
  if (update !== null) return fill(said.older, { size: megabytes(update) });
  if (missing === 0) return fill(said.isKept, { size: megabytes(stored) });
  if (mayKeep) return fill(said.toDownload, { size: megabytes(missing) });
  return fill(said.keepsNothing, { size: megabytes(missing) });
}

/** Beside the status and not in it: nobody wants each step read out. */
const progress = ({ loaded, total }: { readonly loaded: number; readonly total: number }): TemplateResult => html`
  <p class="fetched">
    <progress aria-label=${words().model.downloaded} max=${total} .value=${loaded}></progress>
    <span>${fill(words().model.downloadedOf, { loaded: megabytes(loaded), total: megabytes(total) })}</span>
  </p>
`;

const fileTable = (files: readonly StoredFile[]): TemplateResult => html`
  <details>
    <summary>${counted(words().model.filesAndHashes, files.length)}</summary>
    <div class="scrolls" role="region" aria-label=${words().model.filesOfModel} tabindex="0">
      <table>
        <thead>
          <tr>
            <th scope="col">${words().model.file}</th>
            <th scope="col">${words().model.size}</th>
            <th scope="col">${words().model.here}</th>
            <th scope="col">SHA-256</th>
          </tr>
        </thead>
        <tbody>
          ${files.map(
            ({ path, bytes, isKept, sha256 }) =>
              html`<tr>
                <th scope="row">${path}</th>
                <td class="number">${fileSize(bytes)}</td>
                <td>${isKept ? words().model.yes : words().model.no}</td>
                <td><code>${sha256}</code></td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </details>
`;

customElements.define('kept-model', KeptModel);
