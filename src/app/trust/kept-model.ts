/** What this browser keeps of the model in use, file by file, and what one can do about it. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import type { StoredFile } from '../../index';
import { chosenStorage } from '../chosen-model';
import { MODEL_ACTIONS, type ModelAction } from './model-actions';
import { megabytes } from '../numbers';

interface Facts {
  readonly files: readonly StoredFile[];
  readonly stored: number;
  readonly missing: number;
  readonly update: number | null;
  /** Whether this browser lets the page keep what is missing. */
  readonly mayKeep: boolean;
}

type State = { readonly kind: 'asking' } | { readonly kind: 'without-model' } | ({ readonly kind: 'known' } & Facts);

export class KeptModel extends LitElement {
  #state: State = { kind: 'asking' };
  /** What the last action said; it stands until the next one. */
  #message: string | undefined;
  #busy = new Set<string>();
  /** Bytes, while something is being downloaded. */
  #fetched: { readonly loaded: number; readonly total: number } | undefined;
  #cancel: AbortController | undefined;

  protected override createRenderRoot(): this {
    return this;
  }

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
    return html`
      <section class="panel" aria-labelledby="kept-title">
        <h2 id="kept-title">What is kept</h2>
        <p role="status">${this.#message ?? describe(this.#state)}</p>
        ${this.#fetched ? progress(this.#fetched) : nothing}
        ${this.#state.kind === 'known' ? fileTable(this.#state.files) : nothing}
        <ul class="actions">
          ${MODEL_ACTIONS.map((action) => this.#actionItem(action))}
          <li>
            <button type="button" class="button" aria-disabled=${this.#busy.size === 0} @click=${this.#stop}>Stop</button>
            <span class="note">Stop what is being downloaded. What came is kept, and the next download goes on from there.</span>
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
        ?disabled=${this.#busy.has(action.label)}
        @click=${() => {
          void this.#act(action);
        }}
      >
        ${action.label}
      </button>
      <span class="note">${action.meaning}</span>
    </li>`;
  }

  async #act({ label, act }: ModelAction): Promise<void> {
    this.#busy.add(label);
    this.#say(undefined);
    this.#cancel ??= new AbortController();
    const onProgress = (loaded: number, total: number): void => {
      this.#fetched = { loaded, total };
      this.#say('Downloading…');
    };
    try {
      this.#say(await act({ signal: this.#cancel.signal, onProgress }));
    } catch (error) {
      const { name, message } = error as Error;
      this.#say(name === 'AbortError' ? 'Stopped. What came is kept.' : message);
    }
    this.#fetched = undefined;
    this.#busy.delete(label);
    await this.refresh();
    this.dispatchEvent(new Event('kept-change', { bubbles: true }));
  }

  #stop = (): void => {
    this.#cancel?.abort();
    this.#cancel = undefined;
  };

  #say(message: string | undefined): void {
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
  if (state.kind === 'asking') return 'Looking…';
  if (state.kind === 'without-model') return 'This page was built without a model.';
  const { stored, missing, update, mayKeep } = state;
  if (update !== null) return `An older model serves. A new one can be downloaded: ${megabytes(update)}.`;
  if (missing === 0) return `Kept on this device, verified at each start: ${megabytes(stored)}. It works offline.`;
  if (mayKeep) return `To be downloaded once: ${megabytes(missing)}.`;
  return `This browser keeps nothing for this page (a private window, or no room), so the model works from memory: ${megabytes(missing)} with each visit.`;
}

/** Beside the status and not in it: nobody wants each step read out. */
const progress = ({ loaded, total }: { readonly loaded: number; readonly total: number }): TemplateResult => html`
  <p class="fetched">
    <progress aria-label="Downloaded" max=${total} .value=${loaded}></progress>
    <span>${megabytes(loaded)} of ${megabytes(total)}</span>
  </p>
`;

const fileTable = (files: readonly StoredFile[]): TemplateResult => html`
  <details>
    <summary>Its ${files.length} files and their fingerprints</summary>
    <div class="scrolls" role="region" aria-label="Files of the model" tabindex="0">
      <table>
        <thead>
          <tr>
            <th scope="col">File</th>
            <th scope="col">Size</th>
            <th scope="col">Here</th>
            <th scope="col">SHA-256</th>
          </tr>
        </thead>
        <tbody>
          ${files.map(
            ({ path, bytes, isKept, sha256 }) =>
              html`<tr>
                <th scope="row">${path}</th>
                <td class="number">${bytes < 1e6 ? `${(bytes / 1e3).toFixed(1)} kB` : megabytes(bytes)}</td>
                <td>${isKept ? 'yes' : 'no'}</td>
                <td><code>${sha256}</code></td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </details>
`;

customElements.define('kept-model', KeptModel);
