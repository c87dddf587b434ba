/** "Prove it": reads a sentence with the network denied, and shows what was asked of it meanwhile. */
import { html, type TemplateResult } from 'lit';
import { PagePart } from '../page-part';
import { score } from '../numbers';
import { proveIt, type Proof } from './prove-it';
import { feeling } from '../words/feelings';
import { fill } from '../words/forms';
import { number, words } from '../words/speech';

type State = { readonly kind: 'idle' } | { readonly kind: 'proving' } | Proof;

export class ProofPanel extends PagePart {
  #state: State = { kind: 'idle' };

  protected override render(): TemplateResult {
    const said = words().model;
    return html`
      <section class="panel" aria-labelledby="proof-title">
        <h2 id="proof-title">${said.prove}</h2>
        <p>${said.proveMeans}</p>
        <form @submit=${this.#prove}>
          <label for="proof-text">${said.sentence}</label>
          <input
            id="proof-text"
            class="field"
            name="text"
            lang="en"
            dir="auto"
            value="I am so happy that you came!"
            autocomplete="off"
            maxlength="1000"
            required
          />
          <button class="button primary" ?disabled=${this.#state.kind === 'proving'}>${said.goOffline}</button>
        </form>
        <div role="status">${outcome(this.#state)}</div>
      </section>
    `;
  }

  #prove = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (this.#state.kind === 'proving') return;
    const text = new FormData(event.target as HTMLFormElement).get('text');
    this.#show({ kind: 'proving' });
    this.#show(await proveIt(typeof text === 'string' ? text : ''));
  };

  #show(state: State): void {
    this.#state = state;
    this.requestUpdate();
  }
}

function outcome(state: State): TemplateResult | string {
  switch (state.kind) {
    case 'idle':
      return '';
    case 'proving':
      return words().model.proving;
    case 'unproved':
      return state.why();
    case 'proved':
      return proved(state);
  }
}

function proved({ reading, device, wasReachable, tally }: Extract<Proof, { kind: 'proved' }>): TemplateResult {
  const [strongest] = reading.scores;
  const said = words().model;
  const none = { unsure: words().notSure, blank: said.blank, 'unsupported-language': said.foreign }[reading.reason ?? 'unsure'];
  const facts: [string, string][] = [
    [
      said.answer,
      reading.label && strongest
        ? fill(said.answerWithScore, { feeling: feeling(reading.label), score: score(strongest.score) })
        : none,
    ],
    [said.readBy, device === 'webgpu' ? said.byGpu : said.byProcessor],
    [said.networkBefore, wasReachable ? said.answered : said.wasOffline],
    [said.tried, number(tally.tried)],
    [said.fromDevice, number(tally.kept)],
    [said.refused, fill(said.refusedOnPurpose, { n: number(tally.denied) })],
    [said.byNetwork, number(tally.network)],
  ];
  return html`<dl class="proof">
    ${facts.map(
      ([name, value]) =>
        html`<div>
          <dt>${name}</dt>
          <dd>${value}</dd>
        </div>`,
    )}
  </dl>`;
}

customElements.define('proof-panel', ProofPanel);
