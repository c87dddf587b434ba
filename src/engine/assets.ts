import plainMjs from 'onnxruntime-web/ort-wasm-simd-threaded.mjs?url&no-inline';
import plainWasm from 'onnxruntime-web/ort-wasm-simd-threaded.wasm?url&no-inline';
import jspiMjs from 'onnxruntime-web/ort-wasm-simd-threaded.jspi.mjs?url&no-inline';
import jspiWasm from 'onnxruntime-web/ort-wasm-simd-threaded.jspi.wasm?url&no-inline';
import compileScript from '../worker/compile?worker&url';
import workerScript from '../worker/main?worker&url';
import { ClassifierError } from '../shared/errors';
import { HOW_TO_BRING } from '../shared/how-to-bring';
import { resolveModelBase } from '../shared/model-base';
import type { Reply, RuntimeUrls } from '../shared/protocol';
import type { ModelPlace } from '../shared/settings';
import type { Model } from './models';
import { isSandboxed, sandboxed } from './sandbox';

/** Where all files of ours are, as absolute URLs. Resolved on the page and posted to the worker: a bundled worker loses URLs made inside it. */
export interface OwnFiles {
  readonly worker: string;
  /** The script that compiles the runtime ahead. */
  readonly compile: string;
  readonly runtime: RuntimeUrls;
  readonly model: ModelPlace;
}

/** What a page may say of the places. */
export interface Places {
  /** Of the folder that `emotion-tag copy` wrote, relative to the page; `null` where the page's build brought the files. */
  readonly assetsBase: string | null;
  /** Of the model's folder alone. */
  readonly modelBase: string | null;
  /** Further origins that the model's folder may be on. */
  readonly allowedModelOrigins: readonly string[];
}

/**
 * @throws {ClassifierError} `invalid-input` for a base that is refused, `assets-missing` where neither the page nor its build knows where
 * the files are
 */
export function ownFiles({ urls }: Model, { assetsBase, modelBase, allowedModelOrigins }: Places): OwnFiles {
  const base = assetsBase === null ? null : folder(assetsBase);
  const at = (built: string): string => urlOf(built, base);
  const worker = at(workerScript);
  return {
    worker,
    compile: at(compileScript),
    runtime: {
      plain: { mjs: at(plainMjs), wasm: at(plainWasm) },
      jspi: { mjs: at(jspiMjs), wasm: at(jspiWasm) },
    },
    model:
      modelBase === null || modelBase.trim() === ''
        ? Object.fromEntries(Object.entries(urls).map(([path, built]) => [path, at(built)]))
        : resolveModelBase(modelBase, allowedModelOrigins, document.baseURI, self.origin, worker),
  };
}

/** @throws {ClassifierError} `invalid-input` if it is no address of a folder */
function folder(assetsBase: string): string {
  const url = URL.canParse(assetsBase, document.baseURI) ? new URL(assetsBase, document.baseURI) : undefined;
  if (!url || !URL.canParse('.', url) || /[?#]/.test(assetsBase) || isLedAway(assetsBase, url)) {
    throw new ClassifierError(
      'invalid-input',
      `EmotionClassifier.assetsBase = ${JSON.stringify(assetsBase)} is not the address of a folder. Write it as '/emotion-tag/'.`,
    );
  }
  return url.href.replace(/\/?$/, '/');
}

/** A `<base>` may be put into a page by somebody else: it leads to no other origin than the same words would without it. */
const isLedAway = (named: string, { origin }: URL): boolean =>
  URL.canParse(named, self.origin) && new URL(named, self.origin).origin !== origin;

/** Up to version 7, Vite's development server serves our scripts from its cache of packages, which has no other file of ours. */
const VITE_CACHE = /\/\.vite\/.*$/;

/** @param built what `build/own-files` wrote: a name and a URL. The development server writes its URL alone. */
function urlOf(built: string, base: string | null): string {
  const [name = '', url = name] = built.split(' ');
  if (base !== null && built.includes(' ')) return new URL(name, base).href;
  if (url === '') {
    throw new ClassifierError('assets-missing', `This build does not say where emotion-tag's file ${name} is. ${HOW_TO_BRING}`);
  }
  return new URL(url.replace(VITE_CACHE, `/emotion-tag/lib/${name}`), location.href).href;
}

interface ScriptUrlPolicy {
  createScriptURL(url: string): unknown;
}
interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL: (url: string) => string }): ScriptUrlPolicy;
}

let policy: ScriptUrlPolicy | undefined;

/**
 * Start the worker script. Under Trusted Types its URL must come from a policy; ours is named `emotion-tag`.
 * @throws {ClassifierError} `insecure-origin` on a page that was opened as a file, `sandboxed` in a frame that may start none
 */
export function startWorker(script: string): Worker {
  policy ??= (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes?.createPolicy('emotion-tag', {
    createScriptURL: (url) => url,
  });
  if (location.protocol === 'file:' && self.origin === 'null') {
    throw new ClassifierError(
      'insecure-origin',
      'This page was opened as a file, where browsers start no workers. Serve its folder, for example with `npx serve`.',
    );
  }
  const url = sameOrigin(script);
  // Chromium starts no module from a blob in a sandboxed frame, but a classic script, which may import one.
  const type = isSandboxed() ? 'classic' : 'module';
  try {
    return new Worker((policy?.createScriptURL(url) ?? url) as string, { type, name: 'emotion-tag' });
  } catch (cause) {
    throw isSandboxed() ? sandboxed(cause) : cause;
  }
}

/**
 * Browsers start no worker from another origin's script, but one of ours may import it. An import follows redirects, so it is first seen that
 * there is none; what the page says meanwhile waits.
 */
function sameOrigin(url: string): string {
  if (new URL(url).origin === self.origin) return url; // not the location's: a sandboxed frame has that of its server
  const broken: Reply = {
    kind: 'broken',
    device: null,
    error: {
      code: isSandboxed() ? 'network' : 'assets-missing', // the server may only keep it from such a frame
      message: `The script of emotion-tag’s worker, ${url}, is missing or redirected. ${HOW_TO_BRING}`,
    },
  };
  const script = `const url = ${JSON.stringify(url)}, early = [], hold = ({ data }) => early.push(data);
    addEventListener('message', hold);
    fetch(url, { method: 'HEAD', redirect: 'error' }).then(() => import(url)).then(() => {
      removeEventListener('message', hold);
      for (const data of early) dispatchEvent(new MessageEvent('message', { data }));
    }, () => postMessage(${JSON.stringify(broken)}));`;
  return URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
}
