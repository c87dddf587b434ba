/** For tests: an attempt whose worker says what the test says. */
import type { Start } from '../../shared/protocol';
import { readingOf, type Reading } from '../../shared/reading';
import type { AttemptListener } from '../attempt';
import type { Rung } from '../ladder';
import type { Sent } from '../queue';

export const joy = readingOf([0, 1, 0, 0, 0, 0], 0.5, { truncated: false });

const startOn = (device: 'webgpu' | 'wasm', model: string): Start => ({
  device,
  adapter: null,
  threads: 1,
  runtimeFile: '',
  versions: { transformers: '', onnxruntime: '' },
  verdict: `${device}|${model}`,
  selfTest: 'passed',
  textMs: 1,
  timings: { files: 0, session: 0, selfTest: 0 },
});

export class FakeAttempt {
  readonly asked = new Map<number, string>();
  readonly aborted: number[] = [];
  isEnded = false;

  constructor(
    readonly rung: Rung,
    readonly says: AttemptListener,
    readonly requestsBefore = 0,
  ) {}

  read({ id, text }: Sent): void {
    this.asked.set(id, text);
  }
  abort(id: number): void {
    this.aborted.push(id);
  }
  end(): void {
    this.isEnded = true;
  }
  get texts(): string[] {
    return [...this.asked.values()];
  }
  ready(device: 'webgpu' | 'wasm' = 'wasm', model = 'first'): void {
    this.says.ready(startOn(device, model));
  }
  answer(text: string, reading: Reading = joy): void {
    for (const [id, asked] of this.asked) if (asked === text) this.says.answer(id, reading);
  }
}
