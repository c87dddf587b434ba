import plainMjs from 'onnxruntime-web/ort-wasm-simd-threaded.mjs?url&no-inline';
import plainWasm from 'onnxruntime-web/ort-wasm-simd-threaded.wasm?url&no-inline';
import jspiMjs from 'onnxruntime-web/ort-wasm-simd-threaded.jspi.mjs?url&no-inline';
import jspiWasm from 'onnxruntime-web/ort-wasm-simd-threaded.jspi.wasm?url&no-inline';
import workerScript from '../worker/main?worker&url';
import type { RuntimeUrls } from '../shared/protocol';
import { resolveModelBase } from '../shared/model-base';
import { MODEL_FOLDER } from '../shared/settings';

const absolute = (url: string): string => new URL(url, location.href).href;

/** The runtime files that we serve. Resolved here and posted to the worker: a bundled worker loses URLs made inside it. */
export function runtimeUrls(): RuntimeUrls {
  return {
    plain: { mjs: absolute(plainMjs), wasm: absolute(plainWasm) },
    jspi: { mjs: absolute(jspiMjs), wasm: absolute(jspiWasm) },
  };
}

/**
 * The model folder: by default beside the folder of the built scripts, wherever that is served from.
 * @throws {ClassifierError} `invalid-input` for a value that `resolveModelBase` refuses
 */
export function modelBase(value: string | null = null, allowed: readonly string[] = []): string {
  if (import.meta.env.DEV && value === null) return absolute(`/${MODEL_FOLDER}/`);
  return resolveModelBase(value, allowed, document.baseURI, absolute(workerScript));
}

interface ScriptUrlPolicy {
  createScriptURL(url: string): unknown;
}
interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL: (url: string) => string }): ScriptUrlPolicy;
}

let policy: ScriptUrlPolicy | undefined;

/** Start the worker script. Under Trusted Types its URL must come from a policy; ours is named `emotion-tag`. */
export function startWorker(): Worker {
  policy ??= (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes?.createPolicy('emotion-tag', {
    createScriptURL: (url) => url,
  });
  const url = sameOrigin(absolute(workerScript));
  return new Worker((policy?.createScriptURL(url) ?? url) as string, { type: 'module', name: 'emotion-tag' });
}

/** Browsers start no worker from another origin's script, but one of ours may import it. */
function sameOrigin(url: string): string {
  if (new URL(url).origin === location.origin) return url;
  return URL.createObjectURL(new Blob([`import ${JSON.stringify(url)};`], { type: 'text/javascript' }));
}
