import { asClassifierError } from './reader';
import type { ClassifierError } from '../shared/errors';
import type { ExplainedWord } from './state';
import type { Why } from './views/why';

/** Why the label is what it is, once a person asks. */
export type ExplanationState =
  | { readonly kind: 'closed' }
  | { readonly kind: 'loading' }
  | { readonly kind: 'open'; readonly words: readonly ExplainedWord[]; readonly why: Why }
  | { readonly kind: 'failed'; readonly error: ClassifierError };

/** Opens and closes the answer to "why?" of one tag. Closing aborts the asking: hundreds of readings would hold up the page's texts. */
export class Explainer {
  #state: ExplanationState = { kind: 'closed' };
  #changed: () => void;
  #asking: AbortController | undefined;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  get state(): ExplanationState {
    return this.#state;
  }

  close(): void {
    this.#asking?.abort();
    this.#show({ kind: 'closed' });
  }

  /** Ask and open. Resolves with the words that show, or `null` where none do. */
  async open(ask: (signal: AbortSignal) => Promise<ExplainedWord[]>): Promise<readonly ExplainedWord[] | null> {
    this.#asking?.abort();
    const { signal } = (this.#asking = new AbortController());
    const loading: ExplanationState = { kind: 'loading' };
    this.#show(loading);
    let answer: ExplanationState;
    try {
      const [words, { why }] = await Promise.all([ask(signal), import('./views/why')]);
      answer = { kind: 'open', words, why };
    } catch (error) {
      answer = { kind: 'failed', error: asClassifierError(error) };
    }
    if (this.#state !== loading) return null;
    this.#show(answer);
    return answer.kind === 'open' ? answer.words : null;
  }

  #show(state: ExplanationState): void {
    this.#state = state;
    this.#changed();
  }
}
