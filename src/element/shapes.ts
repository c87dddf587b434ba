import { svg, type SVGTemplateResult } from 'lit';
import type { Emotion } from '../shared/emotions';

/** A shape for each emotion, so that colour is never the only difference. Drawn in a 16 by 16 box. */
const PATHS: Record<Emotion | 'none', string> = {
  sadness: 'M8 1.5c3 4 4.5 6 4.5 8.2a4.5 4.5 0 0 1-9 0C3.5 7.5 5 5.5 8 1.5z',
  joy: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2z',
  love: 'M8 14C3.5 10.8 1.5 8.5 1.5 5.9A3.4 3.4 0 0 1 8 4.6a3.4 3.4 0 0 1 6.5 1.3C14.5 8.5 12.5 10.8 8 14z',
  anger: 'M8 1.5 15 14H1z',
  fear: 'M8 1.5 14.5 8 8 14.5 1.5 8z',
  surprise: 'm8 1 1.9 4.6L15 6l-3.9 3.2L12.4 14 8 11.4 3.6 14l1.3-4.8L1 6l5.1-.4z',
  none: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2zm0 2a4 4 0 1 1 0 8 4 4 0 0 1 0-8z',
};

export function shape(of: Emotion | null): SVGTemplateResult {
  return svg`<svg part="shape" viewBox="0 0 16 16" aria-hidden="true"><path d=${PATHS[of ?? 'none']}></path></svg>`;
}
