/** A page that embeds our engine as the README shows it. */
import type { EmotionClassifier } from '../../../src/engine/index';
import { begin } from './page';

const url = '/dist/engine.js';

begin(async () => {
  const engine = (await import(/* @vite-ignore */ url)) as { EmotionClassifier: typeof EmotionClassifier };
  const classifier = await engine.EmotionClassifier.create({ model: 'research' }); // as the others are given
  const { diagnostics } = classifier;
  return {
    device: `${diagnostics.device ?? 'nothing'}, threads: ${String(diagnostics.threads)}`,
    one: async (text) => (await classifier.classify(text)).scores[0]?.label ?? 'none',
    async many(texts) {
      let answers = 0;
      for await (const reading of classifier.classifyAll(texts)) answers += Number(reading.scores.length === 6);
      return answers;
    },
  };
});
