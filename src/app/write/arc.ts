import { html, svg, type TemplateResult } from 'lit';
import { EMOTIONS, type SentenceReading } from '../../index';

/** A lane for each emotion and one for none, so that a mark tells by its place before it tells by its colour. */
const LANES = [...EMOTIONS, 'not sure'] as const;

const laneOf = ({ label }: SentenceReading): (typeof LANES)[number] => label ?? 'not sure';

/** "Sentence 2 of 5: joy". */
export function sentenceName(sentences: readonly SentenceReading[], i: number): string {
  const sentence = sentences[i];
  return sentence ? `Sentence ${String(i + 1)} of ${String(sentences.length)}: ${laneOf(sentence)}` : '';
}

/** The six scores along a text as six strips, each as high as the emotion is strong there. */
const strips = (sentences: readonly SentenceReading[]): TemplateResult[] =>
  EMOTIONS.map((emotion, lane) => {
    const steps = sentences.map(({ scores }, i) => {
      const height = 0.9 * (scores.find(({ label }) => label === emotion)?.score ?? 0);
      const y = String(lane + 1 - height);
      return `L${String(i)},${y} L${String(i + 1)},${y}`;
    });
    return svg`<path class="strip ${emotion}" d="M0,${lane + 1} ${steps.join(' ')} L${sentences.length},${lane + 1} Z"></path>`;
  });

/**
 * The course of a text: how strong each emotion is in each sentence, and a mark in the lane of its label. A slider lies over it, so that
 * pointer and arrow keys go from sentence to sentence.
 * @param picked the sentence that is looked at, from 0
 */
export function arc(sentences: readonly SentenceReading[], picked: number, pick: (picked: number) => void): TemplateResult {
  return html`<div class="arc">
    <ol class="lanes" aria-hidden="true">
      ${LANES.map((lane) => html`<li class=${lane.replace(' ', '-')}>${lane}</li>`)}
    </ol>
    <div class="course" .style=${`--count: ${String(sentences.length)}`}>
      <svg viewBox="0 0 ${sentences.length} ${LANES.length}" preserveAspectRatio="none" aria-hidden="true">
        <rect class="cursor" x=${picked} y="0" width="1" height=${LANES.length}></rect>
        ${strips(sentences)}
        ${sentences.map((sentence, i) => {
          const lane = laneOf(sentence);
          const y = LANES.indexOf(lane) + 0.5;
          return svg`<line class="mark ${lane.replace(' ', '-')}" x1=${i + 0.3} x2=${i + 0.7} y1=${y} y2=${y}></line>`;
        })}
      </svg>
      <input
        type="range"
        aria-label="Sentence"
        min="1"
        max=${sentences.length}
        .value=${String(picked + 1)}
        aria-valuetext=${sentenceName(sentences, picked)}
        @input=${({ target }: Event) => {
          pick(Number((target as HTMLInputElement).value) - 1);
        }}
      />
    </div>
  </div>`;
}
