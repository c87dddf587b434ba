import { allKeys, areKept, find, forget, keyOf, put } from './kept-files';
import { filesFor, nameOf, parseManifest, type Manifest } from '../shared/manifest';
import { sha256 } from './model-files';
import { isOtherEditionInUse, type Edition } from './turns';

/**
 * Which models are kept whole. The bytes come first, then, once a model has passed its self-test, an entry with the manifest it was
 * verified with: so an older model can serve on its own terms until a newer one has proved itself.
 */
const ENTRY = keyOf('manifest', '');
/** The same of models that are on their way, or are here and were never started: models of other names leave their files alone. */
const CLAIM = keyOf('claim', '');
const REFUSED = keyOf('refused', '');

/** A short name for an edition of a model: a hash of all that its manifest says. */
async function versionOf(manifest: Manifest): Promise<string> {
  return (await sha256(new TextEncoder().encode(JSON.stringify(manifest)))).slice(0, 16);
}

export const editionOf = async (manifest: Manifest): Promise<Edition> => ({
  name: nameOf(manifest),
  version: await versionOf(manifest),
});

/** Say whose the files are that come now. */
export async function claim(manifest: Manifest): Promise<void> {
  await put(CLAIM + (await versionOf(manifest)), JSON.stringify(manifest));
}

/** Write the entry of a model that passed its self-test, and forget what nobody uses any more. */
export async function commit(manifest: Manifest): Promise<void> {
  const version = await versionOf(manifest);
  const keys = await allKeys();
  const isKept = keys.includes(ENTRY + version) || (await put(ENTRY + version, JSON.stringify(manifest)));
  if (isKept && keys.includes(CLAIM + version)) await forget([CLAIM + version]);
  await forgetUnused(manifest).catch(() => undefined); // the next start tidies up
}

/** An older edition of a model that is kept whole for these devices: the newest of them, with what it was verified with. */
export async function findOlder(manifest: Manifest, devices: readonly ('wasm' | 'webgpu')[]): Promise<Manifest | undefined> {
  const own = ENTRY + (await versionOf(manifest));
  const entries = (await allKeys()).filter((key) => key.startsWith(ENTRY) && key !== own);
  for (const key of entries.reverse()) {
    const older = await readEntry(key);
    if (older && nameOf(older) === nameOf(manifest) && hasLayoutOf(manifest, older) && (await areKept(filesFor(older, devices))))
      return older;
  }
  return undefined;
}

async function readEntry(key: string): Promise<Manifest | undefined> {
  try {
    const entry = await find(key);
    const manifest = entry && parseManifest(JSON.parse(new TextDecoder().decode(entry.bytes)));
    return manifest && key.endsWith(`/${await versionOf(manifest)}`) ? manifest : undefined; // else not as it was written
  } catch {
    return undefined; // not one of ours, or of a time when manifests said other things
  }
}

/** Whether a model has the files that this code asks for. One of a later edition, left by a rollback, may have others. */
function hasLayoutOf({ files }: Manifest, other: Manifest): boolean {
  const paths = new Set(other.files.map(({ path }) => path));
  return files.every(({ path }) => paths.has(path));
}

/** Remember that a model could not be started here, or failed its self-test: an older one, if one is kept, serves from now on. */
export async function refuse(manifest: Manifest): Promise<void> {
  if (await findOlder(manifest, ['wasm'])) await put(REFUSED + (await versionOf(manifest)), '');
}

export async function isRefused(manifest: Manifest): Promise<boolean> {
  return (await allKeys()).includes(REFUSED + (await versionOf(manifest)));
}

/** Forget that a model was refused: its files are being repaired. */
export async function forgetRefusal(manifest: Manifest): Promise<void> {
  await forget([REFUSED + (await versionOf(manifest))]);
}

/** Keys of all that is kept of this model: its editions, their files, and what is left of downloads that nobody claims. */
export async function keysOf(manifest: Manifest): Promise<string[]> {
  for (let keys = await allKeys(), tries = 1; ; tries++) {
    const others = await claimedByOthers(manifest, keys);
    const now = await allKeys();
    if (tries === TRIES || String(saying(now)) === String(saying(keys)))
      return keys.filter((key) => !others.some((isTheirs) => isTheirs(key)));
    keys = now;
  }
}

/** Another model may just have passed its self-test: what says whose its files are goes from a claim to an entry, and was read as neither. */
const TRIES = 5;
/** The keys that say whose files are kept. */
const saying = (keys: readonly string[]): string[] => keys.filter((key) => key.startsWith(ENTRY) || key.startsWith(CLAIM));

/**
 * Other editions of this model, and what is left of downloads that nobody finished. While another tab runs another edition, all of it stays.
 * The tabs are asked only if it matters: in Chromium that question throws a page out of the back/forward cache whose worker just ends.
 */
async function forgetUnused(manifest: Manifest): Promise<void> {
  const edition = await editionOf(manifest);
  const unused = (await keysOf(manifest)).filter((key) => key !== ENTRY + edition.version && !isFileOf(manifest, key));
  if (unused.length === 0 || (await isOtherEditionInUse(edition))) return;
  await forget(unused);
}

/** For each model of another name that is kept or on its way, what tells its keys. */
async function claimedByOthers(manifest: Manifest, keys: readonly string[]): Promise<((key: string) => boolean)[]> {
  const found = await Promise.all(saying(keys).map(async (key) => ({ key, other: await readEntry(key) })));
  return found.flatMap(({ key: entry, other }) => {
    if (!other || nameOf(other) === nameOf(manifest)) return [];
    const version = entry.slice(entry.lastIndexOf('/'));
    return [(key: string) => key.endsWith(version) || isFileOf(other, key)];
  });
}

/** Whole, or a piece of it. */
const isFileOf = ({ files }: Manifest, key: string): boolean => files.some(({ sha256: hash }) => key.includes(hash));
