import { announce } from './announcer';
import type { Language } from './language';
import type { State } from './state';

/** What a screen reader says about a state that was waited for; nothing while there is no answer. */
function spoken(state: State, { words, score }: Language): string | null {
  if (state.kind === 'failed') return words.failures[state.error.code];
  if (state.kind !== 'read' && state.kind !== 'unsure') return null;
  const { label, mixed, reason, scores } = state.reading;
  if (!label) return words.reasons[reason ?? 'unsure'];
  if (mixed) return `${words.emotions[label]} + ${words.emotions[mixed]}`;
  return `${words.emotions[label]} ${score(scores[0]?.score ?? 0)}`;
}

/** Announces what one tag shows when someone is waiting for it, and only then. */
export class Announcement {
  #host: Element;
  #isAwaited = false;
  #isWaitSaid = false;

  constructor(host: Element) {
    this.#host = host;
  }

  /** A person waits for the next answer. */
  expect(): void {
    this.#isAwaited = true;
  }

  /** The answer takes more than a moment: said once, however long it takes. */
  wait(language: Language): void {
    if (!this.#isAwaited || this.#isWaitSaid) return;
    this.#isWaitSaid = true;
    announce(language.words.reading, language, this.#host, 'now');
  }

  /** @param isTyped the person may go on writing */
  tell(state: State, language: Language, isTyped: boolean): void {
    const message = this.#isAwaited ? spoken(state, language) : null;
    this.#isAwaited = this.#isWaitSaid = false;
    if (message !== null) announce(message, language, this.#host, isTyped ? 'after typing' : 'now');
  }
}
