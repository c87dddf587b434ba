/** `emotion-tag/node`: the classifier without a page. */
export { EmotionClassifier, type CreateOptions, type NodeDiagnostics } from './emotion-classifier';
export { modelFacts, type ModelFacts } from './model-facts';
export type { NodeDevice, NodeDevicePreference } from './protocol';
export type { ClassifyOptions } from '../engine/classifier';
export type { AttemptRecord, Diagnostics } from '../engine/diagnostics';
export type { Priority } from '../engine/queue';
export { EMOTIONS, type Emotion } from '../shared/emotions';
export { ClassifierError, type ErrorCode } from '../shared/errors';
export type { AdapterFacts, Device } from '../shared/protocol';
export type { EmotionScore, Explanation, Reading, Reason, SentenceReading, WordWeight } from '../shared/reading';
