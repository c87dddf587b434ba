/** The public face. Importing it registers nothing and loads nothing; `define.ts` registers the element. */
export { EmotionTag } from './element/emotion-tag';
export type {} from './define'; // what `querySelector('emotion-tag')` gives
export type { View } from './element/attributes';
export type { Load } from './element/admission';
export { EmotionChangeEvent, EmotionErrorEvent, EmotionExplainEvent, EmotionProgressEvent } from './element/events';
export { confidenceOf, MOST_CONFIDENT, type Confidence } from './shared/confidence';
export * from './engine/index';
