/** The rules in the words of common hosts. */
import { NOT_FOUND, RULES, type HeaderRule } from './headers.ts';

const lines = ({ headers }: HeaderRule, line: (name: string, value: string) => string): string =>
  Object.entries(headers)
    .map(([name, value]) => line(name, value))
    .join('\n');

/** `_headers`, as Netlify and Cloudflare Pages read it from the folder that they serve. */
export const headersFile = (): string =>
  RULES.map((rule) => `${rule.path}\n${lines(rule, (name, value) => `  ${name}: ${value}`)}\n`).join('');

/** Errors have the policy too, but a missing file is not missing for ever. */
const onErrors = (name: string): boolean => name !== 'Cache-Control';

/** A regular expression for the path of a rule, as nginx and Apache match it. */
const pattern = (path: string): string => `^${path.replaceAll('.', '\\.').replace(/\*$/, '')}${path.endsWith('*') ? '' : '$'}`;

/**
 * For the `server` block of nginx. A `map` picks each value by the path; `add_header` with an empty value sends nothing, and in one place it
 * is not lost as it would be in nested locations.
 */
export function nginx(): string {
  const everywhere = RULES.filter(({ path }) => path === '/*');
  const others = RULES.filter(({ path }) => path !== '/*');
  const names = new Set(others.flatMap(({ headers }) => Object.keys(headers)).filter((name) => name !== 'Content-Type'));
  const variable = (name: string): string => `$page_${name.toLowerCase().replaceAll('-', '_')}`;
  const maps = [...names].map((name) => {
    const values = others.flatMap(({ path, headers }) =>
      name in headers ? [`  ~${pattern(path)} "${headers[name] ?? ''}";`] : [],
    );
    return `map $uri ${variable(name)} {\n${values.join('\n')}\n}`;
  });
  const server = [
    `error_page 404 ${NOT_FOUND};`,
    'include mime.types;',
    'types { application/wasm wasm; text/javascript mjs; application/manifest+json webmanifest; "text/markdown; charset=utf-8" md; }',
    ...everywhere.map((rule) => lines(rule, (name, value) => `add_header ${name} "${value}" always;`)),
    ...[...names].map((name) => `add_header ${name} ${variable(name)}${onErrors(name) ? ' always' : ''};`),
  ];
  return `${maps.join('\n')}\n\n# in the server block\n${server.join('\n')}\n`;
}

/** `.htaccess` for Apache with mod_headers, in the folder of the page. */
export function apache(): string {
  const types = [
    'AddType application/wasm .wasm',
    'AddType text/javascript .mjs .js',
    'AddType application/manifest+json .webmanifest',
    'AddType "text/markdown; charset=utf-8" .md',
  ].join('\n');
  const rules = RULES.flatMap((rule) => {
    const own = { ...rule, headers: Object.fromEntries(Object.entries(rule.headers).filter(([name]) => name !== 'Content-Type')) };
    if (Object.keys(own.headers).length === 0) return [];
    const set = (indent: string): string =>
      lines(own, (name, value) => `${indent}Header ${onErrors(name) ? 'always ' : ''}merge ${name} "${value}"`);
    return rule.path === '/*' ? set('') : `<If "%{REQUEST_URI} =~ m#${pattern(rule.path)}#">\n${set('  ')}\n</If>`;
  });
  return `ErrorDocument 404 ${NOT_FOUND}\n${types}\n${rules.join('\n')}\n`;
}
