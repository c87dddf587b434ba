import type { Emotion } from '../shared/emotions';
import type { ErrorCode } from '../shared/errors';
import type { Reason } from '../shared/reading';

/** Every word that a person can see in a tag. */
export const strings = {
  emotions: { sadness: 'Sadness', joy: 'Joy', love: 'Love', anger: 'Anger', fear: 'Fear', surprise: 'Surprise' } satisfies Record<
    Emotion,
    string
  >,
  reasons: { blank: '', unsure: 'Not sure', 'unsupported-language': 'English only' } satisfies Record<Reason, string>,
  loading: 'Reading…',
  loadingModel: 'Loading the emotion model',
  mixedWith: (emotion: string) => `with ${emotion.toLowerCase()}`,
  failures: {
    'model-missing': 'No emotion model here',
    'model-corrupt': 'The emotion model does not match this page',
    network: 'The emotion model could not be downloaded',
    runtime: 'This text could not be read',
    timeout: 'Reading took too long',
    'crash-loop': 'The emotion model ended this page twice',
    'insecure-origin': 'The emotion model needs https',
    'invalid-input': 'This is not a text',
  } satisfies Record<ErrorCode, string>,
} as const;
