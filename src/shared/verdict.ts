import { version } from '../../package.json';
import type { Manifest } from './manifest';
import type { BrowserDevice, DevicePreference, Verdicts } from './protocol';

const hashOf = ({ files }: Manifest): string => files.map(({ sha256 }) => sha256.slice(0, 8)).join('');

/**
 * The key under which to remember which device did well.
 * @param where the adapter's names, or WASM and its threads
 */
export const verdictOf = (preference: DevicePreference, where: readonly (string | number)[], manifest: Manifest): string =>
  [preference, ...where, hashOf(manifest), version].join('|');

/** The device on which this model last started here, whatever adapter there was; `undefined` before its first start. */
export const lastDevice = (verdicts: Verdicts, preference: DevicePreference, manifest: Manifest): BrowserDevice | undefined =>
  Object.entries(verdicts).findLast(
    ([key]) => key.startsWith(`${preference}|`) && key.endsWith(verdictOf(preference, [], manifest).slice(preference.length)),
  )?.[1];
