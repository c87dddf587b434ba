/** The weeks of a year as a stream: as wide as there are entries, each emotion as wide as what it has of them. */
import { area, curveMonotoneX, stack, stackOffsetSilhouette, stackOrderInsideOut } from 'd3-shape';
import { html, svg, type TemplateResult } from 'lit';
import { words } from '../../words/speech';
import { EMOTIONS, type Emotion } from '../../../index';
import { shortDayName } from '../days';
import type { Week } from '../year';

/** For eyes alone: the table beside it says the same. */
export function stream(weeks: readonly Week[]): TemplateResult {
  const layers = stack<Week, Emotion>()
    .keys(EMOTIONS)
    .value(({ shares }, emotion) => shares[emotion])
    .order(stackOrderInsideOut)
    .offset(stackOffsetSilhouette)([...weeks]);
  const edge = Math.max(...layers.flat().flatMap(([from, to]) => [Math.abs(from), Math.abs(to)]), 0.5);
  const shape = area<readonly [number, number]>(
    (_, i) => i,
    ([from]) => from,
    ([, to]) => to,
  ).curve(curveMonotoneX);
  return html`<figure class="stream" aria-hidden="true">
    <figcaption>${words().journal.weekByWeek}</figcaption>
    <svg viewBox="0 ${-edge} ${weeks.length - 1} ${2 * edge}" preserveAspectRatio="none">
      ${layers.map((layer) => svg`<path class=${layer.key} d=${shape(layer.map(([from, to]) => [from, to] as const)) ?? ''}></path>`)}
    </svg>
    <p class="ends"><span>${shortDayName(weeks[0]?.monday ?? '')}</span><span>${shortDayName(weeks.at(-1)?.monday ?? '')}</span></p>
  </figure>`;
}
