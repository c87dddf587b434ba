import { expect, test } from 'vitest';
import { longestTaskMs } from './tasks';

const task = (pid: number, tid: number, tdur: number): { name: string; pid: number; tid: number; tdur: number } => ({
  name: 'RunTask',
  pid,
  tid,
  tdur,
});
const thread = (pid: number, tid: number, name: string): { name: string; pid: number; tid: number; args: { name: string } } => ({
  name: 'thread_name',
  pid,
  tid,
  args: { name },
});

test('only tasks of main threads of pages count', () => {
  const threads = [thread(1, 1, 'CrRendererMain'), thread(1, 2, 'DedicatedWorker thread'), thread(3, 1, 'CrBrowserMain')];
  expect(longestTaskMs([...threads, task(1, 1, 4000), task(1, 1, 12_500), task(1, 2, 90_000), task(3, 1, 80_000)])).toBe(12.5);
});

test('a trace without tasks is no trace of an idle page', () => {
  expect(() => longestTaskMs([thread(1, 1, 'CrRendererMain')])).toThrow('traced no task');
});
