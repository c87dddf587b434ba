import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import { typeOf, type Script } from '../../testbed/server';

const compress = promisify(brotliCompress);

/** What hosting/README.md says to compress. */
const SMALLER = /\.(js|mjs|css|html|json|svg|wasm|onnx|webmanifest)$/;

/** Answers from a folder in brotli, as a host of static files does. Compressed once, before anybody waits for it. */
export function compressed(folder: string): Script {
  const bodies = new Map<string, Promise<Buffer>>();
  return async (path, response) => {
    const name = path.endsWith('/') ? `${path}index.html` : path;
    if (!SMALLER.test(name)) return false;
    const make = async (): Promise<Buffer> =>
      compress(await readFile(join(folder, name)), { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } });
    const body = bodies.get(name) ?? make();
    bodies.set(name, body);
    try {
      const bytes = await body;
      response.setHeader('content-type', typeOf(name));
      response.writeHead(200, { 'content-encoding': 'br', 'content-length': bytes.length }).end(bytes);
      return true;
    } catch {
      bodies.delete(name);
      return false; // not there: the server says so
    }
  };
}
