/** `emotion-tag models`: what there is to read with. */
import { modelFacts, type ModelFacts } from '../node/index';
import type { Shell } from './label';

export async function models(isJson: boolean, { stdout }: Shell): Promise<void> {
  const facts = await modelFacts();
  stdout.write(isJson ? `${JSON.stringify(facts)}\n` : facts.map(inWords).join('\n'));
}

function inWords({ name, folder, model, bytes, threshold, licence, problem }: ModelFacts, place: number): string {
  const lines = [
    place === 0 ? `${name} (the default)` : name,
    `  folder     ${folder}`,
    `  weights    ${model}`,
    `  size       ${(bytes / 1e6).toFixed(1)} MB`,
    `  threshold  ${String(threshold)}`,
    `  licence    ${licence ?? 'its card is missing'}`,
    `  files      ${problem ?? 'as they were built'}`,
  ];
  return `${lines.join('\n')}\n`;
}
