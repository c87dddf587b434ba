/** `emotion-tag/testing`: a deterministic engine, so that pages with tags are tested without a download. */
export { FakeEngine, useFakeEngine, type FakeEngineOptions } from './fake-engine';
export { readingFor, type Answer } from './answers';
export { ClassifierError } from '../shared/errors';
