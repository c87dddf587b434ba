/** `import type {} from 'emotion-tag/jsx'` tells React 19 of the tag. */
import type { DetailedHTMLProps, HTMLAttributes } from 'react';
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

/** React sets what the element has as a property and the rest as attributes; `null` is the default of either. */
interface EmotionTagProps extends DetailedHTMLProps<HTMLAttributes<EmotionTag>, EmotionTag> {
  text?: string | null | undefined;
  for?: string | null | undefined;
  view?: View | undefined;
  threshold?: number | null | undefined;
  device?: DevicePreference | undefined;
  load?: Load | undefined;
  model?: string | null | undefined;
  'model-base'?: string | null | undefined;
  explain?: boolean | undefined;
  name?: string | null | undefined;
  'onemotion-progress'?: ((event: EmotionProgressEvent) => void) | undefined;
  'onemotion-change'?: ((event: EmotionChangeEvent) => void) | undefined;
  'onemotion-error'?: ((event: EmotionErrorEvent) => void) | undefined;
  'onemotion-explain'?: ((event: EmotionExplainEvent) => void) | undefined;
}

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'emotion-tag': EmotionTagProps;
    }
  }
}
