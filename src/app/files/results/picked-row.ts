/** One row in full, with its reading; and what a person says of it. */
import { html, type TemplateResult } from 'lit';
import { fill } from '../../words/forms';
import { words } from '../../words/speech';
import { EMOTIONS } from '../../../index';
import '../../quoted-reading';
import type { Corrected, Job } from '../job';
import { choice } from '../views/layout-fields';
import { kindName } from './figures';

export function pickedRow(
  { numbers, corrections }: Job,
  { row, text }: { readonly row: number; readonly text: string },
  correct: (row: number, label: Corrected | null) => void,
): TemplateResult {
  const said = words().files;
  return html`<figure class="picked" aria-live="polite">
    <figcaption>${fill(said.rowName, { i: String(numbers[row]) })}</figcaption>
    <quoted-reading load="eager" .text=${text}></quoted-reading>
    ${choice(
      'corrected',
      said.yourLabel,
      [['', said.noneOfYours], ...EMOTIONS.map((emotion) => [emotion, kindName(emotion)] as const), ['none', said.noEmotion]],
      corrections?.get(row) ?? '',
      (label) => {
        correct(row, (label || null) as Corrected | null);
      },
    )}
  </figure>`;
}
