import { expect, test } from 'vitest';
import { readSteps, readTrace } from './trace';

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

test('a task counts for the step in which it begins, on the thread that has the marks', () => {
  const at = (ts: number, event: object) => ({ name: 'RunTask', pid: 1, tid: 1, ts, ...event });
  const events = [
    at(5, { tdur: 70_000 }),
    ...[at(10, { name: 'step: open' }), at(11, { tdur: 9000 }), at(12, { tdur: 4000 }), at(13, { tdur: 80_000, tid: 2 })],
    ...[at(20, { name: 'step: ' }), at(21, { tdur: 60_000 }), at(30, { name: 'step: search' }), at(31, { tdur: 2500 })],
  ];
  expect([...readSteps(events)]).toEqual([
    ['open', 9],
    ['search', 2.5],
  ]);
});
