/** `emotion-tag/engine`: the classifier without the element. */
export { EmotionClassifier, type Availability, type ClassifyOptions, type CreateOptions } from './emotion-classifier';
export { ClassifierError, type ErrorCode } from '../shared/errors';
export { EMOTIONS, type Emotion } from '../shared/emotions';
export type { Device, DevicePreference } from '../shared/protocol';
export type { EmotionScore, Reading, Reason, SentenceReading } from '../shared/reading';
