import { Tokenizer } from '@huggingface/tokenizers';
import { ClassifierError } from '../shared/errors';
import type { Model } from '../reading/model';
import { logitsOfEach, padded } from '../reading/tensors';
import type { ModelBytes } from '../store/model-files';
import type { Runtime } from './runtime';

/** A model over verified bytes: the tokenizer and the graph that the browser's worker uses on WASM. */
export async function loadModel({ device, InferenceSession, Tensor }: Runtime, bytes: ModelBytes): Promise<Model> {
  const fileAt = (path: string): Uint8Array<ArrayBuffer> => {
    const found = bytes.get(path);
    if (!found) throw new ClassifierError('model-missing', `The manifest lists no ${path}. It is written by training/export.py.`);
    return found;
  };
  const json = (path: string): object => JSON.parse(new TextDecoder().decode(fileAt(path))) as object;
  const tokenizer = new Tokenizer(json('tokenizer.json'), json('tokenizer_config.json'));
  const session = await InferenceSession.create(fileAt('onnx/wasm.onnx'), {
    executionProviders: [device === 'native' ? 'cpu' : 'wasm'],
    externalData: [{ path: 'weights.bin', data: fileAt('onnx/weights.bin') }],
    // As in a browser (`worker/model`). The native runtime is much faster with its own nodes.
    graphOptimizationLevel: device === 'native' ? 'all' : 'disabled',
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
    logSeverityLevel: 4, // a failed run would log its inputs, and they are private
  });
  return {
    encode: (text) => tokenizer.encode(text).ids,
    async logits(rows) {
      const { ids, mask, shape } = padded(rows);
      const { logits } = await session.run({
        input_ids: new Tensor('int64', ids, shape),
        attention_mask: new Tensor('int64', mask, shape),
      });
      return logitsOfEach(rows, logits?.data as Float32Array);
    },
    dispose: () => session.release(),
  };
}
