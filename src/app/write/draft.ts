/** The text of the Write page on this device: only after a yes, and until a no. */
const KEY = 'emotion-tag-draft';

export interface DraftStore {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

/** What is kept; `null` if that is not wanted or the browser keeps nothing. */
export function keptDraft(store: () => DraftStore): string | null {
  try {
    return store().getItem(KEY);
  } catch {
    return null;
  }
}

/** @returns whether the device has it: not where storage is denied, or full */
export function keepDraft(text: string, store: () => DraftStore): boolean {
  try {
    store().setItem(KEY, text);
    return true;
  } catch {
    return false;
  }
}

export function forgetDraft(store: () => DraftStore): void {
  try {
    store().removeItem(KEY);
  } catch {
    // it keeps nothing anyway
  }
}
