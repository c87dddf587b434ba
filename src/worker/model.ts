import { pipeline, Tensor, type PreTrainedModel, type PreTrainedTokenizer } from '@huggingface/transformers';
import { ClassifierError } from '../shared/errors';
import type { Device } from '../shared/protocol';
import type { ModelBytes } from '../store/model-files';
import { MODEL_NAME } from './runtime';

/** A loaded model: texts to token ids, token ids to logits. */
export interface Model {
  /** Token ids of a text, `[CLS]` and `[SEP]` included, however many they are. */
  encode(text: string): number[];
  /** Logits (6) of token ids no longer than the model's window. */
  logits(ids: readonly number[]): Promise<number[]>;
}

/** Build the library's pipeline over bytes that the runtime was configured with. */
export async function loadModel(device: Device, bytes: ModelBytes): Promise<Model> {
  const weights = bytes.get('onnx/weights.bin');
  if (!weights)
    throw new ClassifierError('model-missing', 'The manifest lists no onnx/weights.bin. It is written by training/export.py.');
  const classifier = await pipeline('text-classification', MODEL_NAME, {
    device,
    dtype: 'fp32', // no suffix on the graph's name; the graph itself says what is int8
    model_file_name: device,
    session_options: { externalData: [{ path: 'weights.bin', data: weights }] },
  });
  // The pipeline's own call gives no logits, and cuts long texts without their final [SEP].
  const tokenizer: PreTrainedTokenizer = classifier.tokenizer;
  const network: PreTrainedModel = classifier.model;

  return {
    encode: (text) => tokenizer.encode(text),
    async logits(ids) {
      const shape = [1, ids.length];
      const output = (await network({
        input_ids: new Tensor('int64', BigInt64Array.from(ids, BigInt), shape),
        attention_mask: new Tensor('int64', new BigInt64Array(ids.length).fill(1n), shape),
      })) as { logits: Tensor };
      return Array.from(output.logits.data as Float32Array);
    },
  };
}
