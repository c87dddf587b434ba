import { createReadStream, existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Plugin } from 'vite';
import { headersFile } from '../hosting/formats.ts';
import { headersFor, META_POLICY, NOT_FOUND } from '../hosting/headers.ts';

/**
 * Sends the headers of `headers.ts` from `vite preview`, writes them into the build for hosts that read `_headers`, and puts what a page may
 * ask for itself into the built page, for hosts that send none.
 */
export function hosting(): Plugin {
  return {
    name: 'hosting',
    enforce: 'post', // after the page is in the bundle, which the package has none of
    configurePreviewServer({ middlewares, config: { root, build } }) {
      middlewares.use((request, response, next) => {
        const { pathname } = new URL(request.url ?? '/', 'http://localhost');
        for (const [name, value] of Object.entries(headersFor(pathname))) response.setHeader(name, value);
        next();
      });
      const folder = resolve(root, build.outDir);
      return () => {
        middlewares.use((request, response, next) => {
          // By now the folder's address is that of its page, which comes next.
          const isPage =
            request.url?.endsWith('.html') && existsSync(join(folder, new URL(request.url, 'http://localhost').pathname));
          if (isPage) {
            next();
            return;
          }
          const headers = { ...headersFor(NOT_FOUND), 'Content-Type': 'text/html; charset=utf-8' };
          for (const [name, value] of Object.entries(headers)) response.setHeader(name, value); // not those of the address
          response.statusCode = 404;
          createReadStream(join(folder, NOT_FOUND)).pipe(response);
        });
      };
    },
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        if ('index.html' in bundle) this.emitFile({ type: 'asset', fileName: '_headers', source: headersFile() });
      },
    },
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { bundle }) =>
        bundle
          ? [{ tag: 'meta', attrs: { 'http-equiv': 'Content-Security-Policy', content: META_POLICY }, injectTo: 'head-prepend' }]
          : [], // the development server works with inline scripts
    },
  };
}
