/** One row in full, with its reading; and what a person says of it. */
import { html, type TemplateResult } from 'lit';
import { EMOTIONS } from '../../../index';
import { chosenModel } from '../../chosen-model';
import type { Corrected, Job } from '../job';
import { choice } from '../views/layout-fields';
import { kindName } from './figures';

export function pickedRow(
  { numbers, corrections }: Job,
  { row, text }: { readonly row: number; readonly text: string },
  correct: (row: number, label: Corrected | null) => void,
): TemplateResult {
  return html`<figure class="picked" aria-live="polite">
    <figcaption>Row ${numbers[row]}</figcaption>
    <blockquote>${text}</blockquote>
    <emotion-tag explain load="eager" model=${chosenModel()} .text=${text}></emotion-tag>
    ${choice(
      'corrected',
      'Your label, kept beside this one',
      [['', 'none of your own'], ...EMOTIONS.map((emotion) => [emotion, kindName(emotion)] as const), ['none', 'No emotion']],
      corrections?.get(row) ?? '',
      (label) => {
        correct(row, (label || null) as Corrected | null);
      },
    )}
  </figure>`;
}
