import { join, resolve } from 'node:path';
import { AutoTokenizer, env, type PreTrainedTokenizer } from '@huggingface/transformers';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { EMOTIONS } from '../../src/shared/emotions';
import { singleFigures, type Measured, type RoundTexts } from './measure';
import { FIRST_TEXT } from './texts';

/** The limit: our graph in the native runtime, one thread, token ids made beforehand. What a browser adds is what is above it. */
export class Native {
  #session: InferenceSession;
  #tokenizer: PreTrainedTokenizer;

  private constructor(session: InferenceSession, tokenizer: PreTrainedTokenizer) {
    this.#session = session;
    this.#tokenizer = tokenizer;
  }

  /** @param models where `makeModels` put ours, unpacked */
  static async load(models: string): Promise<Native> {
    env.allowRemoteModels = false;
    env.localModelPath = resolve(models);
    const graph = join(models, 'shipped/onnx/model_quantized.onnx');
    const session = await InferenceSession.create(graph, { intraOpNumThreads: 1, interOpNumThreads: 1 });
    return new Native(session, await AutoTokenizer.from_pretrained('shipped'));
  }

  async measure({ warmUp, measured }: RoundTexts): Promise<Measured> {
    await this.#times(warmUp);
    const figures = singleFigures(await this.#times(measured));
    return { device: 'cpu', answer: await this.#answer(FIRST_TEXT), figures };
  }

  async #times(texts: readonly string[]): Promise<number[]> {
    const feeds = texts.map((text) => this.#feeds(text));
    const times: number[] = [];
    for (const feed of feeds) {
      const started = performance.now();
      await this.#session.run(feed);
      times.push(performance.now() - started);
    }
    return times;
  }

  async #answer(text: string): Promise<string> {
    const { logits } = await this.#session.run(this.#feeds(text));
    const values = Array.from(logits?.data as Float32Array);
    return EMOTIONS[values.indexOf(Math.max(...values))] ?? 'none';
  }

  #feeds(text: string): Record<string, Tensor> {
    const ids = this.#tokenizer.encode(text);
    const row = (values: bigint[]): Tensor => new Tensor('int64', BigInt64Array.from(values), [1, ids.length]);
    return { input_ids: row(ids.map(BigInt)), attention_mask: row(ids.map(() => 1n)) };
  }
}
