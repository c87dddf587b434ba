import { mkdir, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { build } from 'vite';
import { startServer } from '../../testbed/server';

/** Everything that the pages fetch, in one folder, until `remove()`. */
export interface Site {
  readonly folder: string;
  remove(): Promise<void>;
}

/** Build the engine and the benchmark's pages, and put the library's own published files and the models beside them. */
export async function makeSite(models: string): Promise<Site> {
  const folder = await mkdtemp(join(tmpdir(), 'emotion-tag-bench-'));
  await build({ logLevel: 'warn', build: { outDir: join(folder, 'dist'), emptyOutDir: true } });
  await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    build: {
      outDir: join(folder, 'pages'),
      emptyOutDir: true,
      target: 'es2022',
      modulePreload: false,
      rolldownOptions: {
        input: { engine: 'bench/engine/pages/engine.ts', library: 'bench/engine/pages/library.ts' },
        output: { entryFileNames: '[name].js' },
      },
    },
  });
  const links = {
    library: 'node_modules/@huggingface/transformers/dist',
    runtime: 'node_modules/onnxruntime-web/dist',
    'hub/shipped/resolve/main': join(models, 'shipped'),
    'hub/seed/resolve/main': join(models, 'seed'),
  };
  for (const [name, target] of Object.entries(links)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await symlink(resolve(target), join(folder, name));
  }
  return { folder, remove: () => rm(folder, { recursive: true }) };
}

/** A loopback host that counts what it sends. */
export interface Host {
  readonly url: string;
  /** Bytes of files sent since the last call. */
  takeBytes(): number;
  close(): Promise<void>;
}

const page = (script: string): string =>
  `<!doctype html><title>bench</title><script type="module" src="/pages/${script}.js"></script>`;

/** Headers as a good host sends them: files may be kept for ever. Isolated pages may use threads. */
export async function serveSite({ folder }: Site, isolated: boolean): Promise<Host> {
  let bytes = 0;
  const pages = { '/engine': page('engine'), '/library': page('library') };
  const server = await startServer({
    folder,
    pages,
    script(_path, response) {
      response.on('finish', () => {
        bytes += Number(response.getHeader('content-length') ?? 0);
      });
      return false;
    },
    headers: (path) => ({
      'cache-control': path in pages ? 'no-cache' : 'public, max-age=31536000, immutable',
      ...(isolated && { 'cross-origin-opener-policy': 'same-origin', 'cross-origin-embedder-policy': 'require-corp' }),
    }),
  });
  return {
    url: server.url,
    takeBytes() {
      const taken = bytes;
      bytes = 0;
      return taken;
    },
    close: () => server.close(),
  };
}
