import type { Browser } from '@playwright/test';

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds of processor time. */
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

/**
 * Milliseconds of processor time of the longest task that a page's main thread ran while `act` did, and what `act` gave. Time of the
 * processor, since a busy machine makes tasks wait that have nothing to do. Long task entries will not do: browsers leave out tasks
 * that do all their work in promise callbacks, as the library's runs are.
 */
export async function watchTasks<T>(browser: Browser, act: () => Promise<T>): Promise<[T, number]> {
  await browser.startTracing(undefined, { categories: ['disabled-by-default-devtools.timeline'] });
  const result = await act();
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: readonly TraceEvent[] };
  return [result, longestTaskMs(traceEvents)];
}

export function longestTaskMs(events: readonly TraceEvent[]): number {
  const thread = ({ pid, tid }: TraceEvent): string => `${String(pid)}/${String(tid)}`;
  const isMain = new Set(events.filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain').map(thread));
  const tasks = events.filter((event) => event.name === 'RunTask' && isMain.has(thread(event)));
  if (tasks.length === 0)
    throw new Error('Chromium traced no task of a page: have its trace events other names? See bench/tasks.ts.');
  return Math.max(...tasks.map(({ tdur = 0 }) => tdur)) / 1000;
}
