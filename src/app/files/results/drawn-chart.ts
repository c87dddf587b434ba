import type { Chart, ChartConfiguration } from 'chart.js';
import { LitElement, html, type PropertyDeclarations, type TemplateResult } from 'lit';
import { onTheme } from '../../theme';
import { fill } from '../../words/forms';
import { Speaker } from '../../words/speaker';
import { words } from '../../words/speech';
import { saveFile } from '../../save-file';

type Drawn = Pick<ChartConfiguration, 'type' | 'data'> & Required<Pick<ChartConfiguration, 'options'>>;

/**
 * A chart that Chart.js draws, which is loaded for the first of them, and that can be saved. It has a name for those who cannot see it;
 * whoever uses it says in text what it shows.
 */
export abstract class DrawnChart extends LitElement {
  static override properties: PropertyDeclarations = { heading: { attribute: false } };

  /** What the picture is called, when it is read out and when it is saved. */
  declare heading: string;
  #chart: Chart | null = null;
  #endTheme: (() => void) | undefined;
  /** What the colours follow: on paper they are the light ones. */
  readonly #media = ['(prefers-color-scheme: dark)', 'print'].map((query) => matchMedia(query));

  constructor() {
    super();
    new Speaker(this);
  }

  /** What Chart.js is to draw, in the colours of this moment. */
  protected abstract config(): Drawn;
  /** The same as SVG, on paper of this colour. */
  protected abstract svg(paper: string): string;

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
    return html`<div class="picture" role="img" aria-label=${this.heading}><canvas></canvas></div>
      <p class="picture-buttons">
        ${(['SVG', 'PNG'] as const).map(
          (kind) =>
            html`<button type="button" @click=${() => void this.#save(kind)}>${fill(words().files.saveAs, { kind })}</button>`,
        )}
      </p>`;
  }

  async #save(kind: 'SVG' | 'PNG'): Promise<void> {
    const paper = getComputedStyle(document.body).backgroundColor;
    const picture =
      kind === 'SVG' ? new Blob([this.svg(paper)], { type: 'image/svg+xml' }) : await pngOf(this.querySelector('canvas'), paper);
    saveFile(picture, `${this.heading}.${kind.toLowerCase()}`);
  }

  protected get ink(): string {
    return getComputedStyle(this).color;
  }

  protected override updated(): void {
    void this.#draw();
  }

  /** At once: paper waits for nothing. */
  readonly #redraw = (): void => {
    if (!this.#chart) return;
    const { data, options } = this.config();
    Object.assign(this.#chart, { data, options }).update('none');
  };

  async #draw(): Promise<void> {
    const library = await import('chart.js');
    const { Chart, BarController, BarElement, ScatterController, PointElement, LineElement } = library;
    const { CategoryScale, LinearScale, Legend, Tooltip } = library;
    Chart.register(BarController, BarElement, ScatterController, PointElement, LineElement);
    Chart.register(CategoryScale, LinearScale, Legend, Tooltip);
    const canvas = this.querySelector('canvas');
    if (!this.isConnected || !canvas) return;
    if (this.#chart) this.#redraw();
    else this.#chart = new Chart(canvas, this.config());
  }
}

/** In CSS pixels: room above a chart for what saves it. */
export const BUTTONS = 44;

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
