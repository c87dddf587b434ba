/** What the page itself is made of: precached when a version installs, and served from there. */
import { network } from './network';

/** Written into the built script by `pwa-plugin.ts`. Paths are relative to the scope. */
interface Shell {
  readonly version: string;
  readonly files: readonly string[];
  readonly runtime: readonly string[];
}

export const shell = (self as unknown as { readonly SHELL: Shell }).SHELL;

const PREFIX = 'emotion-tag-shell-';
const RUNTIME_LIST = './runtime-list';

const name = PREFIX + shell.version;

/** All of it or nothing: a version that cannot be kept whole does not install, and the one before goes on. */
export async function install(): Promise<void> {
  const cache = await caches.open(name);
  // A name without a hash may stand for older bytes in the browser's HTTP cache.
  const ask = (path: string): Request => new Request(path, { cache: path.startsWith('assets/') ? 'default' : 'reload' });
  await cache.addAll(shell.files.map(ask));
  await cache.put(RUNTIME_LIST, Response.json(shell.runtime));
}

/**
 * A file of the page: of this version, else of the one before (a tab that was open during an update may still need it), else from
 * the network. What servers say of `Vary` is about the request that installed it, and does not matter here.
 */
export async function fromShell(path: string, request: Request): Promise<Response> {
  const options = { ignoreSearch: true, ignoreVary: true };
  const own = await caches.open(name);
  return (await own.match(path, options)) ?? (await caches.match(path, options)) ?? network(request);
}

/** Forget all shells but ours and the newest of the others. `caches.keys()` gives them in the order of their making. */
export async function keepTwoShells(): Promise<void> {
  const others = (await caches.keys()).filter((key) => key.startsWith(PREFIX) && key !== name);
  await Promise.all(others.slice(0, -1).map((key) => caches.delete(key)));
}

/** The runtime files that a kept shell may ask for. */
export async function runtimeInUse(): Promise<string[]> {
  const shells = (await caches.keys()).filter((key) => key.startsWith(PREFIX));
  const lists = await Promise.all(
    shells.map(async (key) => (await (await caches.open(key)).match(RUNTIME_LIST))?.json() as Promise<string[] | undefined>),
  );
  return lists.flatMap((list) => list ?? []);
}
