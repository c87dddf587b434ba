/** What the build wrote: every file that may be kept here, and how to know it again. Nothing else is ever kept. */

export interface BuiltFile {
  /** Relative to the scope; the page itself is `./`. */
  readonly path: string;
  readonly bytes: number;
  /** Lower-case hexadecimal. */
  readonly sha256: string;
  /** The right `Content-Type`: a host may be wrong about it for a while. */
  readonly type: string;
}

/** Written into the built script by `pwa-plugin.ts`. */
interface Built {
  /** A hash of this script and of all files. */
  readonly version: string;
  readonly files: readonly BuiltFile[];
}

export const built = (self as unknown as { readonly BUILT: Built }).BUILT;

/** By its name, so that a tab of an older version finds its runtime too. */
export const isRuntime = (path: string): boolean => /^assets\/ort-[^/]*\.(wasm|mjs)$/.test(path);

/** What the page itself is made of. The runtime is kept only once a start asks for it. */
export const shellFiles = built.files.filter(({ path }) => !isRuntime(path));

/** Whether these are the bytes of this file. */
export async function isRight(bytes: ArrayBuffer, file: BuiltFile): Promise<boolean> {
  if (bytes.byteLength !== file.bytes) return false;
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('') === file.sha256;
}

/**
 * An answer as it may be kept: its bytes compared, and of its own. One that was redirected could not open a page, and a wrong type would
 * stay wrong for ever.
 * @throws {TypeError} where it is not this file
 */
export async function verified(answer: Response, file: BuiltFile): Promise<Response> {
  const bytes = await answer.arrayBuffer();
  if (!answer.ok || !(await isRight(bytes, file))) {
    const got = `status ${String(answer.status)}, ${String(bytes.byteLength)} bytes`;
    throw new TypeError(`${file.path} is not the file that was built with this service worker: ${got}.`);
  }
  const headers = new Headers(answer.headers);
  headers.delete('content-encoding'); // of the way here
  headers.set('content-length', String(file.bytes));
  headers.set('content-type', file.type);
  return new Response(bytes, { headers });
}
