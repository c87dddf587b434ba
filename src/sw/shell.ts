/** What the page itself is made of: kept when a version installs, and served from there. */
import { built, isRight, isRuntime, shellFiles, verified, type BuiltFile } from './built';
import { network } from './network';
import { forget, ifItAnswers, keptIn } from './storage';

const PREFIX = 'emotion-tag-shell-';
/** Under these names a shell keeps the list of what it may ask for. The first edition's says nothing of the bytes. */
const LIST = './built-files';
const FIRST_LIST = './runtime-list';

const name = PREFIX + built.version;

/**
 * All of it or nothing: a version that cannot be kept whole does not install, and the one before goes on.
 * @returns whether the version that serves now is known to be whole: only then may a new one wait for a person's yes
 */
export async function install(): Promise<boolean> {
  const wasThere = await caches.has(name); // of the same page under another name of its service worker
  const cache = await caches.open(name);
  const kept = await Promise.allSettled(
    shellFiles.map(async (file) => {
      if (!(await isKept(name, file))) await cache.put(file.path, await fetchFile(file));
    }),
  );
  try {
    for (const each of kept) if (each.status === 'rejected') throw each.reason;
    await cache.put(LIST, Response.json(built.files));
  } catch (error) {
    if (!wasThere) await caches.delete(name); // nothing that later counts as a shell
    throw error;
  }
  const serving = (await shells()).filter((key) => key !== name).at(-1);
  return serving !== undefined && isWhole(serving); // none: the first version, or a service worker that is not ours
}

/** Ask for one file, twice if need be, and never follow a redirect: some hosts redirect a folder to its index.html, others the reverse. */
async function fetchFile(file: BuiltFile): Promise<Response> {
  const { path } = file;
  // A name without a hash may stand for older bytes in the browser's HTTP cache, and any name for wrong ones.
  const ways = [
    { path, cache: path.startsWith('assets/') ? 'default' : 'reload' },
    { path, cache: 'reload' },
  ] as const;
  const more = path === './' ? [{ path: 'index.html', cache: 'reload' } as const] : [];
  let reason: unknown;
  for (const way of [...ways, ...more]) {
    try {
      return await verified(await network(new Request(way.path, { cache: way.cache, redirect: 'error' })), file);
    } catch (error) {
      reason = error;
    }
  }
  throw reason;
}

/**
 * A file of the page: of this version, else of the one before (a tab that was open during an update may still need it), else from
 * the network. What is kept and no longer what was built is thrown out and fetched once more.
 */
export async function fromShell(path: string, request: Request): Promise<Response> {
  const own = shellFiles.find((file) => file.path === path);
  if (!own) return (await fromOlder(path)) ?? network(request);
  // Compared in a copy of its own: the browser keeps compiled code with what comes from a cache, and not with what we make.
  const kept = (await isKept(name, own)) && (await keptIn(name, path));
  if (kept) return kept;
  await forget(name, path);
  try {
    const answer = await fetchFile(own);
    const copy = answer.clone();
    void ifItAnswers(async () => (await caches.open(name)).put(path, copy));
    return answer;
  } catch {
    return network(request);
  }
}

async function fromOlder(path: string): Promise<Response | undefined> {
  for (const key of (await ifItAnswers(shells)) ?? []) {
    const kept = key === name ? undefined : await keptIn(key, path);
    if (kept) return kept;
  }
  return undefined;
}

async function isKept(cacheName: string, file: BuiltFile): Promise<boolean> {
  const bytes = await ifItAnswers(async () => (await keptIn(cacheName, file.path))?.arrayBuffer());
  return bytes !== undefined && isRight(bytes, file);
}

/** Forget all shells but ours and the newest of the others, and what is left of one that could not install. */
export async function keepTwoShells(): Promise<void> {
  const whole = await shells();
  const kept = [name, whole.filter((key) => key !== name).at(-1)];
  const unwanted = (await caches.keys()).filter((key) => key.startsWith(PREFIX) && !kept.includes(key));
  await Promise.all(unwanted.map((key) => caches.delete(key)));
}

/** Names of the shells that did install, in the order of their making, as `caches.keys()` gives them. */
async function shells(): Promise<string[]> {
  const keys = (await caches.keys()).filter((key) => key.startsWith(PREFIX));
  const lists = await Promise.all(keys.map(async (key) => (await keptIn(key, LIST)) ?? (await keptIn(key, FIRST_LIST))));
  return keys.filter((_, i) => lists[i] !== undefined);
}

/** Whether all of a shell is here, as it was built. For what the first edition kept this is unknown: it compared nothing. */
async function isWhole(key: string): Promise<boolean> {
  const files = (await listOf(key)).filter(({ path }) => !isRuntime(path));
  const areRight = await Promise.all(files.map((file) => isKept(key, file)));
  return files.length > 0 && !areRight.includes(false);
}

async function listOf(key: string): Promise<BuiltFile[]> {
  const list = await ifItAnswers(async () => (await keptIn(key, LIST))?.json() as Promise<unknown>);
  return Array.isArray(list) ? (list as BuiltFile[]) : [];
}

/** What every kept version was built with, the runtime included. */
export async function allBuiltFiles(): Promise<BuiltFile[]> {
  const others = (await ifItAnswers(shells)) ?? [];
  return [...built.files, ...(await Promise.all(others.filter((key) => key !== name).map(listOf))).flat()];
}
