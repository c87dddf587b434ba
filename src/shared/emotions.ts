/** The six emotions, in the order of the model's logits (that of dair-ai/emotion). */
export const EMOTIONS = ['sadness', 'joy', 'love', 'anger', 'fear', 'surprise'] as const;

/** One of the six. */
export type Emotion = (typeof EMOTIONS)[number];
