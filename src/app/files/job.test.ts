import { expect, test } from 'vitest';
import { begin, keepReadings, resume, textsFrom } from './job';
import type { KeptJob } from './kept-job';
import { openSource } from '../../tables/source';

test('texts whose file was not read through are forgotten', async () => {
  const stored = new Map<string, unknown>([['texts/0', ['I am so happy!']]]);
  const kept = {
    get: (key: string) => Promise.resolve(stored.get(key)),
    clear: () => {
      stored.clear();
      return Promise.resolve();
    },
  } as unknown as KeptJob;
  expect(await resume(kept)).toBeNull();
  expect(stored.size).toBe(0);
});

const kept = { clear: () => Promise.resolve(), put: () => Promise.resolve() } as unknown as KeptJob;

test('rows with characters that the encoding does not know are counted', async () => {
  const bytes = new TextEncoder().encode('text,more\nthé café,a\nwell,b\nça,é\n');
  bytes[bytes.lastIndexOf(0xc3)] = 0xff;
  const source = await openSource(new File([bytes], 'a.csv'));
  expect(source.encoding).toBe('windows-1252'); // of four characters one is damaged
  const choice = { source: { ...source, encoding: 'utf-8' }, text: 'text', date: null, order: 'auto' as const, label: null };
  expect(await begin(choice, kept, () => undefined, new AbortController().signal)).toMatchObject({ garbledCount: 1 });
});

/** A file whose parts cannot be read any more, once it has changed on its disk. */
class Changing extends File {
  hasChanged = false;

  override slice(...range: [number?, number?]): Blob {
    if (!this.hasChanged) return super.slice(...range);
    return Object.assign(super.slice(...range), { arrayBuffer: () => Promise.reject(new DOMException('', 'NotReadableError')) });
  }
}

// fault: files | a file changes between the preview and the reading | `arrayBuffer` of its parts throws | "could not be read. It may have been moved or changed since" | nothing of it
test('a file that changes before it is read is told, and nothing of it is kept', async () => {
  const stored = new Map<string, unknown>();
  const disk = {
    put: (key: string, value: unknown) => Promise.resolve(void stored.set(key, value)),
    clear: () => Promise.resolve(),
  } as unknown as KeptJob;
  const file = new Changing(['text\nso glad\n'], 'a.csv');
  const choice = { source: await openSource(file), text: 'text', date: null, order: 'auto' as const, label: null };
  file.hasChanged = true;
  await expect(begin(choice, disk, () => undefined, new AbortController().signal)).rejects.toThrow(
    'a.csv could not be read. It may have been moved or changed since: open it again.',
  );
  expect(stored.size).toBe(0);
});

/** What is kept, and each write to it, so that the power can go after any. */
class Disk {
  readonly writes: ((stored: Map<string, unknown>) => void)[] = [];
  stored = new Map<string, unknown>();

  get kept(): KeptJob {
    const write = (act: (stored: Map<string, unknown>) => void): Promise<void> => {
      this.writes.push(act);
      act(this.stored);
      return Promise.resolve();
    };
    return {
      get: (key: string) => Promise.resolve(this.stored.get(key)),
      put: (key: string, value: unknown) => write((stored) => stored.set(key, value)),
      clear: () =>
        write((stored) => {
          stored.clear();
        }),
    } as unknown as KeptJob;
  }

  /** The disk as it is after so many writes. */
  static after(count: number, { writes }: Disk): Disk {
    const disk = new Disk();
    for (const write of writes.slice(0, count)) write(disk.stored);
    return disk;
  }
}

// fault: files | the power goes between two writes of a job, or while another file takes its place | the writes, replayed up to each of them | the file goes on, or there is none | every row that was kept, with the texts of its own file
test('after any write of a job the power may go: what is gone on with is one file, with its own rows', async () => {
  const disk = new Disk();
  const open = async (name: string, rows: number): Promise<void> => {
    const source = await openSource(
      new File([`text\n${Array.from({ length: rows }, (_, i) => `${name} ${String(i)}`).join('\n')}\n`], `${name}.csv`),
    );
    const choice = { source, text: 'text', date: null, order: 'auto' as const, label: null };
    const job = await begin(choice, disk.kept, () => undefined, new AbortController().signal);
    for (let from = 0; from < rows; from = job.readings.read) {
      while (job.readings.read < Math.min(rows, from + 700)) job.readings.push(null);
      await keepReadings(job, disk.kept, from);
    }
  };
  await open('first', 2500);
  await open('second', 1200);
  expect(disk.writes.length).toBeGreaterThan(10);

  let found = 0;
  for (let count = 0; count <= disk.writes.length; count++) {
    const { kept } = Disk.after(count, disk);
    const job = await resume(kept);
    if (!job) continue;
    found++;
    const name = job.choice.source.file.name.replace('.csv', '');
    let row = 0;
    for await (const text of textsFrom(job, kept, 0)) expect(text).toBe(`${name} ${String(row++)}`);
    expect(row).toBe(job.numbers.length);
    expect(job.readings.read).toBeLessThanOrEqual(row);
  }
  expect(found).toBeGreaterThan(5);
});
