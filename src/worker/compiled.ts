type Compiled = WebAssembly.Module | null;

let tell: (compiled: Compiled) => void;
const compiled = new Promise<Compiled>((resolve) => {
  tell = resolve;
});

/** What a worker of its own has compiled ahead of this one; `null` where nothing came of it. */
export const setCompiled = (module: Compiled): void => {
  tell(module);
};

/**
 * Answer ONNX Runtime's request for its wasm with what was compiled ahead. Its script fetches the file and hands the answer to
 * `WebAssembly.instantiateStreaming`: here the one gets a token, and the other knows it. Once, and where nothing was compiled not at all:
 * then the script fetches it as ever.
 */
export function useCompiled(url: string): void {
  const fetchIt = self.fetch.bind(self);
  const instantiate = WebAssembly.instantiateStreaming.bind(WebAssembly);
  const modules = new WeakMap<Response, WebAssembly.Module>();
  self.fetch = async (input, init) => {
    // What looks at the file when a start has failed says how the cache is to be used.
    if (input !== url || init?.cache !== undefined) return fetchIt(input, init);
    self.fetch = fetchIt;
    const module = await compiled;
    if (!module) return fetchIt(input, init);
    const token = new Response();
    modules.set(token, module);
    return token;
  };
  WebAssembly.instantiateStreaming = async (source, imports) => {
    const response = await source;
    const module = modules.get(response);
    return module ? { module, instance: await WebAssembly.instantiate(module, imports) } : instantiate(response, imports);
  };
}
