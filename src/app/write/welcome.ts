import { html, type TemplateResult } from 'lit';
import { EMOTIONS } from '../../index';
import { examples } from './examples';

/** What stands where the reading will be: what to expect of it. */
export const expectations = (): TemplateResult => html`
  <h2 id="expectations-title">What you will see</h2>
  <dl class="expectations">
    <div>
      <dt>While you write</dt>
      <dd>One of six emotions, and how strong each is.</dd>
    </div>
    <div>
      <dt>From two sentences on</dt>
      <dd>How the text rises and falls, sentence by sentence.</dd>
    </div>
    <div>
      <dt>Why?</dt>
      <dd>The words that speak for the answer, and those against it.</dd>
    </div>
    <div>
      <dt>Not sure</dt>
      <dd>An answer too. Plain facts have no emotion.</dd>
    </div>
  </dl>
  <ul class="six" aria-label="The six emotions">
    ${EMOTIONS.map((emotion) => html`<li class=${emotion}>${emotion}</li>`)}
  </ul>
`;

export const exampleList = (take: (example: string, event: PointerEvent) => void): TemplateResult =>
  html`<section class="below" aria-labelledby="examples-title">
    <h2 id="examples-title">Try one of these</h2>
    <div id="examples" class="examples">
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
