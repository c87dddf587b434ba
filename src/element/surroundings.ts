/** A page that changes its own attributes in every frame costs its tags one look in so many milliseconds. */
const REST_MS = 150;
const EVENTS = ['change', 'toggle', 'transitionend', 'animationend', 'fullscreenchange'];

/** One watch for all tags of a page. */
const tellers = new Set<() => void>();
let life: AbortController | undefined;
let observer: MutationObserver | undefined;
let isResting = false;

/** Call back when something around an element has changed that the styles in it may follow, until the signal aborts. */
export function watchSurroundings(element: Element, signal: AbortSignal, tell: () => void): void {
  if (tellers.size === 0) start(element.ownerDocument);
  tellers.add(tell);
  for (let node = parentOf(element); node; node = parentOf(node)) observer?.observe(node, { attributes: true });
  signal.addEventListener('abort', () => {
    tellers.delete(tell);
    if (tellers.size > 0) return;
    life?.abort();
    life = undefined; // the reason of an abort remembers who called, and so keeps a tag that has gone
  });
}

function start(page: Document): void {
  life = new AbortController();
  const { signal } = life;
  observer = new MutationObserver(changed);
  observer.observe(page.head, { childList: true, attributes: true, subtree: true, characterData: true });
  for (const type of EVENTS) page.addEventListener(type, changed, { signal, capture: true, passive: true });
  addEventListener('resize', changed, { signal });
  signal.addEventListener('abort', () => observer?.disconnect());
}

function changed(): void {
  if (isResting) return;
  isResting = true;
  setTimeout(() => {
    isResting = false;
    for (const tell of tellers) tell();
  }, REST_MS);
}

/** The parent as styles go down: what a slot shows follows the slot's component. */
const parentOf = (element: Element): Element | null => {
  const root = element.getRootNode();
  return element.assignedSlot ?? element.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
};
