import type { Chart, ChartConfiguration } from 'chart.js';
import { LitElement, html, type PropertyDeclarations, type TemplateResult } from 'lit';
import { onTheme } from '../../theme';
import { fill } from '../../words/forms';
import { Speaker } from '../../words/speaker';
import { words } from '../../words/speech';
import { save } from '../export';
import { svgOf } from './chart-picture';
import { KINDS, kindName, type Kind } from './figures';

/** Somebody clicked a bar. */
export class KindEvent extends Event {
  static readonly type = 'kind';

  /** @param place which of the bars that have names; `null` where the bars are the kinds */
  constructor(
    readonly kind: Kind,
    readonly place: number | null,
  ) {
    super(KindEvent.type);
  }
}

/**
 * Bars of the six emotions and of none, drawn by Chart.js, which is loaded for the first of them. The picture is for eyes alone: whoever
 * uses this says the same in text.
 */
export class EmotionsChart extends LitElement {
  static override properties: PropertyDeclarations = {
    heading: { attribute: false },
    names: { attribute: false },
    counts: { attribute: false },
  };

  /** What the picture is called when it is saved. */
  declare heading: string;
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
      ${KINDS.map((kind) => html`<i class="tone ${kind}" hidden></i>`)}
      <p class="picture-buttons">
        ${(['SVG', 'PNG'] as const).map(
          (kind) =>
            html`<button type="button" @click=${() => void this.#save(kind)}>${fill(words().files.saveAs, { kind })}</button>`,
        )}
      </p>`;
  }

  async #save(kind: 'SVG' | 'PNG'): Promise<void> {
    const { names, counts, heading } = this;
    const paper = getComputedStyle(document.body).backgroundColor;
    const tones = KINDS.map((kind) => [kind, this.#tone(kind)] as const);
    const colours = Object.fromEntries(tones) as Record<Kind, string>;
    const svg = svgOf({ title: heading, names, counts, kindName, colours, ink: getComputedStyle(this).color, paper });
    const drawn = new Blob([svg], { type: 'image/svg+xml' });
    save(kind === 'SVG' ? drawn : await pngOf(this.querySelector('canvas'), paper), `${heading}.${kind.toLowerCase()}`);
  }

  #tone(kind: Kind): string {
    return getComputedStyle(this.querySelector(`.tone.${kind}`) ?? this).color;
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
    const tones = KINDS.map((kind) => this.#tone(kind));
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
          if (kind) this.dispatchEvent(new KindEvent(kind, names ? bar.index : null));
        },
        maintainAspectRatio: false,
        layout: { padding: { top: BUTTONS } },
        indexAxis: names ? 'x' : 'y',
        plugins: { legend: { display: names !== null, labels: { color: ink, boxWidth: 12 } } },
        scales: { x: scale, y: scale },
      },
    };
  }
}

/** In CSS pixels: room above the bars for what saves them. */
const BUTTONS = 44;

/** The chart as it is on the screen, on paper of the page's colour. */
async function pngOf(chart: HTMLCanvasElement | null, paper: string): Promise<Blob> {
  const canvas = Object.assign(document.createElement('canvas'), { width: chart?.width ?? 1, height: chart?.height ?? 1 });
  const context = canvas.getContext('2d');
  if (!context || !chart) throw new RangeError('There is no chart yet');
  context.fillStyle = paper;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(chart, 0, 0);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob) resolve(blob);
      else reject(new RangeError('This browser makes no picture of it'));
    });
  });
}

customElements.define('emotions-chart', EmotionsChart);
