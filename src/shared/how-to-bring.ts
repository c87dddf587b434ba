/** What an embedder does about a file of ours that is missing. */
export const HOW_TO_BRING =
  'Run `npx emotion-tag copy public/`, which writes all of its files to public/emotion-tag/, and say so before the first tag: ' +
  "`import { EmotionClassifier } from 'emotion-tag/engine'; EmotionClassifier.assetsBase = '/emotion-tag/';`.";
