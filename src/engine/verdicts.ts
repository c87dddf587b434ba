import type { BrowserDevice, Verdicts } from '../shared/protocol';

const KEY = 'emotion-tag:verdicts';
/** Adapters and versions come and go; the oldest verdicts go first. */
const CAPACITY = 20;

/** What earlier starts on this origin found out. Empty where the page may store nothing. */
export function readVerdicts(): Verdicts {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    const entries = typeof stored === 'object' && stored !== null ? Object.entries(stored) : [];
    return Object.fromEntries(
      entries.filter((entry): entry is [string, BrowserDevice] => entry[1] === 'webgpu' || entry[1] === 'wasm'),
    );
  } catch {
    return {};
  }
}

export function rememberVerdict(key: string, device: BrowserDevice): void {
  try {
    const others = Object.entries(readVerdicts()).filter(([other]) => other !== key);
    const kept = [...others, [key, device] as const].slice(-CAPACITY);
    localStorage.setItem(KEY, JSON.stringify(Object.fromEntries(kept)));
  } catch {
    // no storage: the next start tests again
  }
}
