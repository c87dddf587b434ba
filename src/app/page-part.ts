import { LitElement } from 'lit';
import { Speaker } from './words/speaker';

/** A part of a page: it speaks the app's language, and stands in the page itself, so that one style sheet serves all of it. */
export class PagePart extends LitElement {
  constructor() {
    super();
    new Speaker(this);
  }

  protected override createRenderRoot(): this {
    return this;
  }
}
