import { softmax } from '../shared/reading';
import type { Device } from '../shared/protocol';
import type { Manifest } from '../store/manifest';
import type { Model } from './model';

/** Largest difference of a probability from the reference; int8 arithmetic alone differs by a few hundredths. */
const TOLERANCE = 0.15;

/** Sentences tested. GPUs have computed quantized models wrongly; WASM is one code for all, and its one run also warms it up. */
const COUNT = { webgpu: 2, wasm: 1 } as const;

/**
 * Read golden sentences on this device before the first answer.
 * @throws {Error} if the device computes something else than the exported model
 */
export async function selfTest(model: Model, device: Device, { golden, temperature }: Manifest): Promise<void> {
  for (const { text, logits } of golden.slice(0, COUNT[device])) {
    const expected = softmax(logits, temperature);
    const computed = softmax(await model.logits(model.encode(text)), temperature);
    const difference = Math.max(...computed.map((p, i) => Math.abs(p - (expected[i] ?? 0))));
    // Written so that NaN fails.
    if (!(difference <= TOLERANCE)) throw new Error(`the self-test on ${device} differs by ${difference.toFixed(3)}`);
  }
}
