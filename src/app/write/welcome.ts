import { html, type TemplateResult } from 'lit';
import { EMOTIONS } from '../../index';
import { feeling } from '../words/feelings';
import { words } from '../words/speech';
import { examples } from './examples';

/** Shown in place of the reading: what to expect of it. */
export function expectations(): TemplateResult {
  const said = words().expectations;
  const terms = [
    [said.while, said.whileMeans],
    [said.sentences, said.sentencesMean],
    [said.why, said.whyMeans],
    [said.unsure, said.unsureMeans],
  ];
  return html`
    <h2 id="expectations-title">${said.title}</h2>
    <dl class="expectations">
      ${terms.map(
        ([term, meaning]) =>
          html`<div>
            <dt>${term}</dt>
            <dd>${meaning}</dd>
          </div>`,
      )}
    </dl>
    <ul class="six" aria-label=${words().write.six}>
      ${EMOTIONS.map((emotion) => html`<li class=${emotion}>${feeling(emotion)}</li>`)}
    </ul>
  `;
}

export const exampleList = (take: (example: string, event: PointerEvent) => void): TemplateResult =>
  html`<section class="below" aria-labelledby="examples-title">
    <h2 id="examples-title">${words().write.tryOne}</h2>
    <div id="examples" class="examples" lang="en">
      ${examples.map(
        (example) =>
          html`<button
            type="button"
            @click=${(event: PointerEvent) => {
              take(example, event);
            }}
          >
            ${example}
          </button>`,
      )}
    </div>
  </section>`;
