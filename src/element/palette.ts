import type { Emotion } from '../shared/emotions';

/**
 * For light and dark schemes: the colour of an emotion's words, which keeps 4.5:1 on its own tint; that of areas, which no sight takes for
 * another's; and an underline. `bench/palette.test.ts` checks them.
 */
export const palette: Readonly<Record<Emotion, { readonly color: string; readonly fill: string; readonly underline: string }>> = {
  sadness: { color: 'light-dark(#1450b0, #8fbaff)', fill: 'light-dark(#1f5fd0, #62a0fb)', underline: 'dotted' },
  joy: { color: 'light-dark(#8d5006, #ffd04a)', fill: 'light-dark(#f7b32b, #ffd04a)', underline: 'solid' },
  love: { color: 'light-dark(#a8186a, #f4a3c6)', fill: 'light-dark(#a8306a, #e28db2)', underline: 'double' },
  anger: { color: 'light-dark(#9c1f0e, #ff9480)', fill: 'light-dark(#e5482d, #ff6c52)', underline: 'wavy' },
  fear: { color: 'light-dark(#501a8c, #cdbdff)', fill: 'light-dark(#46188a, #c5b5ff)', underline: 'dashed' },
  surprise: { color: 'light-dark(#05666f, #80fdec)', fill: 'light-dark(#1299ab, #80fdec)', underline: 'wavy' },
};
