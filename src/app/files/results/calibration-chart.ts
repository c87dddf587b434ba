import type { ChartConfiguration, ChartOptions } from 'chart.js';
import { html, type PropertyDeclarations, type TemplateResult } from 'lit';
import { counted, language, words } from '../../words/speech';
import { diagramOf, type Point } from './calibration';
import { BUTTONS, DrawnChart } from './drawn-chart';

const share = (value: number): string => value.toLocaleString(language(), { style: 'percent' });
const GAP = { x: NaN, y: NaN };

/** A point for rows of which the model was about equally sure; the nearer to the dashed line, the better it knows how right it is. */
export class CalibrationChart extends DrawnChart {
  static override properties: PropertyDeclarations = { ...DrawnChart.properties, points: { attribute: false } };

  declare points: readonly Point[];

  protected override render(): TemplateResult {
    return html`${super.render()}<i class="tone none" hidden></i><i class="tone dots" hidden></i>`;
  }

  #tone(name: 'none' | 'dots'): string {
    return getComputedStyle(this.querySelector(`.tone.${name}`) ?? this).color;
  }

  protected override svg(paper: string): string {
    const { heading: title, points, ink } = this;
    const { sure, right } = words().files;
    return diagramOf({ title, points, sure, right, share, ink, paper, dots: this.#tone('dots'), line: this.#tone('none') });
  }

  protected override config(): Required<Pick<ChartConfiguration<'scatter'>, 'type' | 'data' | 'options'>> {
    const { points, ink } = this;
    const [dots, line] = [this.#tone('dots'), this.#tone('none')];
    const plain = { showLine: true, pointRadius: 0, pointHitRadius: 0 };
    const datasets = [
      {
        data: points.map(({ sure, right }) => ({ x: sure, y: right })),
        pointRadius: points.map(({ radius }) => radius),
        pointHoverRadius: points.map(({ radius }) => radius + 1),
        backgroundColor: dots,
      },
      {
        ...plain,
        data: points.flatMap(({ sure, from, to }) => [{ x: sure, y: from }, { x: sure, y: to }, GAP]),
        borderColor: dots,
        borderWidth: 2,
      },
      {
        ...plain,
        data: [
          { x: 0, y: 0 },
          { x: 1, y: 1 },
        ],
        borderColor: line,
        borderWidth: 1,
        borderDash: [6, 6],
      },
    ];
    return { type: 'scatter', data: { datasets }, options: optionsOf(points, ink) };
  }
}

function optionsOf(points: readonly Point[], ink: string): ChartOptions<'scatter'> {
  const said = words().files;
  const scale = (title: string) => ({
    min: 0,
    max: 1,
    ticks: { color: ink, stepSize: 0.2, callback: (value: string | number) => share(Number(value)) },
    title: { display: true, text: title, color: ink },
    grid: { display: false },
    border: { color: ink },
  });
  return {
    animation: false,
    maintainAspectRatio: false,
    clip: false,
    layout: { padding: { top: BUTTONS + 8, right: 12 } },
    plugins: {
      legend: { display: false },
      tooltip: {
        filter: ({ datasetIndex }) => datasetIndex === 0,
        callbacks: {
          label: ({ dataIndex }) => {
            const point = points[dataIndex];
            if (!point) return '';
            const { rows, sure, right } = point;
            return [`${said.sure}: ${share(sure)}`, `${said.right}: ${share(right)}`, counted(said.rowsInFile, rows)];
          },
        },
      },
    },
    scales: { x: scale(said.sure), y: scale(said.right) },
  };
}

customElements.define('calibration-chart', CalibrationChart);
