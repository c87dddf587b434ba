import { expect, test } from 'vitest';
import { readTrace } from './trace';

const URL = 'http://host/engine';
const names = (pid: number, tid: number, name: string) => ({ name: 'thread_name', pid, tid, args: { name } });
const load = (pid: number, url: string) => ({ name: 'CommitLoad', pid, tid: 1, args: { data: { url } } });
const task = (pid: number, tid: number, tdur: number) => ({ name: 'RunTask', pid, tid, tdur });

test('only tasks of the main thread of the page itself count', () => {
  const events = [
    ...[names(1, 1, 'CrRendererMain'), names(1, 2, 'DedicatedWorker thread'), names(7, 1, 'CrRendererMain')],
    ...[load(7, 'chrome://something'), load(1, URL)],
    ...[task(1, 1, 4000), task(1, 1, 12_500), task(1, 2, 90_000), task(7, 1, 80_000)],
  ];
  expect(readTrace(events, URL)).toEqual({ pid: 1, longestTaskMs: 12.5 });
});

test('a trace without tasks is not that of an idle page', () => {
  expect(() => readTrace([names(1, 1, 'CrRendererMain'), load(1, URL)], URL)).toThrow('no task');
});
