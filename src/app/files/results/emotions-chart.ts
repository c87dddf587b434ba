import type { ChartConfiguration, ChartOptions } from 'chart.js';
import { html, type PropertyDeclarations, type TemplateResult } from 'lit';
import { svgOf } from './chart-picture';
import { BUTTONS, DrawnChart } from './drawn-chart';
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

/** Bars of the six emotions and of none. */
export class EmotionsChart extends DrawnChart {
  static override properties: PropertyDeclarations = {
    ...DrawnChart.properties,
    names: { attribute: false },
    counts: { attribute: false },
  };

  /** One for each bar; where there is none, the bars are the kinds themselves. */
  declare names: readonly string[] | null;
  /** Rows of each kind in each bar. */
  declare counts: Readonly<Record<Kind, readonly number[]>>;

  protected override render(): TemplateResult {
    return html`${super.render()}${KINDS.map((kind) => html`<i class="tone ${kind}" hidden></i>`)}`;
  }

  #tone(kind: Kind): string {
    return getComputedStyle(this.querySelector(`.tone.${kind}`) ?? this).color;
  }

  protected override svg(paper: string): string {
    const { names, counts, heading, ink } = this;
    const tones = KINDS.map((kind) => [kind, this.#tone(kind)] as const);
    const colours = Object.fromEntries(tones) as Record<Kind, string>;
    return svgOf({ title: heading, names, counts, kindName, colours, ink, paper });
  }

  protected override config(): Required<Pick<ChartConfiguration<'bar'>, 'type' | 'data' | 'options'>> {
    const { names, ink } = this;
    const tones = KINDS.map((kind) => this.#tone(kind));
    const ticks = { color: ink, precision: 0 }; // rows are whole
    const scale = { stacked: names !== null, ticks, grid: { display: false }, border: { color: ink } };
    const options: ChartOptions<'bar'> = {
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
    };
    const datasets = names
      ? KINDS.map((kind, i) => ({ label: kindName(kind), data: [...this.counts[kind]], backgroundColor: tones[i] ?? ink }))
      : [{ data: KINDS.map((kind) => this.counts[kind][0] ?? 0), backgroundColor: tones }];
    return { type: 'bar', data: { labels: names ? [...names] : KINDS.map(kindName), datasets }, options };
  }
}

customElements.define('emotions-chart', EmotionsChart);
