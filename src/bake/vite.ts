/** `emotion-tag/vite`: the readings of the tags in a site's pages, written into them when it is built. */
import type { Plugin } from 'vite';
import { EmotionClassifier, type CreateOptions } from '../node/index';
import { bakeHtml } from './html';

export type BakeOptions = Pick<CreateOptions, 'device' | 'model'>;

/**
 * Bake the pages of a Vite build. For builds that write their pages after Vite's own (Astro, SvelteKit, VitePress), run `emotion-tag bake`
 * over the built folder.
 */
export function emotionTag(options: BakeOptions = {}): Plugin {
  const classifiers = new Map<string | undefined, Promise<EmotionClassifier>>();
  const start = (model = options.model): Promise<EmotionClassifier> => {
    const started = classifiers.get(model) ?? EmotionClassifier.create({ ...options, model });
    classifiers.set(model, started);
    return started;
  };
  return {
    name: 'emotion-tag:bake',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: async (html) => (await bakeHtml(html, start, EmotionClassifier.models)).html,
    },
    async closeBundle() {
      for (const started of classifiers.values()) (await started).destroy();
      classifiers.clear();
    },
  };
}
