import type { Emotion } from '../shared/emotions';
import type { ErrorCode } from '../shared/errors';
import type { Reason } from '../shared/reading';

/** Every word that a person can see or hear in a tag. `translations/` has one of these for each language. */
export interface Words {
  readonly emotions: Readonly<Record<Emotion, string>>;
  readonly reasons: Readonly<Record<Reason, string>>;
  /** Names the badge. */
  readonly emotion: string;
  /** Names the six meters and the legend. */
  readonly allEmotions: string;
  /** Names the list of sentences. */
  readonly sentences: string;
  readonly reading: string;
  /** The same of a long text, as far as it is. */
  readonly readingParts: (read: string, total: string) => string;
  readonly loadingModel: string;
  /** On the button that allows a download of this size, as in "15 MB". */
  readonly offer: (size: string) => string;
  readonly offerHint: string;
  readonly explain: string;
  /** What a button does that tries again after a failure. */
  readonly retry: string;
  /** What a word does, in an answer to "why?". */
  readonly pointsTo: (emotion: string) => string;
  readonly pointsAway: (emotion: string) => string;
  readonly noWord: string;
  readonly failures: Readonly<Record<ErrorCode, string>>;
}

export const english: Words = {
  emotions: { sadness: 'Sadness', joy: 'Joy', love: 'Love', anger: 'Anger', fear: 'Fear', surprise: 'Surprise' },
  reasons: { blank: 'No words', unsure: 'Not sure', 'unsupported-language': 'English only' },
  emotion: 'Emotion',
  allEmotions: 'All six emotions',
  sentences: 'Emotions by sentence',
  reading: 'Reading…',
  readingParts: (read, total) => `Reading… ${read} of ${total} sentences`,
  loadingModel: 'Loading the emotion model',
  offer: (size) => `Read · ${size}`,
  offerHint: 'Downloads the emotion model once and reads the text on this device',
  explain: 'Why?',
  retry: 'Try again',
  pointsTo: (emotion) => `points to ${emotion.toLowerCase()}`,
  pointsAway: (emotion) => `points away from ${emotion.toLowerCase()}`,
  noWord: 'No word stands out.',
  failures: {
    'model-missing': 'No emotion model here',
    'model-corrupt': 'The emotion model does not match this page: reload it',
    network: 'The emotion model could not be downloaded',
    runtime: 'This text could not be read',
    timeout: 'Reading took too long',
    'assets-missing': 'Part of emotion-tag is missing on this site',
    'crash-loop': 'The emotion model ended this page twice',
    sandboxed: 'A sandboxed frame cannot load the emotion model',
    'insecure-origin': 'The emotion model needs https',
    'invalid-input': 'This cannot be read',
  },
};
