/** `emotion-tag models`: what there is to read with. */
import { modelFacts } from '../node/index';
import type { Shell } from './label';

export async function models(isJson: boolean, { stdout }: Shell): Promise<void> {
  const facts = await modelFacts();
  if (isJson) {
    stdout.write(`${JSON.stringify([facts])}\n`);
    return;
  }
  const { folder, model, bytes, threshold, problem } = facts;
  const lines = [
    'built-in (the default)',
    `  folder     ${folder}`,
    `  weights    ${model}`,
    `  size       ${(bytes / 1e6).toFixed(1)} MB`,
    `  threshold  ${String(threshold)}`,
    `  files      ${problem ?? 'as they were built'}`,
  ];
  stdout.write(`${lines.join('\n')}\n`);
}
