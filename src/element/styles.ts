import { css } from 'lit';

/** Six colours that keep 4.5:1 against their own background in both schemes. */
export const styles = css`
  :host {
    --sadness: light-dark(#1d4f91, #9cc3ff);
    --joy: light-dark(#7a5200, #ffd166);
    --love: light-dark(#a3195b, #ff9ec7);
    --anger: light-dark(#a61b1b, #ff9b8f);
    --fear: light-dark(#5b2d90, #cfb0ff);
    --surprise: light-dark(#00616b, #7fe0ea);
    --none: light-dark(#55585f, #b9bdc6);
    display: inline;
  }

  :host([hidden]) {
    display: none;
  }

  .badge {
    --tone: var(--emotion-tag-color, var(--none));
    display: inline-flex;
    align-items: center;
    gap: 0.35em;
    padding: 0.1em 0.6em;
    border: 1px solid color-mix(in srgb, var(--tone) 45%, transparent);
    border-radius: 999px;
    background: color-mix(in srgb, var(--tone) 9%, Canvas);
    color: var(--tone);
    font-size: 0.85em;
    line-height: 1.5;
    white-space: nowrap;
    vertical-align: baseline;
  }

  .sadness {
    --tone: var(--emotion-tag-color, var(--sadness));
  }
  .joy {
    --tone: var(--emotion-tag-color, var(--joy));
  }
  .love {
    --tone: var(--emotion-tag-color, var(--love));
  }
  .anger {
    --tone: var(--emotion-tag-color, var(--anger));
  }
  .fear {
    --tone: var(--emotion-tag-color, var(--fear));
  }
  .surprise {
    --tone: var(--emotion-tag-color, var(--surprise));
  }

  svg {
    width: 0.85em;
    height: 0.85em;
    fill: currentColor;
    flex: none;
  }

  .score,
  .mixed {
    font-variant-numeric: tabular-nums;
    opacity: 0.85;
  }

  .failed {
    white-space: normal;
    border-radius: 0.8em;
  }

  progress {
    width: 4em;
    height: 0.5em;
    accent-color: var(--tone);
  }

  @media (forced-colors: active) {
    .badge {
      border-color: CanvasText;
      background: Canvas;
      color: CanvasText;
    }
  }
`;
