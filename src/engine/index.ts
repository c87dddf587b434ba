/** `emotion-tag/engine`: the classifier without the element. */
export { EmotionClassifier, type Availability, type CreateOptions } from './emotion-classifier';
export type { ClassifyOptions } from './classifier';
export { ClassifierError, type ErrorCode } from '../shared/errors';
export { EMOTIONS, type Emotion } from '../shared/emotions';
export type { AttemptRecord, Diagnostics } from './diagnostics';
export type { Priority } from './queue';
export type { FetchOptions, StoredFile } from '../store/stored-model';
export type { AdapterFacts, Device, DevicePreference, Parts } from '../shared/protocol';
export type { EmotionScore, Explanation, Reading, Reason, SentenceReading, WordWeight } from '../shared/reading';
