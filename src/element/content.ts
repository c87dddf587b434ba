import { watchLanguage } from './language';
import type { Seen } from './seen';
import { watchSight } from './sight';

/** The code that reads markup comes with the first text that has any: most have none. */
let markup: typeof import('./seen') | undefined;
let coming: Promise<void> | undefined;
let isLost = false;

async function load(): Promise<void> {
  try {
    markup = await import('./seen');
  } catch {
    isLost = true;
    coming = undefined;
  }
}

/** The text of an element that has no others in it, as a browser sets it. */
function plainText(element: Element): string {
  const text = element.textContent;
  const isSet = !/^\s|\s$|\s\s|[^\S ]/.test(text) || /pre|break-s/.test(getComputedStyle(element).whiteSpace);
  return isSet ? text : text.trim().replace(/\s+/g, ' ');
}

/**
 * The text of an element as a person sees it; `null` while what reads it is on its way, which is told. Where that does not come, all words count,
 * and the next text tries again.
 */
export function seenIn(element: Element, arrived: () => void): string | null {
  if (element.childElementCount === 0) return plainText(element);
  if (markup) return markup.flowText(element).text;
  const wasLost = isLost;
  coming ??= load();
  void coming.then(() => {
    if (markup || !wasLost) arrived();
  });
  return wasLost ? plainText(element) : null;
}

/** What stands in a tag. Tells whenever what is seen of it may have changed, or the language around it. */
export class Content {
  #host: Element;
  #tell: () => void;
  #seen: Seen | undefined;
  #life = new AbortController();

  constructor(host: Element, tell: () => void) {
    this.#host = host;
    this.#tell = tell;
  }

  /** `null` while what reads it is on its way, which is told. */
  get text(): string | null {
    if (markup && this.#host.childElementCount > 0) this.#seen ??= new markup.Seen(this.#host, this.#tell, watchSight);
    return this.#seen ? this.#seen.text : seenIn(this.#host, this.#tell);
  }

  start(): void {
    this.#life = new AbortController();
    const { signal } = this.#life;
    const observer = new MutationObserver(this.#tell);
    observer.observe(this.#host, { childList: true, characterData: true, subtree: true });
    signal.addEventListener('abort', () => {
      observer.disconnect();
      this.#seen?.stop();
      this.#seen = undefined;
    });
    signal.addEventListener('abort', watchLanguage(this.#host, this.#tell));
    this.#tell();
  }

  stop(): void {
    this.#life.abort();
  }
}
