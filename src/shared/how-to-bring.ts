/** What an embedder does about a file of ours that is missing. */
export const HOW_TO_BRING =
  'Run `npx emotion-tag copy public/`, and again after each update: it writes all files to public/emotion-tag/. Say so before the first tag: ' +
  "`import { EmotionClassifier } from 'emotion-tag/engine'; EmotionClassifier.assetsBase = '/emotion-tag/';`.";
