import { ClassifierError } from './errors';

/**
 * Where the model files are fetched from, as an absolute URL with a final slash. Only the origins of the page and of our own script
 * are allowed without being named: a value that reaches an attribute from elsewhere must not turn into requests to a stranger. What
 * is fetched is decided by its hash, wherever it comes from.
 * @param value what was asked for, relative to the page
 * @param allowed further origins, as `https://models.example`
 * @param pageUrl the base URL of the page, which whoever may put a `<base>` into it decides
 * @param pageOrigin the origin of the page itself
 * @param scriptUrl a script of ours, wherever it is served from
 * @throws {ClassifierError} `invalid-input` for another origin, another scheme than http(s), credentials, a query or a fragment
 */
export function resolveModelBase(
  value: string,
  allowed: readonly string[],
  pageUrl: string | URL,
  pageOrigin: string,
  scriptUrl: string | URL,
): string {
  const url = parse(value, pageUrl, value);
  const isWeb = url.protocol === 'https:' || url.protocol === 'http:';
  if (!isWeb || url.username !== '' || url.password !== '' || /[?#]/.test(value)) {
    throw refused(value, 'it must be the http(s) address of a folder, without credentials, query or fragment');
  }
  const named = [scriptUrl, ...allowed].map((origin) => parse(String(origin), undefined, value).origin);
  if (![pageOrigin, ...named].includes(url.origin)) {
    throw refused(
      value,
      `${url.origin} is another origin; name it among the allowed ones if you trust it with your readers' addresses`,
    );
  }
  if (!url.pathname.endsWith('/')) url.pathname += '/';
  return url.href;
}

function parse(text: string, base: string | URL | undefined, value: string): URL {
  try {
    return new URL(text, base);
  } catch (cause) {
    throw refused(value, `${JSON.stringify(text)} is no URL`, cause);
  }
}

function refused(value: string, why: string, cause?: unknown): ClassifierError {
  return new ClassifierError('invalid-input', `The model base ${JSON.stringify(value)} is refused: ${why}.`, { cause });
}
