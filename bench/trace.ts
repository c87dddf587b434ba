import type { Browser, Page } from '@playwright/test';

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** Where it begins, in microseconds. */
  readonly ts?: number;
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

const CATEGORIES = ['devtools.timeline', 'disabled-by-default-devtools.timeline', 'blink.user_timing'];

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

const STEP = 'step: ';

/** Do something on a page, under a name. It ends once the page has drawn what came of it and has nothing left to do. */
export type Step = (name: string, act: () => Promise<unknown>) => Promise<void>;

/** Trace what a page does in steps: milliseconds of processor time of the longest main-thread task of each, by its name. */
export async function traceSteps(browser: Browser, page: Page, act: (step: Step) => Promise<void>): Promise<Map<string, number>> {
  await browser.startTracing(page, { categories: CATEGORIES });
  await act(async (name, act) => {
    await page.evaluate((mark) => performance.mark(mark), STEP + name);
    await act();
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestIdleCallback(resolve))));
    await page.evaluate((mark) => performance.mark(mark), STEP);
  });
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: readonly TraceEvent[] };
  return readSteps(traceEvents);
}

/** A trace of an hour is too long to be read. */
const PIECE_MS = 60_000;

/**
 * Trace something long on a page that is open already, minute by minute; the second or two in which a piece is read is not traced.
 * @returns milliseconds of processor time of its longest main-thread task
 */
export async function traceLong<T>(browser: Browser, page: Page, act: () => Promise<T>): Promise<[T, number]> {
  let isOver = false as boolean; // set meanwhile
  const done = act().finally(() => {
    isOver = true;
  });
  let longest = 0;
  do {
    const piece = await traceSteps(browser, page, (step) =>
      step('piece', () => Promise.race([done, new Promise((resolve) => setTimeout(resolve, PIECE_MS))])),
    );
    longest = Math.max(longest, ...piece.values());
  } while (!isOver);
  return [await done, longest];
}

/** A task belongs to the step in which it begins. The page's main thread is where the marks are. */
export function readSteps(events: readonly TraceEvent[]): Map<string, number> {
  const marks = events.filter(({ name }) => name.startsWith(STEP)).sort((a, b) => (a.ts ?? 0) - (b.ts ?? 0));
  const { pid, tid } = marks[0] ?? {};
  const tasks = events.filter((event) => event.name === 'RunTask' && event.pid === pid && event.tid === tid);
  if (tasks.length === 0)
    throw new Error('Chromium traced no task of any step: have its trace events other names? See bench/trace.ts.');
  const steps = new Map<string, number>();
  for (const [i, { name, ts: begin = 0 }] of marks.entries()) {
    if (name === STEP) continue;
    const end = marks[i + 1]?.ts ?? Infinity;
    const own = tasks.filter(({ ts = 0 }) => ts >= begin && ts < end).map(({ tdur = 0 }) => tdur / 1000);
    steps.set(name.slice(STEP.length), Math.max(0, ...own));
  }
  return steps;
}
