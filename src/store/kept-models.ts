import { allKeys, areKept, find, forget, keyOf, put } from './kept-files';
import { filesFor, parseManifest, type Manifest } from '../shared/manifest';
import { sha256 } from './model-files';
import { isAnotherVersionInUse } from './turns';

/**
 * Which models are kept whole. The bytes come first, then, once a model has passed its self-test, an entry with the manifest it was
 * verified with: so an older model can serve on its own terms until a newer one has proved itself.
 */
const ENTRY = keyOf('manifest', '');
const REFUSED = keyOf('refused', '');

/** A short name for a model: a hash of all that its manifest says. */
export async function versionOf(manifest: Manifest): Promise<string> {
  return (await sha256(new TextEncoder().encode(JSON.stringify(manifest)))).slice(0, 16);
}

/** Write the entry of a model that passed its self-test, and forget what nobody uses any more. */
export async function commit(manifest: Manifest): Promise<void> {
  const version = await versionOf(manifest);
  if (!(await allKeys()).includes(ENTRY + version)) await put(ENTRY + version, JSON.stringify(manifest));
  await forgetUnused(manifest, version).catch(() => undefined); // the next start tidies up
}

/** An older model that is kept whole for these devices: the newest of them, with what it was verified with. */
export async function findOlder(manifest: Manifest, devices: readonly ('wasm' | 'webgpu')[]): Promise<Manifest | undefined> {
  const own = ENTRY + (await versionOf(manifest));
  const entries = (await allKeys()).filter((key) => key.startsWith(ENTRY) && key !== own);
  for (const key of entries.reverse()) {
    const older = await readEntry(key);
    if (older && hasLayoutOf(manifest, older) && (await areKept(filesFor(older, devices)))) return older;
  }
  return undefined;
}

async function readEntry(key: string): Promise<Manifest | undefined> {
  try {
    const entry = await find(key);
    const manifest = entry && parseManifest(JSON.parse(new TextDecoder().decode(entry.bytes)));
    return manifest && key === ENTRY + (await versionOf(manifest)) ? manifest : undefined; // else not as it was written
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

/** Forget that any model was refused: its files are being repaired. */
export async function forgetRefusals(): Promise<void> {
  await forget((await allKeys()).filter((key) => key.startsWith(REFUSED)));
}

/**
 * Other versions, and what is left of downloads that nobody finished. While another tab runs another version, all of it stays. The
 * tabs are asked only if it matters: in Chromium that question throws a page out of the back/forward cache whose worker just ends.
 */
async function forgetUnused(manifest: Manifest, version: string): Promise<void> {
  const own = manifest.files.map(({ sha256: hash }) => hash);
  const unused = (await allKeys()).filter((key) => key !== ENTRY + version && !own.some((hash) => key.includes(hash)));
  if (unused.length === 0 || (await isAnotherVersionInUse(version))) return;
  await forget(unused);
}
