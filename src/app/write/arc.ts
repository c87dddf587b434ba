import { html, svg, type TemplateResult } from 'lit';
import { EMOTIONS, type SentenceReading } from '../../index';

/** A lane for each emotion and one for none, from above: a mark tells by its place before it tells by its colour. */
const LANES = [...EMOTIONS, 'not sure'] as const;

const laneOf = ({ label }: SentenceReading): (typeof LANES)[number] => label ?? 'not sure';

/** "Sentence 2 of 5: joy". */
export function sentenceName(sentences: readonly SentenceReading[], i: number): string {
  const sentence = sentences[i];
  return sentence ? `Sentence ${String(i + 1)} of ${String(sentences.length)}: ${laneOf(sentence)}` : '';
}

/**
 * The course of a text: one mark for each sentence. A slider lies over it, so that pointer and arrow keys go from sentence to sentence.
 * @param picked the sentence that is looked at, from 0
 */
export function arc(sentences: readonly SentenceReading[], picked: number, pick: (picked: number) => void): TemplateResult {
  return html`<div class="arc">
    <ol class="lanes" aria-hidden="true">
      ${LANES.map((lane) => html`<li class=${lane.replace(' ', '-')}>${lane}</li>`)}
    </ol>
    <div class="course">
      <svg viewBox="0 0 ${sentences.length} ${LANES.length}" preserveAspectRatio="none" aria-hidden="true">
        <rect class="cursor" x=${picked} y="0" width="1" height=${LANES.length}></rect>
        ${sentences.map((sentence, i) => {
          const lane = laneOf(sentence);
          return svg`<rect class="mark ${lane.replace(' ', '-')}" x=${i + 0.1} y=${LANES.indexOf(lane) + 0.2} width="0.8" height="0.6"></rect>`;
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
