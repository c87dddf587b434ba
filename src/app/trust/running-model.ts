/** Where the model runs on this device, and the diagnostics of it to copy into a bug report. */
import { html, nothing, type TemplateResult } from 'lit';
import { PagePart } from '../page-part';
import { EmotionClassifier, type Diagnostics } from '../../index';
import { chosenModel } from '../chosen-model';
import { duration } from '../numbers';
import { problem } from '../words/problem';
import { fill } from '../words/forms';
import type { Saying } from '../words/saying';
import { counted, words } from '../words/speech';

type State =
  | { readonly kind: 'asking' }
  /** It is not kept here, and looking must not download it. */
  | { readonly kind: 'not-here' }
  | { readonly kind: 'failed'; readonly error: unknown }
  | { readonly kind: 'running'; readonly diagnostics: Diagnostics };

export class RunningModel extends PagePart {
  #state: State = { kind: 'asking' };
  /** What became of copying. */
  #copied: Saying | null = null;

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
    const said = words().model;
    return html`
      <section class="panel" aria-labelledby="running-title">
        <h2 id="running-title">${said.running}</h2>
        ${this.#facts()}
        <details>
          <summary>${said.diagnostics}</summary>
          <p class="note">${said.diagnosticsMean}</p>
          <pre tabindex="0" role="region" aria-label=${said.diagnostics}><code>${this.#report()}</code></pre>
          <button type="button" class="button" @click=${this.#copy}>${said.copy}</button>
          <span role="status">${this.#copied?.()}</span>
        </details>
      </section>
    `;
  }

  #facts(): TemplateResult {
    const state = this.#state;
    switch (state.kind) {
      case 'asking':
        return html`<p>${words().model.looking}</p>`;
      case 'not-here':
        return html`<p>${words().model.notHere}</p>`;
      case 'failed':
        return html`<p>${problem(state.error)}</p>`;
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
      this.#copied = () => words().model.copied;
    } catch {
      this.#copied = () => words().model.noCopy;
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
    return { kind: 'failed', error };
  }
}

function factList({ device, threads, adapter, dtype, selfTest, timings, versions }: Diagnostics): TemplateResult {
  const said = words().model;
  const tested = selfTest === 'remembered' ? said.passedBefore : said.passed;
  const facts: [string, string | undefined][] = [
    [said.runsOn, device ? counted(said.threads, threads ?? 1, { device: said.devices[device] }) : undefined],
    [said.graphicsCard, adapter?.description],
    [said.arithmetic, dtype ?? undefined],
    [said.selfTest, timings ? fill(tested, { time: duration(timings.selfTest) }) : undefined],
    [said.oneText, timings ? duration(timings.text) : undefined],
    [
      said.startUp,
      timings ? fill(said.startTimes, { files: duration(timings.files), session: duration(timings.session) }) : undefined,
    ],
    [
      said.versions,
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
  model: state.kind === 'failed' ? { kind: 'failed', error: String(state.error) } : state,
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
