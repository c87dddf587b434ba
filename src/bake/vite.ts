/** `emotion-tag/vite`: the readings of the tags in a site's pages, written into them when it is built. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { EmotionClassifier, type CreateOptions } from '../node/index';
import { bakeHtml } from './html';
import { bakePages, findPages } from './pages';

export type BakeOptions = Pick<CreateOptions, 'device' | 'model'>;

export interface PluginOptions extends BakeOptions {
  /** Where the pages are once the build is over, from the root of the project: for builds that write them after Vite's own, as SvelteKit does. */
  readonly folder?: string | undefined;
}

/** Bake the pages of a Vite build. Astro and VitePress have a hook of their own for what comes after their pages: there, `bakeFolder`. */
export function emotionTag({ folder, ...options }: PluginOptions = {}): Plugin {
  const bakery = new Bakery(options);
  let root = '.';
  return {
    name: 'emotion-tag:bake',
    apply: 'build',
    configResolved(config) {
      root = config.root;
    },
    transformIndexHtml: {
      order: 'post',
      handler: async (html) => (await bakeHtml(html, bakery.classifier, EmotionClassifier.models)).html,
    },
    closeBundle: {
      order: 'post',
      sequential: true, // after what writes the pages
      async handler() {
        const pages = folder === undefined ? undefined : resolve(root, folder);
        // One build inside of another ends before there are any.
        if (pages !== undefined && existsSync(pages)) await bakery.bake(pages);
        await bakery.close();
      },
    },
  };
}

/**
 * Bake all pages in a folder that a build has written.
 * @throws {Error} where there are none, or one cannot be read or written, or its tags are not in UTF-8
 */
export async function bakeFolder(folder: string | URL, options: BakeOptions = {}): Promise<void> {
  const bakery = new Bakery(options);
  try {
    await bakery.bake(folder instanceof URL ? fileURLToPath(folder) : folder);
  } finally {
    await bakery.close();
  }
}

/** Classifiers for the pages of one build: each model is started once, and only where a tag is to be read by it. */
class Bakery {
  readonly #options: BakeOptions;
  readonly #started = new Map<string | undefined, Promise<EmotionClassifier>>();

  constructor(options: BakeOptions) {
    this.#options = options;
  }

  readonly classifier = (model = this.#options.model): Promise<EmotionClassifier> => {
    const started = this.#started.get(model) ?? EmotionClassifier.create({ ...this.#options, model });
    this.#started.set(model, started);
    return started;
  };

  async bake(folder: string): Promise<void> {
    const found = await findPages([folder]);
    if (found.length === 0) throw new Error(`emotion-tag: there is no page in ${folder}. Name the folder that your build writes.`);
    const { foreign } = await bakePages(found, this.classifier);
    if (foreign.length > 0)
      throw new Error(
        `emotion-tag: these pages have tags and are not in UTF-8: ${foreign.join(', ')}. Let your build write UTF-8.`,
      );
  }

  async close(): Promise<void> {
    const started = await Promise.allSettled(this.#started.values());
    this.#started.clear();
    for (const one of started) if (one.status === 'fulfilled') one.value.destroy();
  }
}
