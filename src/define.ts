/** Registers `<emotion-tag>`, once: `import 'emotion-tag/define'`. */
import { EmotionTag } from './element/emotion-tag';

// Another version of this package may have been first; two on one page must not throw.
if (!customElements.get('emotion-tag')) customElements.define('emotion-tag', EmotionTag);

export * from './index';
