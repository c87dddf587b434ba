/** What runs in the page: one classifier on a device, what it says of texts, and how long that takes. */
import type { EmotionClassifier, Diagnostics } from '../../src/engine/index';

export interface Measured {
  readonly diagnostics: Diagnostics;
  /** Milliseconds from `create` to a first answer. */
  readonly startMs: number;
  readonly labels: readonly (string | null)[];
  /** Median milliseconds of one text, by texts asked for at once. */
  readonly p50: Readonly<Record<number, number>>;
  readonly textsPerSecond: Readonly<Record<number, number>>;
}

export async function measure({
  device,
  texts,
  sizes,
}: {
  device: 'wasm' | 'webgpu';
  texts: string[];
  sizes: number[];
}): Promise<Measured> {
  const url = '/engine.js';
  const engine = (await import(/* @vite-ignore */ url)) as { EmotionClassifier: typeof EmotionClassifier };
  const began = performance.now();
  const classifier = await engine.EmotionClassifier.create({ device });
  await classifier.classify('What a day!');
  const startMs = performance.now() - began;
  const readings = await Array.fromAsync(classifier.classifyAll(texts));
  const p50: Record<number, number> = {};
  const textsPerSecond: Record<number, number> = {};
  for (const size of sizes) {
    const times: number[] = [];
    for (let i = 0; i + size <= texts.length; i += size) {
      // A space makes another text of the same tokens, so that nothing is remembered.
      const some = texts.slice(i, i + size).map((text) => `${text}${' '.repeat(size)}`);
      const start = performance.now();
      await Array.fromAsync(classifier.classifyAll(some));
      times.push((performance.now() - start) / size);
    }
    p50[size] = times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? NaN;
    textsPerSecond[size] = (1000 * times.length) / times.reduce((a, b) => a + b, 0);
  }
  const { diagnostics } = classifier;
  classifier.destroy();
  return { diagnostics, startMs, labels: readings.map(({ label }) => label), p50, textsPerSecond };
}

/** Take the GPU away while texts are read: every text still gets an answer. Resolves with the device that gave the last one. */
export async function loseDevice(texts: string[]): Promise<string | null> {
  const url = '/engine.js';
  const engine = (await import(/* @vite-ignore */ url)) as { EmotionClassifier: typeof EmotionClassifier };
  const classifier = await engine.EmotionClassifier.create({ device: 'webgpu' });
  const reading = Array.fromAsync(classifier.classifyAll(texts));
  Object.assign(globalThis, { isReading: true });
  const answers = await reading;
  if (answers.length !== texts.length) throw new Error(`${String(texts.length - answers.length)} texts had no answer`);
  return classifier.device;
}
