import { posix } from 'node:path';
import type { Plugin, RenderBuiltAssetUrl } from 'vite';

/** Worker, runtime, and the files of model folders. */
const OWN = /^assets\/(main|compile|ort)-|^(?!assets\/).*\//;

/**
 * The code that stands for the URL of a file of ours: its name, a space, and the URL that `import.meta.url` gives, or nothing where an
 * embedder's build has no such thing. Bundlers know `new URL('…', import.meta.url)` and bring the file; the name is for
 * `EmotionClassifier.assetsBase`, since what they bring has names of their own.
 */
export const ownFileUrl: RenderBuiltAssetUrl = (filename, { hostType, hostId }) => {
  if (hostType !== 'js' || !OWN.test(filename)) return { relative: true };
  const name = JSON.stringify(`${filename} `);
  const relative = JSON.stringify(posix.relative(posix.dirname(hostId), filename));
  return { runtime: `(()=>{try{return ${name}+new URL(${relative},import.meta.url).href}catch{return ${name}}})()` };
};

/** What a dynamic import waits for: the style sheets of its module, which are put into the page once. */
const IMPORT_HELPER = `
const add = (href) => [...document.styleSheets].some((sheet) => sheet.href === href) || new Promise((resolve, reject) => {
  document.head.append(Object.assign(document.createElement('link'), { rel: 'stylesheet', href, onload: resolve, onerror: reject }));
});
export const __vitePreload = (load, sheets, from) =>
  sheets?.length ? Promise.all(sheets.map((sheet) => add(new URL(sheet, from).href))).then(load) : load();
`;

/**
 * Puts a shorter helper around dynamic imports than Vite does: every embed carries it, though it has no style sheets, and the
 * `import.meta.resolve` in Vite's makes webpack warn.
 */
export const plainImports = (): Plugin => ({
  name: 'plain-imports',
  enforce: 'pre',
  load: (id) => (id === '\0vite/preload-helper.js' ? IMPORT_HELPER : undefined),
});
