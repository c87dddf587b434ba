import { readFile } from 'node:fs/promises';
import type { Browser } from '@playwright/test';

/** Resident memory of a page with its workers, in MB. */
export interface Memory {
  readonly now: number;
  /** The most since its process began. */
  readonly peak: number;
}

/**
 * Memory of the renderer that holds the page: the largest one, as Chromium keeps spare ones ready. Asked of the kernel, since
 * `measureUserAgentSpecificMemory` works on isolated pages only and knows no peak. `undefined` where there is no `/proc`.
 */
export async function rendererMemory(browser: Browser): Promise<Memory | undefined> {
  const session = await browser.newBrowserCDPSession();
  try {
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    const renderers = processInfo.filter(({ type }) => type === 'renderer');
    const memories = await Promise.all(renderers.map(({ id }) => memoryOf(id)));
    return memories.filter((memory) => memory !== undefined).toSorted((a, b) => b.peak - a.peak)[0];
  } finally {
    await session.detach();
  }
}

async function memoryOf(pid: number): Promise<Memory | undefined> {
  try {
    const status = await readFile(`/proc/${String(pid)}/status`, 'utf8');
    const megabytes = (field: string): number =>
      (Number(new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(status)?.[1]) * 1024) / 1e6;
    return { now: megabytes('VmRSS'), peak: megabytes('VmHWM') };
  } catch {
    return undefined; // no /proc, or it ended just now
  }
}
