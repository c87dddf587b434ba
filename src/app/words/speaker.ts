import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { onSpeech } from './speech';

/** Renders an element anew when the app changes its language. */
export class Speaker implements ReactiveController {
  #end: (() => void) | undefined;

  constructor(readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostConnected(): void {
    this.#end = onSpeech(() => {
      this.host.requestUpdate();
    });
  }

  hostDisconnected(): void {
    this.#end?.();
  }
}
