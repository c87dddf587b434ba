/** Where the model runs on this device, and the diagnostics of it to copy into a bug report. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { EmotionClassifier, type Diagnostics } from '../../index';
import { chosenModel } from '../chosen-model';
import { duration } from '../numbers';

type State =
  | { readonly kind: 'asking' }
  /** It is not kept here, and looking must not download it. */
  | { readonly kind: 'not-here' }
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'running'; readonly diagnostics: Diagnostics };

export class RunningModel extends LitElement {
  #state: State = { kind: 'asking' };
  #copied = '';

  protected override createRenderRoot(): this {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.refresh();
  }

  /** Start the model where it is kept, and look at it. It shares the page's worker. */
  async refresh(): Promise<void> {
    this.#state = await look();
    this.requestUpdate();
  }

  protected override render(): TemplateResult {
    return html`
      <section class="panel" aria-labelledby="running-title">
        <h2 id="running-title">How it runs here</h2>
        ${this.#facts()}
        <details>
          <summary>Diagnostics</summary>
          <p class="note">For a bug report. Nothing of any text is in it, and it is sent nowhere.</p>
          <pre tabindex="0" role="region" aria-label="Diagnostics"><code>${this.#report()}</code></pre>
          <button type="button" class="button" @click=${this.#copy}>Copy</button> <span role="status">${this.#copied}</span>
        </details>
      </section>
    `;
  }

  #facts(): TemplateResult {
    const state = this.#state;
    switch (state.kind) {
      case 'asking':
        return html`<p>Looking…</p>`;
      case 'not-here':
        return html`<p>Known once the model is on this device: write something, or download it above.</p>`;
      case 'failed':
        return html`<p>${state.message}</p>`;
      case 'running':
        return factList(state.diagnostics);
    }
  }

  #report(): string {
    return JSON.stringify(report(this.#state), null, 2);
  }

  #copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(this.#report());
      this.#copied = 'Copied.';
    } catch {
      this.#copied = 'The browser did not allow it: select the text and copy it.';
    }
    this.requestUpdate();
  };
}

async function look(): Promise<State> {
  const model = chosenModel();
  if ((await EmotionClassifier.availability({ model })) !== 'available') return { kind: 'not-here' };
  try {
    const classifier = await EmotionClassifier.create({ model });
    const { diagnostics } = classifier;
    classifier.destroy();
    return { kind: 'running', diagnostics };
  } catch (error) {
    return { kind: 'failed', message: (error as Error).message };
  }
}

const DEVICES = { webgpu: 'the GPU (WebGPU)', wasm: 'the processor (WebAssembly)', native: 'the processor' };

function factList({ device, threads, adapter, dtype, selfTest, timings, versions }: Diagnostics): TemplateResult {
  const tested = selfTest === 'remembered' ? 'passed before, tried again with one sentence' : 'passed';
  const facts: [string, string | undefined][] = [
    ['Runs on', device ? `${DEVICES[device]}${threads && threads > 1 ? `, ${String(threads)} threads` : ''}` : undefined],
    ['Graphics card', adapter?.description],
    ['Arithmetic', dtype ?? undefined],
    ['Self-test', timings ? `${tested}, in ${duration(timings.selfTest)}` : undefined],
    ['One short text', timings ? duration(timings.text) : undefined],
    ['Start', timings ? `${duration(timings.files)} to verify the files, ${duration(timings.session)} to load them` : undefined],
    [
      'Versions',
      Object.entries(versions)
        .flatMap(([name, version]) => (version ? [`${name} ${version}`] : []))
        .join(', '),
    ],
  ];
  return html`<dl>
    ${facts.map(([name, value]) =>
      value
        ? html`<div>
            <dt>${name}</dt>
            <dd>${value}</dd>
          </div>`
        : nothing,
    )}
  </dl>`;
}

const report = (state: State): unknown => ({
  model: state,
  browser: {
    userAgent: navigator.userAgent,
    languages: navigator.languages,
    cores: navigator.hardwareConcurrency,
    webgpu: 'gpu' in navigator,
    isolated: crossOriginIsolated,
    serviceWorker: (navigator.serviceWorker as ServiceWorkerContainer | undefined)?.controller?.state ?? 'none',
    screen: `${String(innerWidth)} × ${String(innerHeight)} at ${String(devicePixelRatio)}`,
  },
});

customElements.define('running-model', RunningModel);
