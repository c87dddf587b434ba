/** The scripts that this page starts beside itself. Under Trusted Types a script's URL must come from a policy: this one knows ours alone. */
import sheetWorker from './files/sheets/sheet-worker?worker&url';

export const PLAIN = './sw.js';
export const ISOLATING = './sw.js?isolate';
export const SHEET_WORKER = sheetWorker;

const OURS: readonly string[] = [PLAIN, ISOLATING, SHEET_WORKER];

interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL: (url: string) => string }): { createScriptURL(url: string): unknown };
}

const policy = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes?.createPolicy('service-worker', {
  createScriptURL(url) {
    if (!OURS.includes(url)) throw new TypeError(`${url} is no script of this page.`);
    return url;
  },
});

export const trusted = (url: string): string => (policy?.createScriptURL(url) ?? url) as string;
