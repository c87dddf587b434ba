/** The public face. Importing it registers nothing and loads nothing; `define.ts` registers the element. */
export { EmotionTag } from './element/emotion-tag';
export { EmotionChangeEvent, EmotionErrorEvent } from './element/events';
export * from './engine/index';
