/** Light, dark, or as the device has it. `public/address.js` brings back what was chosen, before anything is painted. */
export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

const KEY = 'emotion-tag-theme';

/** Around the page, where the system draws: as `--paper` in styles/tokens.css. */
const AROUND = { light: '#f6f2e9', dark: '#171614' };

const listeners = new Set<() => void>();

/** @returns what ends it */
export function onTheme(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}

export const theme = (): Theme => THEMES.find((one) => one === document.documentElement.dataset.theme) ?? 'system';

export function chooseTheme(chosen: Theme): void {
  const { dataset } = document.documentElement;
  if (chosen === 'system') delete dataset.theme;
  else dataset.theme = chosen;
  try {
    if (chosen === 'system') localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, chosen);
  } catch {
    // for this visit then
  }
  paintAround();
  listeners.forEach((tell) => {
    tell();
  });
}

/** The colour that phones give their bars. */
export function paintAround(): void {
  for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name=theme-color]')) {
    const own = meta.media.includes('dark') ? 'dark' : 'light';
    const chosen = theme();
    meta.content = AROUND[chosen === 'system' ? own : chosen];
  }
}
