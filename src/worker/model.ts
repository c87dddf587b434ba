import { pipeline, Tensor, type PreTrainedModel, type PreTrainedTokenizer } from '@huggingface/transformers';
import { ClassifierError } from '../shared/errors';
import type { Model } from '../reading/model';
import type { BrowserDevice } from '../shared/protocol';
import type { ModelBytes } from '../store/model-files';
import { MODEL_NAME } from './runtime';

/** Build the library's pipeline over bytes that the runtime was configured with. */
export async function loadModel(device: BrowserDevice, bytes: ModelBytes): Promise<Model> {
  const weights = bytes.get('onnx/weights.bin');
  if (!weights)
    throw new ClassifierError('model-missing', 'The manifest lists no onnx/weights.bin. It is written by training/export.py.');
  const classifier = await pipeline('text-classification', MODEL_NAME, {
    device,
    dtype: 'fp32', // no suffix on the graph's name; the graph itself says what is int8
    model_file_name: device,
    session_options: {
      externalData: [{ path: 'weights.bin', data: weights }],
      // Looking for nodes to fuse takes half of the session's making, and makes a text 1 % faster: training/graphs.py wrote what is wanted.
      ...(device === 'wasm' && { graphOptimizationLevel: 'disabled' }),
    },
  });
  // The pipeline's own call gives no logits, and cuts long texts without their final [SEP].
  const tokenizer: PreTrainedTokenizer = classifier.tokenizer;
  const network: PreTrainedModel = classifier.model;
  return {
    encode: (text) => tokenizer.encode(text),
    async logits(rows) {
      const { ids, mask, shape } = padded(rows);
      const output = (await network({
        input_ids: new Tensor('int64', ids, shape),
        attention_mask: new Tensor('int64', mask, shape),
      })) as { logits: Tensor };
      const flat = Array.from(output.logits.data as Float32Array);
      const width = flat.length / rows.length;
      return rows.map((_, i) => flat.slice(i * width, (i + 1) * width));
    },
    async dispose() {
      await classifier.dispose();
    },
  };
}

/** Rows of ids as one tensor's values; a mask of 0 hides what was added. */
function padded(rows: readonly (readonly number[])[]): { ids: BigInt64Array; mask: BigInt64Array; shape: [number, number] } {
  const longest = Math.max(...rows.map(({ length }) => length));
  const ids = new BigInt64Array(rows.length * longest);
  const mask = new BigInt64Array(rows.length * longest);
  rows.forEach((row, i) => {
    ids.set(BigInt64Array.from(row, BigInt), i * longest);
    mask.fill(1n, i * longest, i * longest + row.length);
  });
  return { ids, mask, shape: [rows.length, longest] };
}
