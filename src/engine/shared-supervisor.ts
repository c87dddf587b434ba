import type { DevicePreference } from '../shared/protocol';
import { IDLE_MS } from '../shared/settings';
import { modelBase, runtimeUrls, startWorker } from './assets';
import { Attempt } from './attempt';
import { rungsFor, Supervisor } from './supervisor';

interface Shared {
  readonly supervisor: Supervisor;
  users: number;
  idle: ReturnType<typeof setTimeout> | undefined;
}

/** One for each device preference on the page, however many classifiers use it. */
const shared = new Map<DevicePreference, Shared>();

/** More than one thread needs a cross-origin isolated page. */
const threadCount = (): number => (crossOriginIsolated ? Math.min(4, Math.ceil(navigator.hardwareConcurrency / 2)) : 1);

function create(device: DevicePreference): Shared {
  const supervisor = new Supervisor(
    rungsFor(device, threadCount()),
    (rung, listener) =>
      new Attempt(startWorker(), { kind: 'load', ...rung, modelBase: modelBase(), runtime: runtimeUrls() }, listener),
  );
  return { supervisor, users: 0, idle: undefined };
}

/** The page's supervisor for a device, with one more user. Each user calls `release` once. */
export function acquire(device: DevicePreference): Supervisor {
  const entry = shared.get(device) ?? create(device);
  shared.set(device, entry);
  entry.users++;
  clearTimeout(entry.idle);
  return entry.supervisor;
}

/** One user less. The worker of the last one lingers a while, since tags often leave and come back. */
export function release(device: DevicePreference): void {
  const entry = shared.get(device);
  if (!entry) return;
  entry.users--;
  if (entry.users > 0) return;
  entry.idle = setTimeout(() => {
    entry.supervisor.stop();
  }, IDLE_MS);
}
