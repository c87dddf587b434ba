import { html, svg, type TemplateResult } from 'lit';
import { EMOTIONS, type SentenceReading } from '../../index';
import { feeling } from '../words/feelings';
import { fill } from '../words/forms';
import { number, words } from '../words/speech';

/** What a pointer or a keyboard does along a text; sentences count from 0, -1 is none. */
export interface Walk {
  readonly pick: (picked: number) => void;
  readonly look: (looked: number) => void;
}

/** A lane for each emotion and one for none, so that a mark tells by its place before it tells by its colour. */
const LANES = [...EMOTIONS, null] as const;

const classOf = (lane: (typeof LANES)[number]): string => lane ?? 'not-sure';

/** "Sentence 2 of 5: joy". */
export function sentenceName(sentences: readonly SentenceReading[], i: number): string {
  const sentence = sentences[i];
  return sentence
    ? fill(words().write.sentenceName, { i: number(i + 1), n: number(sentences.length), feeling: feeling(sentence.label) })
    : '';
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
 * @param picked the sentence that was chosen, from 0
 * @param looked the one that a pointer is at; else the same
 */
export function arc(sentences: readonly SentenceReading[], picked: number, looked: number, { pick, look }: Walk): TemplateResult {
  return html`<div class="arc">
    <ol class="lanes" aria-hidden="true">
      ${LANES.map((lane) => html`<li class=${classOf(lane)}>${feeling(lane)}</li>`)}
    </ol>
    <div class="course" dir="ltr" .style=${`--count: ${String(sentences.length)}`}>
      <svg viewBox="0 0 ${sentences.length} ${LANES.length}" preserveAspectRatio="none" aria-hidden="true">
        <rect class="cursor" x=${looked} y="0" width="1" height=${LANES.length}></rect>
        ${strips(sentences)}
        ${sentences.map((sentence, i) => {
          const y = LANES.indexOf(sentence.label) + 0.5;
          return svg`<line class="mark ${classOf(sentence.label)}" x1=${i + 0.3} x2=${i + 0.7} y1=${y} y2=${y}></line>`;
        })}
      </svg>
      <input
        type="range"
        aria-label=${words().write.sentence}
        min="1"
        max=${sentences.length}
        .value=${String(picked + 1)}
        aria-valuetext=${sentenceName(sentences, picked)}
        @pointermove=${({ pointerType, offsetX, currentTarget }: PointerEvent) => {
          const { offsetWidth } = currentTarget as HTMLElement;
          if (pointerType !== 'touch')
            look(Math.max(0, Math.min(sentences.length - 1, Math.floor((sentences.length * offsetX) / offsetWidth))));
        }}
        @pointerleave=${() => {
          look(-1);
        }}
        @input=${({ target }: Event) => {
          pick(Number((target as HTMLInputElement).value) - 1);
        }}
      />
    </div>
  </div>`;
}
