/** `emotion-tag evaluate`: how often our labels are those that a file already has. */
import { basename } from 'node:path';
import { metricsOf, outcomeOf, type Outcome } from '../tables/metrics';
import { truthOf } from '../tables/label-column';
import { cellText, valueAt } from '../tables/row';
import { Survey } from '../tables/survey';
import { column, textColumn, openFile, openStandardInput } from './input';
import type { Shell, Start } from './label';
import { Problem } from './problem';
import { Progress } from './progress';
import { readRows, textRows } from './rows';

export interface EvaluateOptions {
  readonly label?: string;
  readonly text?: string;
  readonly json?: true;
}

export async function evaluate(path: string, options: EvaluateOptions, start: Start, shell: Shell): Promise<void> {
  const input = path === '-' ? await openStandardInput(shell.stdin, undefined, true) : await openFile(path);
  const truth = column(input, options.label, input.preview.label, '--label');
  const text = column(input, options.text, textColumn(input), '--text');
  if (text === truth) throw new Problem(`The texts and the labels are both in “${text}”. Name the texts with --text.`);
  const survey = new Survey(text);
  const classifier = await start(null);
  const progress = new Progress(shell.stderr, basename(path), null);
  const outcomes: Outcome[] = [];
  const unknown = new Map<string, number>();
  try {
    for await (const [row, reading] of readRows(textRows(input.source, survey), classifier, shell.signal)) {
      const said = cellText(valueAt(row.fields, truth)) ?? '';
      const known = truthOf(said);
      if (known && reading) outcomes.push(outcomeOf(known, reading));
      else unknown.set(said, (unknown.get(said) ?? 0) + 1);
      progress.tell(survey.count);
    }
  } finally {
    progress.end();
  }
  const left = [...unknown.values()].reduce((a, b) => a + b, survey.brokenCount);
  if (outcomes.length === 0)
    throw new Problem(
      `No value of “${truth}” is an emotion, like joy or sadness, or neutral. Name the column with --label. Some of its values: ${[...unknown.keys()].slice(0, 5).join(', ')}.`,
    );
  const metrics = { ...metricsOf(outcomes), left_out: left };
  shell.stdout.write(options.json ? `${JSON.stringify(metrics)}\n` : inWords(metrics));
}

function inWords(metrics: ReturnType<typeof metricsOf> & { readonly left_out: number }): string {
  const { rows, accuracy, accuracy_interval, f1_weighted, f1_macro, f1, answered, neutral_unlabelled, ece, left_out } = metrics;
  const shown = (value: number | null): string => (value === null ? '–' : value.toFixed(4));
  const interval = accuracy_interval ? ` (95 %: ${accuracy_interval.map(shown).join(' to ')})` : '';
  const lines = [
    ['rows', String(rows)],
    ['left out', String(left_out)],
    ['accuracy', shown(accuracy) + interval],
    ['f1 weighted', shown(f1_weighted)],
    ['f1 macro', shown(f1_macro)],
    ...Object.entries(f1).map(([emotion, value]) => [`f1 of ${emotion}`, shown(value)]),
    ['answered', shown(answered)],
    ['neutral unlabelled', shown(neutral_unlabelled)],
    ['calibration error', shown(ece)],
  ];
  return lines.map(([name = '', value = '']) => `${name.padEnd(20)}${value}\n`).join('');
}
