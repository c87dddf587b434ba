import { css, unsafeCSS, type CSSResult } from 'lit';
import { EMOTIONS } from '../shared/emotions';
import { palette } from './palette';
import { badgeStyles } from './views/badge';
import { barsStyles } from './views/bars';
import { explanationStyles } from './views/explanation';
import { highlightStyles } from './views/highlight';

const tones = EMOTIONS.map(
  (emotion) => css`
    .${unsafeCSS(emotion)} {
      --tone: var(--emotion-tag-color, ${unsafeCSS(palette[emotion].color)});
      --fill: var(--emotion-tag-color, ${unsafeCSS(palette[emotion].fill)});
    }
  `,
);

const host = css`
  :host {
    --none: light-dark(#55585f, #b9bdc6);
    --tone: var(--emotion-tag-color, var(--none));
    --fill: var(--tone);
    display: inline;
  }

  :host([hidden]) {
    display: none;
  }

  svg {
    inline-size: 0.85em;
    block-size: 0.85em;
    flex: none;
    fill: currentColor;
    forced-color-adjust: auto;
  }

  .stale :is(.bars, .legend, .explanation) {
    opacity: 0.3;
  }

  @media print {
    button {
      display: none !important;
    }
  }

  button:focus-visible {
    outline: 2px solid currentColor;
    outline-offset: 2px;
  }
`;

export const styles: CSSResult[] = [host, ...tones, badgeStyles, barsStyles, highlightStyles, explanationStyles];

/** In another document, as in a frame: the style sheets that a script has made are of one document, and stay behind. */
export function styleAgain({ ownerDocument, shadowRoot }: Element): void {
  const view = ownerDocument.defaultView;
  if (!view || !shadowRoot || shadowRoot.adoptedStyleSheets.length > 0) return;
  const sheet = new view.CSSStyleSheet();
  sheet.replaceSync(styles.join(''));
  shadowRoot.adoptedStyleSheets = [sheet];
}
