import { html, svg, type TemplateResult } from 'lit';
import type { SentenceReading } from '../../index';

/**
 * A lane for each emotion and one for none, so that a mark tells by its place before it tells by its colour. The bright ones are above and
 * the heavy ones below: the line between the marks rises and falls with the text.
 */
const LANES = ['love', 'joy', 'surprise', 'not sure', 'fear', 'anger', 'sadness'] as const;

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
  const height = (sentence: SentenceReading): number => LANES.indexOf(laneOf(sentence)) + 0.5;
  return html`<div class="arc">
    <ol class="lanes" aria-hidden="true">
      ${LANES.map((lane) => html`<li class=${lane.replace(' ', '-')}>${lane}</li>`)}
    </ol>
    <div class="course" .style=${`--count: ${String(sentences.length)}`}>
      <svg viewBox="0 0 ${sentences.length} ${LANES.length}" preserveAspectRatio="none" aria-hidden="true">
        <line class="middle" x1="0" x2=${sentences.length} y1="3.5" y2="3.5"></line>
        <rect class="cursor" x=${picked} y="0" width="1" height=${LANES.length}></rect>
        <polyline class="thread" points=${sentences.map((s, i) => `${String(i + 0.5)},${String(height(s))}`).join(' ')}></polyline>
        ${sentences.map((sentence, i) => {
          const [y, lane] = [height(sentence), laneOf(sentence).replace(' ', '-')];
          return svg`<line class="mark ${lane}" x1=${i + 0.3} x2=${i + 0.7} y1=${y} y2=${y}></line>`;
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
