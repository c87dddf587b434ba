/** What a host sends with the built page: the one list from which `npm start`, the files for hosts and their documentation are made. */

export interface HeaderRule {
  /** An absolute path from the page's folder; a final `*` stands for anything. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
}

const DIRECTIVES = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self'",
  "connect-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
];

/** What any other address is answered with, with status 404. Hosts that read `_headers` take it by its name. */
export const NOT_FOUND = '/404.html';

/** Only for the page: on the worker's own answer it would keep the runtime from starting its threads. */
const TRUSTED_TYPES = "require-trusted-types-for 'script'; trusted-types lit-html emotion-tag service-worker";

/** What the page itself can ask for where a host sends no headers. A page cannot say who may frame it, nor speak for its workers. */
export const META_POLICY = [...DIRECTIVES, TRUSTED_TYPES].join('; ');

const page = { 'Content-Security-Policy': TRUSTED_TYPES, 'Cache-Control': 'no-cache' };
const fresh = { 'Cache-Control': 'no-cache' };

/** Every rule that fits a path holds. Two values of one header are joined with a comma, which is two policies that both hold. */
export const RULES: readonly HeaderRule[] = [
  {
    path: '/*',
    headers: {
      'Content-Security-Policy': [...DIRECTIVES, "frame-ancestors 'self'"].join('; '),
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
    },
  },
  { path: '/', headers: page },
  { path: '/index.html', headers: page },
  { path: NOT_FOUND, headers: fresh },
  // Names without a hash whose new version must be seen at once: asked for again each time. Pictures may be old for a while.
  { path: '/sw.js', headers: fresh },
  { path: '/address.js', headers: fresh },
  { path: '/emotion-tag.js', headers: fresh },
  { path: '/engine.js', headers: fresh },
  { path: '/testing.js', headers: fresh },
  { path: '/manifest.webmanifest', headers: { ...fresh, 'Content-Type': 'application/manifest+json' } },
  // The default model, and the other one.
  ...['/model', '/model-research'].flatMap((folder) => [
    { path: `${folder}/*`, headers: fresh },
    { path: `${folder}/MODEL.md`, headers: { 'Content-Type': 'text/markdown; charset=utf-8' } },
  ]),
  { path: '/assets/*', headers: { 'Cache-Control': 'public, max-age=31536000, immutable' } },
];

const fits = (rule: string, path: string): boolean => (rule.endsWith('*') ? path.startsWith(rule.slice(0, -1)) : path === rule);

/** All headers of one path. */
export function headersFor(path: string): Record<string, string> {
  const all: Record<string, string> = {};
  for (const { path: rule, headers } of RULES) {
    if (!fits(rule, path)) continue;
    for (const [name, value] of Object.entries(headers)) all[name] = name in all ? `${all[name] ?? ''}, ${value}` : value;
  }
  return all;
}
