/** Registers `<emotion-tag>`, once: `import 'emotion-tag/define'`. The engine's code is loaded once there is a text to read. */
import { EmotionTag } from './element/emotion-tag';

// On a server there is no registry; another version of this package may have been first: two on one page must not throw.
const registry = globalThis.customElements as CustomElementRegistry | undefined;
if (registry && !registry.get('emotion-tag')) registry.define('emotion-tag', EmotionTag);

export { EmotionTag };

declare global {
  interface HTMLElementTagNameMap {
    'emotion-tag': EmotionTag;
  }
}
