import { warnOnce } from './attributes';
import { flowText, type FlowText } from './flow-text';

/** A pause in typing after which the text counts as written, in milliseconds. */
const PAUSE_MS = 250;

/** Follows the field that `for` names: its text while a person types, whenever it comes, goes or is replaced. */
export class Field {
  #host: Element;
  #changed: () => void;
  #id: string | null = null;
  #element: HTMLElement | null = null;
  #life = new AbortController();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: Element, changed: () => void) {
    this.#host = host;
    this.#changed = changed;
  }

  /** Its text; `null` without a `for`, empty while the field is missing. */
  get text(): string | null {
    if (this.#id === null) return null;
    return this.flow?.text ?? (isInput(this.#element) ? this.#element.value : '');
  }

  /** Its text with places in the page, where that exists: not inside an input. */
  get flow(): FlowText | null {
    return this.#element && !isInput(this.#element) ? flowText(this.#element) : null;
  }

  /** Follow the element with this id in the host's own tree, now and when another takes its place; `null` follows none. */
  follow(id: string | null): void {
    if (id === this.#id) return;
    this.stop();
    if (id === null) return;
    this.#id = id;
    this.#life = new AbortController();
    const root = this.#host.getRootNode() as Document | ShadowRoot;
    const observer = new MutationObserver(() => {
      this.#find(root);
    });
    observer.observe(root, { childList: true, subtree: true, attributes: true, attributeFilter: ['id'] });
    this.#life.signal.addEventListener('abort', () => {
      observer.disconnect();
    });
    this.#find(root);
    if (!this.#element) this.#sayMissing(id, this.#life.signal);
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#life.abort();
    this.#id = null;
    this.#element = null;
  }

  #find(root: Document | ShadowRoot): void {
    const found = root.getElementById(this.#id ?? '');
    if (found === this.#element) return;
    this.#element = null;
    if (found && canFollow(found)) this.#listen(found, root);
    else if (found)
      console.warn(
        `<emotion-tag for="${String(this.#id)}"> follows a textarea, a text input or an editable element, not this one.`,
        found,
      );
    this.#changed();
  }

  #listen(field: HTMLElement, root: Document | ShadowRoot): void {
    this.#element = field;
    const { signal } = this.#life;
    const later = (): void => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(this.#changed, PAUSE_MS);
    };
    const onInput = (event: Event): void => {
      if (this.#element === field && !(event as InputEvent).isComposing) later();
    };
    for (const type of ['input', 'change', 'compositionend']) field.addEventListener(type, onInput, { signal });
    // A reset changes the value after its event, and says nothing to the field.
    root.addEventListener(
      'reset',
      ({ target }) => {
        if (isInput(field) && target === field.form) later();
      },
      { signal },
    );
  }

  /** Not before the page could have brought it. */
  #sayMissing(id: string, signal: AbortSignal): void {
    const say = (): void => {
      if (!this.#element && !signal.aborted) warnOnce(`<emotion-tag for="${id}"> waits for an element with this id.`);
    };
    if (document.readyState !== 'loading') setTimeout(say);
    else document.addEventListener('DOMContentLoaded', say, { once: true, signal });
  }
}

/** Passwords and numbers are nobody's feelings. */
const TEXT_TYPES = new Set(['text', 'search', 'email', 'url', 'tel']);

const isInput = (element: HTMLElement | null): element is HTMLInputElement | HTMLTextAreaElement =>
  element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;

function canFollow(element: HTMLElement): boolean {
  if (element instanceof HTMLInputElement) return TEXT_TYPES.has(element.type);
  return element instanceof HTMLTextAreaElement || element.isContentEditable;
}
