import { readFile } from 'node:fs/promises';

/** Resident memory of a process, in MB. */
export interface Memory {
  readonly now: number;
  /** The most since it began. */
  readonly peak: number;
}

/**
 * Asked of the kernel, since `measureUserAgentSpecificMemory` works on isolated pages only and knows no peak. `undefined` where there is
 * no `/proc`.
 */
export async function memoryOf(pid: number): Promise<Memory | undefined> {
  try {
    const status = await readFile(`/proc/${String(pid)}/status`, 'utf8');
    const megabytes = (field: string): number =>
      (Number(new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(status)?.[1]) * 1024) / 1e6;
    return { now: megabytes('VmRSS'), peak: megabytes('VmHWM') };
  } catch {
    return undefined;
  }
}
