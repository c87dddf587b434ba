import built from 'virtual:emotion-runtime';
import { ClassifierError } from '../shared/errors';
import { HOW_TO_BRING } from '../shared/how-to-bring';
import type { BrowserDevice, RuntimeUrls } from '../shared/protocol';
import { STALL_MS } from '../shared/settings';
import { matches } from '../store/model-files';

/** The script and the wasm of one device's runtime. */
type Pair = RuntimeUrls['plain'];

const NAMES = { wasm: 'plain', webgpu: 'jspi' } as const;

export const runtimeFor = (device: BrowserDevice, urls: RuntimeUrls): Pair => urls[NAMES[device]];

/** What the runtime's files for this device weigh. */
export const runtimeBytes = (device: BrowserDevice): number => built[NAMES[device]].mjs.bytes + built[NAMES[device]].wasm.bytes;

/**
 * The runtime's script, before it is imported: an import follows redirects, and says nothing of what went wrong. Other bytes alone are let
 * pass, after one more look: the development servers of embedders rewrite scripts. Where it does not run, `blameFiles` says why.
 * @throws {ClassifierError} `assets-missing`, or `runtime` where another device may do without the file
 */
export const checkScript = (device: BrowserDevice, urls: RuntimeUrls): Promise<void> =>
  check(device, 'mjs', urls, 'default', false);

/** A runtime's script on its way before it is known whether this device will be chosen. */
export interface ScriptAhead {
  readonly device: BrowserDevice;
  /** As `checkScript` resolves or rejects. */
  readonly checked: Promise<void>;
}

/** Check the script of the runtime that most likely runs, and import it, which does nothing yet but that ONNX Runtime's own import is at once. */
export function beginScript(device: BrowserDevice, urls: RuntimeUrls): ScriptAhead {
  const checked = checkScript(device, urls);
  checked.then(() => import(/* @vite-ignore */ runtimeFor(device, urls).mjs)).catch(() => undefined); // told to whoever needs it
  return { device, checked };
}

/**
 * The runtime could not be started: look whether its files are to blame. What was kept of them and is wrong is asked for once more, so that the
 * next attempt finds what is right.
 * @throws {ClassifierError} `assets-missing`, or `runtime` where another device may do without the file where a file is still not the one that was built with this code
 */
export async function blameFiles(device: BrowserDevice, urls: RuntimeUrls): Promise<void> {
  await check(device, 'mjs', urls, 'force-cache');
  await check(device, 'wasm', urls, 'force-cache');
}

/** Look at what came, then, if that is wrong, past every cache. `reload` tells the page's service worker to look at what it keeps. */
async function check(
  device: BrowserDevice,
  kind: keyof Pair,
  urls: RuntimeUrls,
  first: RequestCache,
  isSure = true,
): Promise<void> {
  if (import.meta.env.DEV) return; // the development server serves other bytes
  const url = runtimeFor(device, urls)[kind];
  if ((await faultOf(url, device, kind, first)) === undefined) return;
  const fault = await faultOf(url, device, kind, 'reload', isSure);
  if (fault !== undefined) throw faulty(url, fault, device);
}

/** What is wrong with a file, in words that go on after "is". */
async function faultOf(
  url: string,
  device: BrowserDevice,
  kind: keyof Pair,
  cache: RequestCache,
  isCompared = true,
): Promise<string | undefined> {
  const file = built[NAMES[device]][kind];
  try {
    const signal = AbortSignal.timeout(STALL_MS);
    const response = await fetch(url, { cache, redirect: 'manual', credentials: 'same-origin', signal });
    if (response.type === 'opaqueredirect') return REDIRECTED;
    if (!response.ok) return `not there: the server answers ${String(response.status)}`;
    const type = response.headers.get('content-type') ?? '';
    if (type.startsWith('text/html')) return 'not there: the server answers with a web page in its place';
    const bytes = new Uint8Array(await response.arrayBuffer());
    if (isCompared && !(await matches(bytes, file)))
      return `not the one this page was built with: ${String(bytes.length)} bytes came, ${String(file.bytes)} are right`;
    return kind === 'mjs' && !/javascript/i.test(type)
      ? `served as "${type}", and browsers run scripts only as text/javascript`
      : undefined;
  } catch (error) {
    if (error instanceof ClassifierError) throw error; // insecure origin
    return `out of reach: ${error instanceof Error ? error.message : String(error)}`;
  }
}

const REDIRECTED = 'redirected, which is not followed, since it may lead to a stranger';

const faulty = (url: string, fault: string, device: BrowserDevice): ClassifierError =>
  new ClassifierError(device === 'wasm' ? 'assets-missing' : 'runtime', `emotion-tag's file ${url} is ${fault}. ${HOW_TO_BRING}`);

/**
 * Watch over what ONNX Runtime fetches by itself: its wasm is followed to no other place, and is heard as it comes.
 * @param onLoaded for a first visit only: reading a copy of the answer may cost the browser's code cache
 */
export function watchFetch(url: string, onLoaded?: (bytes: number) => void): void {
  // Its last resort, which would follow a redirect.
  (self as { XMLHttpRequest?: unknown }).XMLHttpRequest = undefined;
  const fetchIt = self.fetch.bind(self);
  let listener = onLoaded;
  self.fetch = async (input, init) => {
    const asked = input instanceof Request ? input.url : String(input);
    // What looks at the file above says itself how.
    if (asked !== url || init?.redirect !== undefined) return fetchIt(input, init);
    const response = await fetchIt(input, { ...init, redirect: 'manual' });
    if (response.type === 'opaqueredirect') throw new TypeError(`${url} is ${REDIRECTED}`);
    if (response.ok && listener) void count(response.clone(), listener);
    listener = undefined;
    return response;
  };
}

async function count({ body }: Response, onLoaded: (bytes: number) => void): Promise<void> {
  let loaded = 0;
  const reader = body?.getReader();
  try {
    for (let chunk = await reader?.read(); chunk && !chunk.done; chunk = await reader?.read()) {
      loaded += chunk.value.length;
      onLoaded(loaded);
    }
  } catch {
    // The runtime reads the same answer and says what broke it.
  }
}
