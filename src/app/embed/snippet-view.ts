/** A snippet as it lives in a page: in a tree of its own, so that its ids and fields meet none of ours. */
import { css, LitElement, type PropertyDeclarations, type PropertyValues } from 'lit';
import { chosenModel } from '../chosen-model';
import { grow, type Node } from './snippet';

export class SnippetView extends LitElement {
  static override styles = css`
    :host {
      display: block;
      overflow: auto;
      contain: layout paint;
    }
    * {
      box-sizing: border-box;
      max-width: 100%;
    }
    p,
    ul,
    ol,
    form {
      margin: 0 0 0.6rem;
    }
    li {
      margin-bottom: 0.5rem;
    }
    label {
      display: block;
    }
    button,
    textarea,
    input:not([type='checkbox']) {
      padding: 0.5rem 0.8rem;
      border: 1px solid var(--edge);
      border-radius: 0.6rem;
      background: var(--paper);
      color: inherit;
      font: inherit;
    }
    textarea {
      width: 100%;
      resize: vertical;
    }
    button {
      min-height: 2.75rem;
      cursor: pointer;
    }
    emotion-tag[view='bars'] {
      display: block;
    }
    :focus-visible {
      outline: 3px solid var(--accent);
      outline-offset: 2px;
    }
  `;

  static override properties: PropertyDeclarations = { nodes: { attribute: false } };
  declare nodes: readonly Node[];
  #built = document.createDocumentFragment();

  constructor() {
    super();
    this.nodes = [];
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    // What is typed here leads nowhere: the form tells what it would have sent.
    root.addEventListener('submit', (event) => {
      event.preventDefault();
      const { submitter } = event as SubmitEvent;
      const sent = [...new FormData(event.target as HTMLFormElement, submitter)].map(([name, value]) => [
        name,
        typeof value === 'string' ? value : value.name,
      ]);
      this.dispatchEvent(new CustomEvent('snippet-sent', { detail: new URLSearchParams(sent).toString() }));
    });
    return root;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('nodes')) return;
    this.#built = document.createDocumentFragment();
    // Whoever looks at a gallery has not said yes to a download, and may have another model than the default.
    const model = chosenModel();
    grow(this.nodes, this.#built, { load: 'click', ...(model !== undefined && { model }) });
  }

  protected override render(): DocumentFragment {
    return this.#built;
  }
}

customElements.define('snippet-view', SnippetView);
