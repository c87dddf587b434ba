/**
 * What went wrong, to branch on. Stable across versions.
 *
 * - `model-missing`: a model file is not where it should be.
 * - `model-corrupt`: a model file is not the one that was built with this code; its bytes were refused.
 * - `network`: the download of a model file failed or stalled.
 * - `runtime`: no device could load or run the model.
 * - `timeout`: the worker stayed silent past its deadline.
 * - `crash-loop`: the last two starts on this page ended with it; the next one waits for a person's click.
 * - `insecure-origin`: the page came over plain http, where browsers verify nothing.
 * - `sandboxed`: the page is a frame that is sandboxed without `allow-same-origin`, and lacks what the start needs.
 * - `assets-missing`: a script or wasm of ours is not where the page looks for it, or is not the one that was built with this code.
 * - `invalid-input`: the text was not a string, or the model base is not allowed.
 */
export type ErrorCode =
  | 'model-missing'
  | 'model-corrupt'
  | 'network'
  | 'runtime'
  | 'timeout'
  | 'crash-loop'
  | 'insecure-origin'
  | 'sandboxed'
  | 'assets-missing'
  | 'invalid-input';

/** An error as plain data, for the way between worker and page. */
export interface WireError {
  readonly code: ErrorCode;
  readonly message: string;
}

/** Every error of emotion-tag: a stable `code`, a sentence that says what failed and what to do, and the `cause` if there was one. */
export class ClassifierError extends Error {
  override readonly name = 'ClassifierError';

  constructor(
    /** What went wrong, to branch on. */
    readonly code: ErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }

  static fromWire({ code, message }: WireError): ClassifierError {
    return new ClassifierError(code, message);
  }

  /** Any thrown value as plain data; what is not ours becomes a `runtime` error that says what was being done. */
  static toWire(error: unknown, doing: string): WireError {
    if (error instanceof ClassifierError) return { code: error.code, message: error.message };
    const detail = error instanceof Error ? error.message : String(error);
    return { code: 'runtime', message: `${doing} failed: ${detail}` };
  }
}

/** What an aborted or destroyed call rejects with, as the platform does. Never shown to people. */
export function abortError(message = 'The reading was aborted.'): DOMException {
  return new DOMException(message, 'AbortError');
}
