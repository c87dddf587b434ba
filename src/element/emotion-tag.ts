import { html, LitElement, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import type { DevicePreference, Emotion, EmotionScore, Reading } from '../engine/index';
import { oneOf } from './attributes';
import { EmotionChangeEvent, EmotionErrorEvent } from './events';
import { Reader } from './reader';
import type { State } from './state';
import { styles } from './styles';
import { view } from './views';

const DEVICES: readonly [DevicePreference, ...DevicePreference[]] = ['auto', 'webgpu', 'wasm'];

/**
 * Shows the emotion in its text: `<emotion-tag>What a day!</emotion-tag>`. The text never leaves the browser.
 *
 * @slot - The text to read, unless `text` is set. It shows as it is, whatever happens.
 * @csspart badge - The label with its shape and score, or the progress, or what went wrong.
 * @csspart shape - The small drawing of the emotion.
 * @csspart label - The word.
 * @csspart score - The strength, in percent.
 * @csspart mixed - The second emotion of a mixed reading.
 * @csspart progress - The bar while the model loads.
 * @cssproperty --emotion-tag-color - One colour instead of the six.
 * @cssstate empty, loading, read, unsure, failed - What shows.
 * @fires emotion-change {EmotionChangeEvent} with each new reading; bubbles, composed.
 * @fires emotion-error {EmotionErrorEvent} when a text could not be read; bubbles, composed.
 */
export class EmotionTag extends LitElement {
  static override styles = styles;

  static override properties: PropertyDeclarations = {
    text: {},
    device: { reflect: true },
    state: { state: true },
  };

  /** The text to read instead of the slotted one. `null`, the default, reads the slot. Blank text shows and loads nothing. */
  declare text: string | null;

  /** `auto` (default), `webgpu` or `wasm`. Either of the first two falls back to WASM. */
  declare device: DevicePreference;

  declare private state: State;
  #reader = new Reader((state) => {
    this.#show(state);
  });
  #slotted = new MutationObserver(() => {
    this.requestUpdate();
  });
  #internals = this.attachInternals();
  #lastRead: string | undefined;

  constructor() {
    super();
    this.text = null;
    this.device = 'auto';
    this.state = { kind: 'empty' };
  }

  /** The reading that shows, or `null` while there is none. */
  get reading(): Reading | null {
    return this.state.kind === 'read' || this.state.kind === 'unsure' ? this.state.reading : null;
  }

  /** The emotion that shows, or `null`. */
  get label(): Emotion | null {
    return this.reading?.label ?? null;
  }

  /** All six scores, strongest first, summing to 1; empty while there is no reading. */
  get scores(): readonly EmotionScore[] {
    return this.reading?.scores ?? [];
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#slotted.observe(this, { childList: true, characterData: true, subtree: true });
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#slotted.disconnect();
    queueMicrotask(() => {
      if (this.isConnected) return; // moved, not removed
      this.#reader.stop();
      this.#lastRead = undefined;
    });
  }

  override willUpdate(changed: PropertyValues): void {
    if (!this.isConnected) return;
    const device = oneOf('device', this.device, DEVICES);
    const text = typeof this.text === 'string' ? this.text : this.textContent;
    if (text === this.#lastRead && !changed.has('device')) return;
    this.#lastRead = text;
    void this.#reader.read(text, device);
  }

  override render(): TemplateResult {
    return html`<slot></slot> ${view(this.state)}`;
  }

  #show(state: State): void {
    this.state = state;
    this.#internals.states.clear();
    this.#internals.states.add(state.kind);
    if (state.kind === 'read' || state.kind === 'unsure') this.#tell(new EmotionChangeEvent(state.reading));
    if (state.kind === 'failed') this.#tell(new EmotionErrorEvent(state.error));
  }

  /** After the new state shows, so that listeners see what people see; not if a newer one has replaced it. */
  #tell(event: Event): void {
    const told = this.state;
    void this.updateComplete.then(() => {
      if (this.state === told) this.dispatchEvent(event);
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'emotion-tag': EmotionTag;
  }
}
