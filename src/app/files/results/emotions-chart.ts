import type { Chart, ChartConfiguration } from 'chart.js';
import { LitElement, html, type PropertyDeclarations, type TemplateResult } from 'lit';
import { KINDS, kindName, type Kind } from './figures';
import { onTheme } from '../../theme';
import { Speaker } from '../../words/speaker';

/** Somebody clicked a bar. */
export class KindEvent extends Event {
  static readonly type = 'kind';

  constructor(readonly kind: Kind) {
    super(KindEvent.type);
  }
}

/**
 * Bars of the six emotions and of none, drawn by Chart.js, which is loaded for the first of them. The picture is for eyes alone: whoever
 * uses this says the same in text.
 */
export class EmotionsChart extends LitElement {
  static override properties: PropertyDeclarations = { names: { attribute: false }, counts: { attribute: false } };

  /** One for each bar; where there is none, the bars are the kinds themselves. */
  declare names: readonly string[] | null;
  /** Rows of each kind in each bar. */
  declare counts: Readonly<Record<Kind, readonly number[]>>;
  #chart: Chart | null = null;
  #endTheme: (() => void) | undefined;
  /** What the colours follow: on paper they are the light ones. */
  readonly #media = ['(prefers-color-scheme: dark)', 'print'].map((query) => matchMedia(query));

  constructor() {
    super();
    new Speaker(this);
  }

  protected override createRenderRoot(): this {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    for (const query of this.#media) query.addEventListener('change', this.#redraw);
    this.#endTheme = onTheme(this.#redraw);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const query of this.#media) query.removeEventListener('change', this.#redraw);
    this.#endTheme?.();
    this.#chart?.destroy();
    this.#chart = null;
  }

  protected override render(): TemplateResult {
    return html`<div class="picture" aria-hidden="true"><canvas></canvas></div>
      ${KINDS.map((kind) => html`<i class="tone ${kind}" hidden></i>`)}`;
  }

  protected override updated(): void {
    void this.#draw();
  }

  /** At once: paper waits for nothing. */
  readonly #redraw = (): void => {
    if (this.#chart) Object.assign(this.#chart, this.#config()).update('none');
  };

  async #draw(): Promise<void> {
    const { Chart, BarController, BarElement, CategoryScale, LinearScale, Legend, Tooltip } = await import('chart.js');
    Chart.register(BarController, BarElement, CategoryScale, LinearScale, Legend, Tooltip);
    const canvas = this.querySelector('canvas');
    if (!this.isConnected || !canvas) return;
    const config = this.#config();
    if (!this.#chart) {
      this.#chart = new Chart(canvas, { type: 'bar', ...config });
      return;
    }
    this.#chart.data = config.data;
    this.#chart.update('none');
  }

  #config(): Required<Pick<ChartConfiguration<'bar'>, 'data' | 'options'>> {
    const { names } = this;
    const ink = getComputedStyle(this).color;
    const tones = KINDS.map((kind) => getComputedStyle(this.querySelector(`.tone.${kind}`) ?? this).color);
    const ticks = { color: ink, precision: 0 }; // rows are whole
    const scale = { stacked: names !== null, ticks, grid: { display: false }, border: { color: ink } };
    return {
      data: names
        ? {
            labels: [...names],
            datasets: KINDS.map((kind, i) => ({
              label: kindName(kind),
              data: [...this.counts[kind]],
              backgroundColor: tones[i] ?? ink,
            })),
          }
        : {
            labels: KINDS.map(kindName),
            datasets: [{ data: KINDS.map((kind) => this.counts[kind][0] ?? 0), backgroundColor: tones }],
          },
      options: {
        animation: false,
        onClick: (_, [bar]) => {
          const kind = bar && KINDS[names ? bar.datasetIndex : bar.index];
          if (kind) this.dispatchEvent(new KindEvent(kind));
        },
        maintainAspectRatio: false,
        indexAxis: names ? 'x' : 'y',
        plugins: { legend: { display: names !== null, labels: { color: ink, boxWidth: 12 } } },
        scales: { x: scale, y: scale },
      },
    };
  }
}

customElements.define('emotions-chart', EmotionsChart);
