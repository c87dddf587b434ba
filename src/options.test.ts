import { expectTypeOf, test } from 'vitest';
import type { ClassifyOptions, CreateOptions, EmotionClassifier, FetchOptions } from './engine/index';
import type { FakeEngineOptions } from './testing/index';

/** All options of a call, none of them given. */
type None<T> = { [K in keyof T]-?: undefined };

test('callers with exactOptionalPropertyTypes pass on options that they may not have been given', () => {
  expectTypeOf<None<CreateOptions>>().toExtend<CreateOptions>();
  expectTypeOf<None<ClassifyOptions>>().toExtend<ClassifyOptions>();
  expectTypeOf<None<FetchOptions>>().toExtend<FetchOptions>();
  expectTypeOf<None<FakeEngineOptions>>().toExtend<FakeEngineOptions>();
});

test('a caller’s newer text replaces its older one, so `classifyAll`, which has many at once, takes no caller', () => {
  type AllOptions = NonNullable<Parameters<EmotionClassifier['classifyAll']>[1]>;
  expectTypeOf<keyof AllOptions>().toEqualTypeOf<'signal' | 'priority'>();
});

test('a fake engine is in each state that the real one may be in', () => {
  expectTypeOf<NonNullable<FakeEngineOptions['availability']>>().toEqualTypeOf<
    Awaited<ReturnType<typeof EmotionClassifier.availability>>
  >();
});
