import { ClassifierError } from '../shared/errors';
import type { Rung } from './ladder';

/** Whether this is a frame that is sandboxed without `allow-same-origin`: it has no origin, so no storage, and its own server is a stranger's. */
export const isSandboxed = (): boolean => self.origin === 'null' && location.protocol !== 'file:';

/** What such a frame needs, where a start in it failed. */
export const sandboxed = (cause: unknown): ClassifierError =>
  new ClassifierError(
    'sandboxed',
    `${cause instanceof Error ? cause.message : String(cause)} This frame is sandboxed: it has no origin of its own. Add \`allow-same-origin\` to its ` +
      '`sandbox` attribute, or send `Access-Control-Allow-Origin: *` with the files of emotion-tag, and allow `worker-src blob:` where there is a policy.',
    { cause },
  );

/** The same error, or, where a sandbox may be what it comes from, one that says so. */
export async function asInSandbox(
  error: ClassifierError,
  { worker }: { readonly worker: string },
  { device }: Rung,
): Promise<ClassifierError> {
  if (!isSandboxed()) return error;
  if (error.code === 'runtime') return device === 'wasm' ? sandboxed(error) : error; // WASM may do
  const isOnline = await fetch(worker, { mode: 'no-cors', method: 'HEAD' }).then(
    () => true,
    () => false,
  );
  return error.code === 'network' && isOnline ? sandboxed(error) : error;
}
