import { pipeline, Tensor, type PreTrainedModel, type PreTrainedTokenizer } from '@huggingface/transformers';
import { ClassifierError } from '../shared/errors';
import type { Model } from '../reading/model';
import { logitsOfEach, padded } from '../reading/tensors';
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
      return logitsOfEach(rows, output.logits.data as Float32Array);
    },
    async dispose() {
      await classifier.dispose();
    },
  };
}
