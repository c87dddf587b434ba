/** "Prove it": reads a sentence with the network denied, and shows what was asked of it meanwhile. */
import { html, LitElement, type TemplateResult } from 'lit';
import { score } from '../numbers';
import { proveIt, type Proof } from './prove-it';

type State = { readonly kind: 'idle' } | { readonly kind: 'proving' } | Proof;

export class ProofPanel extends LitElement {
  #state: State = { kind: 'idle' };

  protected override createRenderRoot(): this {
    return this;
  }

  protected override render(): TemplateResult {
    return html`
      <section class="panel" aria-labelledby="proof-title">
        <h2 id="proof-title">Prove it</h2>
        <p>
          Every request of this page is refused. The model starts anew from what is kept on this device, and reads your sentence.
          For these few seconds other tabs of this page have no network either.
        </p>
        <form @submit=${this.#prove}>
          <label for="proof-text">A sentence</label>
          <input
            id="proof-text"
            class="field"
            name="text"
            value="I am so happy that you came!"
            autocomplete="off"
            maxlength="1000"
            required
          />
          <button class="button primary" ?disabled=${this.#state.kind === 'proving'}>Go offline and read it</button>
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
      return 'Offline, and reading…';
    case 'unproved':
      return state.why;
    case 'proved':
      return proved(state);
  }
}

function proved({ reading, device, wasReachable, tally }: Extract<Proof, { kind: 'proved' }>): TemplateResult {
  const [strongest] = reading.scores;
  const answer = reading.label ?? (reading.reason === 'unsure' ? 'not sure' : (reading.reason ?? ''));
  const facts: [string, string][] = [
    ['The answer', reading.label && strongest ? `${answer}, ${score(strongest.score)}` : answer],
    ['Read by', device === 'webgpu' ? 'the GPU, in a new worker' : 'the processor, in a new worker'],
    ['The network before', wasReachable ? 'answered' : 'did not answer either: this device was offline'],
    ['Requests tried', String(tally.tried)],
    ['Answered from this device', String(tally.kept)],
    ['Refused', `${String(tally.denied)}, one of them on purpose to see that it is`],
    ['Answered by the network', String(tally.network)],
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
