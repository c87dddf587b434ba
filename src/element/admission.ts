import { engine } from './engine-source';
import { watchSight } from './sight';

/** When a tag may load the model. */
export type Load = 'visible' | 'eager' | 'click';

export interface Admission {
  readonly load: Load;
  readonly model: string | null;
  /** Ends the wait; what comes after it is dropped. */
  readonly signal: AbortSignal;
  /** Ask a person for this many bytes. */
  readonly offer: (bytes: number) => void;
  /** The tag left the view before its text was read: others need the worker more. */
  readonly leave: () => void;
}

interface NetworkInformation {
  readonly saveData?: boolean;
  readonly type?: string;
  readonly effectiveType?: string;
}

/** One yes is enough for the page: the model is downloaded once. */
let isGranted = false;
const asking = new Set<() => void>();

/** Resolves once a tag may load the model: seen, and, where bytes are dear or `load` is `click`, allowed by a person. */
export async function admit(host: Element, { load, model, signal, offer, leave }: Admission): Promise<void> {
  if (load !== 'eager') await seen(host, signal, leave);
  if (isGranted || !(load === 'click' || isDear())) return;
  if ((await engine().availability({ model })) !== 'downloadable') return;
  const bytes = await engine().downloadSize(model);
  if (signal.aborted) return;
  offer(bytes);
  await new Promise<void>((resolve) => {
    asking.add(resolve);
    signal.addEventListener('abort', () => asking.delete(resolve), { once: true });
  });
}

/** A person said yes: every tag that asked goes on, and none asks again on this page. */
export function grant(): void {
  isGranted = true;
  asking.forEach((resolve) => {
    resolve();
  });
  asking.clear();
}

function seen(host: Element, signal: AbortSignal, leave: () => void): Promise<void> {
  return new Promise((resolve) => {
    let wasInView = false;
    watchSight(host, signal, (isInView) => {
      if (isInView) resolve();
      else if (wasInView) leave();
      wasInView = isInView;
    });
  });
}

/** Save-Data, or a connection that is paid by the byte or too slow for megabytes. */
function isDear(): boolean {
  const { connection } = navigator as { connection?: NetworkInformation };
  return connection?.saveData === true || connection?.type === 'cellular' || (connection?.effectiveType?.endsWith('2g') ?? false);
}
