import { warnOnce } from './attributes';
import { seenIn } from './content';
import { Pace } from './pace';

export interface FieldListener {
  /** Another text is to be read; resolves when it has been. */
  readonly changed: () => Promise<void>;
  /** Called with every change, before it is taken. */
  readonly typed: () => void;
}

/** Follows the field that `for` names: its text while a person types, whenever it comes, goes or is replaced. */
export class Field {
  #host: Element;
  #changed: () => void;
  #pace: Pace;
  #typed: () => void;
  #id: string | null = null;
  #found: HTMLElement | null = null;
  #isFollowed = false;
  #life = new AbortController();
  /** As it was taken last. */
  #text = '';

  constructor(host: Element, { changed, typed }: FieldListener) {
    this.#host = host;
    this.#changed = () => void changed();
    this.#pace = new Pace(changed);
    this.#typed = typed;
  }

  /** Its text, as it was taken last while somebody types; `null` without a `for`, empty while the field is missing. */
  get text(): string | null {
    if (this.#id === null) return null;
    if (!this.#pace.isBehind) this.#text = this.#now;
    return this.#text;
  }

  /** Whether there is more than `text` tells. */
  get isBehind(): boolean {
    return this.#pace.isBehind;
  }

  get #now(): string {
    const element = this.#element;
    if (isInput(element)) return element.value;
    return element ? (seenIn(element, this.#changed) ?? this.#text) : '';
  }

  /** Where its text stands in the page: not inside an input. */
  get editable(): Element | null {
    return isInput(this.#element) ? null : this.#element;
  }

  /** What has the id, while it can be followed: a text may become a password at any time. */
  get #element(): HTMLElement | null {
    return this.#found && canFollow(this.#found) ? this.#found : null;
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
    observer.observe(root, {
      childList: true,
      subtree: true,
      attributes: true,
      attributeFilter: ['id', 'type', 'contenteditable'],
    });
    this.#life.signal.addEventListener('abort', () => {
      observer.disconnect();
    });
    this.#find(root);
    if (!this.#found) this.#sayMissing(id, this.#life.signal);
  }

  stop(): void {
    this.#pace.stop();
    this.#life.abort();
    this.#id = null;
    this.#found = null;
  }

  #find(root: Document | ShadowRoot): void {
    const found = root.getElementById(this.#id ?? '');
    const isSame = found === this.#found;
    this.#found = found;
    if (found && !isSame) this.#listen(found, root);
    const isFollowed = this.#element !== null;
    if (isSame && isFollowed === this.#isFollowed) return;
    this.#isFollowed = isFollowed;
    if (found && !isFollowed)
      warnOnce(`<emotion-tag for="${String(this.#id)}"> follows a textarea, text input or editable element, not this one.`);
    this.#pace.stop();
    this.#changed();
  }

  #listen(field: HTMLElement, root: Document | ShadowRoot): void {
    const { signal } = this.#life;
    const later = (): void => {
      this.#typed();
      this.#pace.changed();
    };
    const onInput = (event: Event): void => {
      if (this.#element === field && !isUnfinished(event)) later();
    };
    for (const type of ['input', 'change', 'compositionend']) field.addEventListener(type, onInput, { signal });
    // A reset changes the value after its event, and says nothing to the field.
    root.addEventListener(
      'reset',
      ({ target }) => {
        if (isInput(field) && target === field.form) setTimeout(later);
      },
      { signal },
    );
  }

  /** Not before the page could have brought it. */
  #sayMissing(id: string, signal: AbortSignal): void {
    const say = (): void => {
      if (!this.#found && !signal.aborted) warnOnce(`<emotion-tag for="${id}"> waits for an element with this id.`);
    };
    if (document.readyState !== 'loading') setTimeout(say);
    else document.addEventListener('DOMContentLoaded', say, { once: true, signal });
  }
}

/** Signs on their way to others are no text yet. Phones compose each English word too, and that is one from its first letter on. */
const isUnfinished = (event: Event): boolean =>
  (event as InputEvent).isComposing && /(?!\p{Script=Latin})\p{L}/u.test((event as InputEvent).data ?? '');

/** Passwords and numbers are nobody's feelings. */
const TEXT_TYPES = new Set(['textarea', 'text', 'search', 'email', 'url', 'tel']);

/** Fields that have been one for a password: a button that shows it makes a text of it, and it is a secret still. */
const secrets = new WeakSet<Element>();

/** By its name: one that came from another document is no instance of this one's class. */
const isInput = (element: HTMLElement | null): element is HTMLInputElement | HTMLTextAreaElement =>
  /^(input|textarea)$/.test(element?.localName ?? '');

function canFollow(element: HTMLElement): boolean {
  if (!isInput(element)) return element.isContentEditable;
  if (element.type === 'password') secrets.add(element);
  return TEXT_TYPES.has(element.type) && !secrets.has(element);
}
