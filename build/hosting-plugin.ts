import type { Plugin } from 'vite';
import { headersFile } from '../hosting/formats.ts';
import { headersFor, META_POLICY } from '../hosting/headers.ts';

/**
 * Sends the headers of `headers.ts` from `vite preview`, writes them into the build for hosts that read `_headers`, and puts what a page may
 * ask for itself into the built page, for hosts that send none.
 */
export function hosting(): Plugin {
  return {
    name: 'hosting',
    enforce: 'post', // after the page is in the bundle, which the package has none of
    configurePreviewServer({ middlewares }) {
      middlewares.use((request, response, next) => {
        const { pathname } = new URL(request.url ?? '/', 'http://localhost');
        for (const [name, value] of Object.entries(headersFor(pathname))) response.setHeader(name, value);
        next();
      });
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
