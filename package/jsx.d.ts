/** `import type {} from 'emotion-tag/jsx'` tells React 19 of the tag. */
import type { HTMLAttributes, Ref } from 'react';
import type {
  DevicePreference,
  EmotionChangeEvent,
  EmotionErrorEvent,
  EmotionExplainEvent,
  EmotionProgressEvent,
  EmotionTag,
  Load,
  View,
} from 'emotion-tag';

interface EmotionTagProps extends HTMLAttributes<EmotionTag> {
  ref?: Ref<EmotionTag>;
  text?: string | null;
  for?: string;
  view?: View;
  threshold?: number;
  device?: DevicePreference;
  load?: Load;
  'model-base'?: string;
  explain?: boolean;
  name?: string;
  'onemotion-progress'?: (event: EmotionProgressEvent) => void;
  'onemotion-change'?: (event: EmotionChangeEvent) => void;
  'onemotion-error'?: (event: EmotionErrorEvent) => void;
  'onemotion-explain'?: (event: EmotionExplainEvent) => void;
}

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'emotion-tag': EmotionTagProps;
    }
  }
}
