import { flowText } from './flow-text';
import type { watchSight } from './sight';
import { watchSurroundings } from './surroundings';

export { flowText };

const CHANGES: MutationObserverInit = {
  childList: true,
  characterData: true,
  subtree: true,
  attributeFilter: ['alt', 'class', 'hidden', 'open', 'slot', 'style'],
};

/** Apart from its tag: an element that never gets its definition would keep it. */
interface Watch {
  follow: (() => void) | undefined;
}

function followOnceDefined(localName: string, watch: Watch): void {
  void customElements.whenDefined(localName).then(() => watch.follow?.());
}

/**
 * What a person sees in a tag: what stands in it and in the components in it, or what a page puts into slots that stand in it, since a component
 * may wrap the tag around its own. Tells whenever that may have changed.
 */
export class Seen {
  #host: Element;
  #tell: () => void;
  #life = new AbortController();
  #undisplayed = new AbortController();
  #watchSight: typeof watchSight;

  /** @param sight what is here already */
  constructor(host: Element, tell: () => void, sight: typeof watchSight) {
    this.#watchSight = sight;
    this.#host = host;
    this.#tell = tell;
    const { signal } = this.#life;
    const watch: Watch = { follow: undefined };
    const observer = new MutationObserver((records) => {
      if (records.some(({ type }) => type === 'childList')) observe(host);
      tell();
    });
    const observe = (node: Node): void => {
      observer.observe(node, CHANGES);
      if (node.nodeType === Node.TEXT_NODE) return;
      const elements = [...(node as Element | ShadowRoot).querySelectorAll('*')];
      if (node.nodeType === Node.ELEMENT_NODE) elements.push(node as Element);
      for (const element of elements) {
        const { localName, shadowRoot } = element;
        if (localName === 'slot') (element as HTMLSlotElement).assignedNodes({ flatten: true }).forEach(observe);
        if (shadowRoot && localName !== 'emotion-tag') observe(shadowRoot);
        if (localName.includes('-') && !customElements.get(localName)) followOnceDefined(localName, watch);
      }
    };
    const follow = (): void => {
      observer.disconnect();
      observe(host);
      tell();
    };
    watch.follow = follow;
    for (const type of ['slotchange', 'transitionend', 'animationend']) host.addEventListener(type, follow, { signal });
    signal.addEventListener('abort', () => {
      watch.follow = undefined;
      observer.disconnect();
      this.#undisplayed.abort();
    });
    observe(host);
    watchSurroundings(host, signal, tell);
  }

  get text(): string {
    const { text, undisplayed } = flowText(this.#host);
    this.#undisplayed.abort();
    this.#undisplayed = new AbortController();
    // Whatever displays them, even what `surroundings` does not notice, they come into view then.
    for (const element of undisplayed)
      this.#watchSight(element, this.#undisplayed.signal, (isInView) => {
        if (isInView) this.#tell();
      });
    return text;
  }

  stop(): void {
    this.#life.abort();
  }
}
