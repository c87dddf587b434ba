import { answerAt } from '../src/app/files/sheets/desk';
import type { SheetWorker } from '../src/app/files/sheets/line';
import type { Port } from '../src/app/files/sheets/messages';

/** A worker whose script runs here. What it says is cloned on its way; files are not, which lose their names in Node. */
export function worker(serve: (port: Port) => void = answerAt): SheetWorker & { ended: boolean } {
  const [page, desk] = [new EventTarget(), new EventTarget()];
  const deliver = (to: EventTarget, data: unknown): void => {
    queueMicrotask(() => to.dispatchEvent(new MessageEvent('message', { data })));
  };
  const listenAt =
    (at: EventTarget): Port['addEventListener'] =>
    (type, listen) => {
      at.addEventListener(type, listen as unknown as EventListener);
    };
  serve({
    postMessage: (message) => {
      deliver(page, structuredClone(message));
    },
    addEventListener: listenAt(desk),
  });
  return {
    ended: false,
    onerror: null,
    postMessage: (message) => {
      deliver(desk, message);
    },
    addEventListener: listenAt(page),
    terminate() {
      this.ended = true;
    },
  };
}
