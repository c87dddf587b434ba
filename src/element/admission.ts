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

/** One yes is enough for a page and a model: each is downloaded once. The default one has no name. */
const granted = new Set<string>();
const asking = new Map<() => void, string>();

/** Resolves once a tag may load the model: seen, and, where bytes are dear or `load` is `click`, allowed by a person. */
export async function admit(host: Element, { load, model, signal, offer, leave }: Admission): Promise<void> {
  if (load !== 'eager') await seen(host, signal, leave);
  const name = model ?? '';
  if (granted.has(name) || !(load === 'click' || isDear())) return;
  if ((await engine().availability({ model })) !== 'downloadable') return;
  const bytes = await engine().downloadSize(model);
  if (signal.aborted) return;
  offer(bytes);
  await new Promise<void>((resolve) => {
    asking.set(resolve, name);
    signal.addEventListener('abort', () => asking.delete(resolve), { once: true });
  });
}

/** A person said yes to a model: every tag that asked for it goes on, and none asks for it again on this page. */
export function grant(model: string | null): void {
  const yes = model ?? '';
  granted.add(yes);
  asking.forEach((name, resolve) => {
    if (name === yes && asking.delete(resolve)) resolve();
  });
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
