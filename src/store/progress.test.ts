import { expect, test } from 'vitest';
import { Progress } from './progress';

const watch = (...parts: [string, number][]): { progress: Progress; seen: number[] } => {
  const seen: number[] = [];
  const progress = new Progress(new Map(parts), (loaded, total) => seen.push(loaded / total));
  return { progress, seen };
};

test('bytes of all parts are counted together, and end exactly at 1', () => {
  const { progress, seen } = watch(['weights', 30], ['runtime', 10]);
  progress.set('weights', 10);
  progress.set('runtime', 10);
  progress.finish('weights');
  expect(seen).toEqual([0, 0.25, 0.5, 1]);
});

test('a part that begins again takes nothing back', () => {
  const { progress, seen } = watch(['weights', 10]);
  progress.set('weights', 8);
  progress.set('weights', 0);
  progress.set('weights', 9);
  expect(seen).toEqual([0, 0.8, 0.8, 0.9]);
});

test('more bytes than a part has, and parts nobody knows, count for nothing', () => {
  const { progress, seen } = watch(['weights', 10], ['runtime', 10]);
  progress.set('weights', 25);
  progress.set('other', 10);
  progress.set('runtime', -5);
  expect(seen).toEqual([0, 0.5, 0.5, 0.5]);
});
