/** `emotion-tag explain`: the words that a label rests on. */
import type { EmotionClassifier } from '../node/index';
import type { Shell } from './label';

const BAR = 20;

export async function explain(
  text: string,
  isJson: boolean,
  classifier: EmotionClassifier,
  { stdout, signal }: Shell,
): Promise<void> {
  const explanation = await classifier.explain(text, { signal });
  const { reading, words } = explanation;
  if (isJson) {
    stdout.write(`${JSON.stringify({ text, ...explanation })}\n`);
    return;
  }
  const lines: string[] = [reading.label ?? `no label: ${reading.reason ?? 'unsure'}`];
  if (reading.label !== null || reading.reason === 'unsure') {
    for (const { label, score } of reading.scores)
      lines.push(`  ${label.padEnd(9)}${score.toFixed(4)}  ${'█'.repeat(Math.round(score * BAR))}`);
    lines.push('', `What each word adds to ${reading.scores[0]?.label ?? 'it'}:`);
    for (const { start, end, weight } of words)
      lines.push(`  ${weight < 0 ? '−' : '+'}${Math.abs(weight).toFixed(4)}  ${text.slice(start, end)}`);
  }
  stdout.write(`${lines.join('\n')}\n`);
}
