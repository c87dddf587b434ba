import { HOW_TO_BRING } from '../shared/how-to-bring';
import { ClassifierError } from '../shared/errors';
import type { OwnFiles } from './assets';
import type { Rung } from './ladder';

/** Longest wait for an answer, in milliseconds: this only words an error better. */
const PATIENCE_MS = 5_000;

/**
 * Why a start failed that gave no reason: browsers do not say why a worker's script or a wasm did not load. Asks
 * for each file that the start needs. Resolves with `undefined` if they are all there, or if that is unknown.
 */
export async function missingFile({ worker, runtime }: OwnFiles, { device }: Rung): Promise<ClassifierError | undefined> {
  const { mjs, wasm } = device === 'wasm' ? runtime.plain : runtime.jspi;
  for (const url of [worker, mjs, wasm]) {
    const found = await whatIsAt(url);
    if (found === undefined) continue;
    // Another device may do without this file of the runtime.
    const code = url === worker || device === 'wasm' ? 'assets-missing' : 'runtime';
    return new ClassifierError(code, `emotion-tag's file ${url} is not there: ${found}. ${HOW_TO_BRING}`);
  }
  return undefined;
}

/** What is wrong with a file, or `undefined`. */
async function whatIsAt(url: string): Promise<string | undefined> {
  try {
    const response = await fetch(url, { method: 'HEAD', redirect: 'manual', signal: AbortSignal.timeout(PATIENCE_MS) });
    if (response.type === 'opaqueredirect')
      return 'the server redirects it, which is not followed, since it may lead to a stranger';
    if (response.status === 404 || response.status === 410) return `the server answers ${String(response.status)}`;
    const isPage = response.headers.get('content-type')?.startsWith('text/html') === true;
    return response.ok && isPage ? 'the server answers with a web page in its place' : undefined;
  } catch {
    return undefined; // offline, or a policy that refuses to ask
  }
}
