import type { AdapterFacts, BrowserDevice, LoadRequest } from '../shared/protocol';
import type { Manifest } from '../shared/manifest';
import { verdictOf } from '../shared/verdict';

/** The device to try first, the facts behind that choice, and the key under which to remember the outcome. */
export interface Choice {
  readonly device: BrowserDevice;
  readonly adapter: AdapterFacts | null;
  /** The device that passed at an earlier start on this adapter, with this model and version. */
  readonly remembered: BrowserDevice | undefined;
  readonly verdict: string;
}

/**
 * What to try first. `webgpu` takes any adapter, software ones too; `auto` only a hardware one, and what was remembered of it. WebGPU
 * needs the runtime with JavaScript promise integration; a browser without it uses WASM.
 */
export async function chooseDevice({ device: preference, threads, verdicts }: LoadRequest, manifest: Manifest): Promise<Choice> {
  const adapter = preference === 'wasm' || !('Suspending' in WebAssembly) ? null : await findAdapter();
  const isWanted = adapter !== null && !(preference === 'auto' && adapter.isFallback);
  const where = isWanted ? [adapter.vendor, adapter.architecture, adapter.description] : ['wasm', threads];
  const verdict = verdictOf(preference, where, manifest);
  const remembered = verdicts[verdict];
  return { device: isWanted ? (remembered ?? 'webgpu') : 'wasm', adapter, remembered, verdict };
}

async function findAdapter(): Promise<AdapterFacts | null> {
  // `'gpu' in navigator` proves nothing: only an adapter does.
  const gpu = navigator.gpu as GPU | undefined;
  try {
    const adapter = await gpu?.requestAdapter({ powerPreference: 'high-performance' });
    if (!adapter) return null;
    const { vendor, architecture, description, isFallbackAdapter } = adapter.info;
    return { vendor, architecture, description, isFallback: isFallbackAdapter };
  } catch {
    return null; // a broken driver is as good as no adapter
  }
}
