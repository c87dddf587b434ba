import type { Browser } from '@playwright/test';

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds of processor time. */
  readonly tdur?: number;
  readonly args?: { readonly name?: string; readonly data?: { readonly url?: string } };
}

/** What Chromium's trace says of one page. */
export interface PageTrace {
  /** The process that holds the page and its workers. */
  readonly pid: number;
  /** Milliseconds of processor time of the longest task of its main thread. */
  readonly longestTaskMs: number;
}

const CATEGORIES = ['devtools.timeline', 'disabled-by-default-devtools.timeline'];

/** Trace the page of this URL while `act` opens and uses it. */
export async function trace<T>(browser: Browser, url: string, act: () => Promise<T>): Promise<[T, PageTrace]> {
  await browser.startTracing(undefined, { categories: CATEGORIES });
  const result = await act();
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: readonly TraceEvent[] };
  return [result, readTrace(traceEvents, url)];
}

/**
 * Processor time, since a busy machine makes tasks wait that have little to do. The page's own process, since Chromium runs pages of its
 * own beside it. And no long task entries: they leave out tasks that do all their work in promise callbacks, as the library's runs are.
 */
export function readTrace(events: readonly TraceEvent[], url: string): PageTrace {
  const pid = events.findLast(({ name, args }) => name === 'CommitLoad' && args?.data?.url === url)?.pid;
  const tid = events.find((e) => e.pid === pid && e.name === 'thread_name' && e.args?.name === 'CrRendererMain')?.tid;
  const tasks = events.filter((event) => event.name === 'RunTask' && event.pid === pid && event.tid === tid);
  if (pid === undefined || tasks.length === 0)
    throw new Error(`Chromium traced no task of ${url}: have its trace events other names? See bench/trace.ts.`);
  return { pid, longestTaskMs: Math.max(...tasks.map(({ tdur = 0 }) => tdur)) / 1000 };
}
