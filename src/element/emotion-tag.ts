import { html, LitElement, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { DevicePreference, Emotion, EmotionScore, Reading } from '../engine/index';
import { admit, grant, type Load } from './admission';
import { numberIn, oneOf, requestOf, stringOf, VIEWS, warnOnce, type View } from './attributes';
import { Content } from './content';
import { eventOf } from './event-of';
import { EmotionExplainEvent, EmotionProgressEvent } from './events';
import { Explainer } from './explainer';
import { Field } from './field';
import { languageFor, nearestLang, type Language } from './language';
import { isSame, Reader, type ReadRequest } from './reader';
import { Announcement } from './announcement';
import { namesOf, readingIn, staleIn, type State } from './state';
import { styleAgain, styles } from './styles';
import { tint } from './tinting';
import { answer } from './views/answer';

/**
 * Shows the emotion in a text: `<emotion-tag>What a day!</emotion-tag>`. The text never leaves the browser.
 *
 * @tagname emotion-tag
 * @slot - The text to read, unless `text` or `for` is set; also what a page puts through a `<slot>` in it. It shows as it is, whatever happens.
 * @csspart badge - The label with its shape and score, or the progress, or what went wrong.
 * @csspart offer - The badge while it is a button that allows a download.
 * @csspart retry - The badge while it is a button that tries again.
 * @csspart shape - The small drawing of an emotion.
 * @csspart label - The word.
 * @csspart score - The strength, in percent.
 * @csspart mixed - The second emotion of a mixed reading.
 * @csspart progress - The bar while the model loads.
 * @csspart bars - The six meters of `view="bars"`.
 * @csspart row - One of them with its name and value.
 * @csspart meter - Its track.
 * @csspart fill - How much of the track is full.
 * @csspart legend - The six emotions and their numbers of sentences, of `view="highlight"`.
 * @csspart explain-button - The button that asks why, with `explain`.
 * @csspart explanation - The answer.
 * @csspart shaded - The text in it, with the words that count shaded.
 * @csspart word - One of these words, with the emotion that it points to.
 * @cssproperty [--emotion-tag-color] - One colour instead of the six.
 * @cssstate empty - Blank text: nothing shows but the empty meters of `bars`.
 * @cssstate waiting - The tag is not within 200 px of the view yet: nothing loads.
 * @cssstate offered - It asks before it downloads the model.
 * @cssstate loading - The model is on its way, or the text is being read.
 * @cssstate stale - What shows is of an older text: the newer one takes more than a moment to read.
 * @cssstate read - A label shows. Its name is a state too: `:state(joy)`; a second emotion sets `:state(mixed)`.
 * @cssstate unsure - The text was read and has no label.
 * @cssstate failed - The text could not be read.
 * @fires {EmotionProgressEvent} emotion-progress - While the model is on its way, with `loaded` from 0 to 1.
 * @fires {EmotionChangeEvent} emotion-change - With each new reading, after it shows: `reading`, and its `label` and `scores`. Not for blank text, nor for answers that a newer text has overtaken.
 * @fires {EmotionErrorEvent} emotion-error - When a text could not be read: `error`, with its `code`. The author's text stays; the next text tries again.
 * @fires {EmotionExplainEvent} emotion-explain - When an explanation shows: `words`, each `{ text, start, end, weight, emotion }`. One that fails fires nothing.
 */
export class EmotionTag extends LitElement {
  static formAssociated = true;

  static override styles = styles;

  static override properties: PropertyDeclarations = {
    text: {},
    htmlFor: { attribute: 'for', reflect: true, useDefault: true },
    view: { reflect: true, useDefault: true },
    threshold: { converter: numberIn, reflect: true, useDefault: true },
    device: { reflect: true, useDefault: true },
    load: { reflect: true, useDefault: true },
    model: { reflect: true, useDefault: true },
    modelBase: { attribute: 'model-base', reflect: true, useDefault: true },
    explain: { type: Boolean, reflect: true },
    baked: {},
    name: { reflect: true, useDefault: true },
    lang: { reflect: true, useDefault: true },
    state: { state: true },
  };

  /** The text to read, before any other. Blank text shows and loads nothing. */
  declare text: string | null;
  /** The id of a textarea, text input or editable element in the same tree, which is followed while a person types. A missing one is waited for. */
  declare htmlFor: string | null;
  /** `badge` beside the text; `bars`: six meters; `highlight`: sentences tinted in place. */
  declare view: View;
  /** Below this score, 0 to 1, a text gets no label. By default the model's own. */
  declare threshold: number | null;
  /** Where the model runs: `auto` takes WebGPU where a hardware adapter answers. `webgpu` and `auto` fall back to `wasm`. */
  declare device: DevicePreference;
  /** When the model may load: near the view (`visible`), at once (`eager`), or after a `click`. Save-Data and metered connections always ask; a kept model never does. */
  declare load: Load;
  /** Which model reads: `open`, which anybody may use, or `research`, which only research and education may. By default the first of `EmotionClassifier.models`. */
  declare model: string | null;
  /** The folder of the model's files, for hosts that keep it elsewhere. Another origin must be allowed first. */
  declare modelBase: string | null;
  /** Whether a person can ask which words made the label. */
  declare explain: boolean;
  /** The reading of the text, as `emotion-tag bake` writes it into a page. It shows at once and nothing loads, unless the text is another by now. */
  declare baked: string | null;
  /** The name under which a form submits the label. */
  declare name: string | null;
  /** The language of the tag's own words, by default that of the nearest ancestor that has one. The text itself must be English. */
  declare lang: string;
  declare private state: State;
  #internals = this.attachInternals();
  #reader = new Reader(
    (state) => {
      this.#show(state);
    },
    (admission) => admit(this, admission),
  );
  #update = (): void => {
    this.requestUpdate();
  };
  #explainer = new Explainer(this.#update);
  #field = new Field(this, { changed: () => this.#follow(), typed: this.#reader.outdate });
  #content = new Content(this, this.#update);
  #request: ReadRequest | undefined;
  /** Resolves when that has been read, whatever came of it. */
  #read = Promise.resolve();
  #announcement = new Announcement(this);

  constructor() {
    super();
    this.text = this.htmlFor = this.threshold = this.model = this.modelBase = this.name = this.baked = null;
    this.view = 'badge';
    this.device = 'auto';
    this.load = 'visible';
    this.explain = false;
    this.lang = '';
    this.state = { kind: 'empty' };
  }

  /** The reading that shows, or `null` while there is none. */
  get reading(): Reading | null {
    return readingIn(this.state);
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
    styleAgain(this);
    this.#content.start();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#content.stop();
    this.#field.stop();
    queueMicrotask(() => {
      if (this.isConnected) return; // moved, not removed
      this.#explainer.close();
      this.#reader.stop();
      this.#request = undefined;
      tint(this, null);
    });
  }

  override willUpdate(): void {
    if (!this.isConnected) return;
    this.#field.follow(stringOf(this.htmlFor));
    const text = stringOf(this.text) ?? this.#field.text ?? this.#content.text;
    if (text === null) return;
    const request = requestOf(this, text);
    if (this.#request && isSame(request, this.#request)) {
      if (!this.#field.isBehind) this.#reader.settle();
      return;
    }
    if (this.htmlFor !== null && this.#request) this.#announcement.expect();
    this.#request = request;
    this.#explainer.close();
    this.#read = this.#reader.read(request);
  }

  override render(): TemplateResult {
    return html`<slot></slot> ${answer({
        view: oneOf('view', this.view, VIEWS),
        state: this.state,
        text: this.#request?.text ?? '',
        explained: this.explain ? this.#explainer.state : null,
        language: this.#language(),
        onAct: () => void this.#act(),
        onAsk: () => void this.#ask(),
      })}`;
  }

  override updated(): void {
    const { reading } = this;
    const isTinted = this.isConnected && this.view === 'highlight' && stringOf(this.text) === null;
    tint(this, isTinted && reading ? { root: this.#field.editable ?? this, text: this.#request?.text, reading } : null);
  }

  /** Resolves when the text of the field has been read. */
  async #follow(): Promise<void> {
    this.requestUpdate();
    await this.updateComplete;
    await this.#read;
  }

  #language = (): Language => languageFor(this.lang || nearestLang(this), this.#update);

  #show(state: State): void {
    const isNews = !staleIn(this.state) || this.reading !== readingIn(state);
    this.state = state;
    const { states } = this.#internals;
    states.clear();
    for (const name of namesOf(state)) states.add(name);
    this.#internals.setFormValue(this.label);
    if (state.kind === 'failed') warnOnce(`<emotion-tag>: ${state.error.message}`);
    const event = eventOf(state);
    if (event instanceof EmotionProgressEvent) this.dispatchEvent(event);
    else if (event) this.#tell(event, isNews);
    else if (staleIn(state)) this.#announcement.wait(this.#language());
  }

  /** After the new state shows, so that listeners see what people see; not if a newer one has replaced it. */
  #tell(event: Event, isNews: boolean): void {
    const told = this.state;
    void this.updateComplete.then(() => {
      if (this.state !== told) return;
      this.#announcement.tell(told, this.#language(), this.htmlFor !== null);
      if (isNews) this.dispatchEvent(event);
    });
  }

  /** The button goes with the click, so the focus it had moves to what takes its place. */
  async #act(): Promise<void> {
    const { state } = this;
    this.#announcement.expect();
    grant(this.model);
    if (state.kind === 'failed' && this.#request) void this.#reader.read(this.#request);
    while (this.isConnected && (this.state === state || this.isUpdatePending)) await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('.box')?.focus();
  }

  async #ask(): Promise<void> {
    const request = this.#request;
    if (!request || this.#explainer.state.kind !== 'closed') {
      this.#explainer.close();
      return;
    }
    const words = await this.#explainer.open((signal) => this.#reader.explain(request, signal));
    await this.updateComplete;
    if (words) this.dispatchEvent(new EmotionExplainEvent(words));
  }
}
