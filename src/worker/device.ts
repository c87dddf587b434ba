import type { Device, DevicePreference } from '../shared/protocol';

/**
 * What to try first. `webgpu` asks for any adapter, software ones too; `auto` only for a hardware one. WebGPU needs the runtime with
 * JavaScript promise integration; a browser without it uses WASM.
 */
export async function chooseDevice(preference: DevicePreference): Promise<Device> {
  if (preference === 'wasm' || !('Suspending' in WebAssembly)) return 'wasm';
  const adapter = await findAdapter();
  if (!adapter) return 'wasm';
  if (preference === 'auto' && adapter.info.isFallbackAdapter) return 'wasm';
  return 'webgpu';
}

async function findAdapter(): Promise<GPUAdapter | null> {
  // `'gpu' in navigator` proves nothing: only an adapter does.
  const gpu = navigator.gpu as GPU | undefined;
  try {
    return (await gpu?.requestAdapter({ powerPreference: 'high-performance' })) ?? null;
  } catch {
    return null; // a broken driver is as good as no adapter
  }
}
