import bytes from 'virtual:emotion-runtime-bytes';
import type { BrowserDevice } from '../shared/protocol';

/** What the runtime's files for this device weigh. */
export const runtimeBytes = (device: BrowserDevice): number => (device === 'webgpu' ? bytes.jspi : bytes.plain);

/**
 * Hear how much of one file has come while ONNX Runtime fetches it: it offers no such ear itself. Only for a first visit: reading a
 * copy of the answer may cost the browser's code cache.
 */
export function watchFetch(url: string, onLoaded: (bytes: number) => void): void {
  const fetchIt = self.fetch.bind(self);
  self.fetch = async (input, init) => {
    const response = await fetchIt(input, init);
    if (response.ok && (input instanceof Request ? input.url : String(input)) === url) {
      self.fetch = fetchIt;
      void count(response.clone(), onLoaded);
    }
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
