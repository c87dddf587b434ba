import type { Emotion } from '../shared/emotions';

/** A colour for light and dark schemes and an underline for each emotion. Text in it keeps 4.5:1 on its own tint in both. */
export const palette: Readonly<Record<Emotion, { readonly color: string; readonly underline: string }>> = {
  sadness: { color: 'light-dark(#1d4f91, #9cc3ff)', underline: 'dotted' },
  joy: { color: 'light-dark(#7a5200, #ffd166)', underline: 'solid' },
  love: { color: 'light-dark(#a3195b, #ff9ec7)', underline: 'double' },
  anger: { color: 'light-dark(#a61b1b, #ff9b8f)', underline: 'wavy' },
  fear: { color: 'light-dark(#5b2d90, #cfb0ff)', underline: 'dashed' },
  surprise: { color: 'light-dark(#00616b, #7fe0ea)', underline: 'wavy' },
};
