/** A reading as a picture, in the page's colours: the text with its tints, what it feels, and the six scores. */
import type { Reading } from '../../index';
import { score } from '../numbers';
import { Feeling } from '../words/feelings';
import { locale } from '../words/speech';
import { readingName } from './reading-text';

const [WIDTH, EDGE, LINE] = [1080, 72, 56];
/** Of the text, in UTF-16 units: as much as a picture can hold. */
const MOST_DRAWN = 700;
const ROW = 44;

interface Word {
  readonly text: string;
  readonly tone: string | null;
}

/** @returns a PNG; `null` where the browser gives none */
export async function pictureOf(text: string, reading: Reading): Promise<Blob | null> {
  const canvas = document.createElement('canvas');
  const pen = canvas.getContext('2d');
  if (!pen) return null;
  const { serif, sans } = fonts();
  pen.font = `40px ${serif}`;
  const lines = linesOf(wordsOf(text, reading), (word) => pen.measureText(word).width, WIDTH - 2 * EDGE);
  const top = EDGE + lines.length * LINE + 40;
  const scores = reading.reason === 'unsupported-language' ? [] : reading.scores; // nothing was read then
  canvas.width = WIDTH;
  canvas.height = top + 100 + scores.length * ROW + 100;
  const [paper, ink, soft, line] = ['--card', '--ink', '--soft', '--line'].map(colour);

  pen.fillStyle = paper ?? '';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.textBaseline = 'middle';
  pen.font = `40px ${serif}`;
  for (const [i, words] of lines.entries()) {
    let x = EDGE;
    for (const { text, tone } of words) {
      const width = pen.measureText(text).width;
      const y = EDGE + i * LINE;
      if (tone) {
        pen.globalAlpha = 0.18;
        pen.fillStyle = tone;
        pen.fillRect(x, y, width, LINE - 6);
        pen.globalAlpha = 1;
      }
      pen.fillStyle = ink ?? '';
      pen.fillText(text, x, y + LINE / 2 - 3);
      x += width;
    }
  }
  pen.fillStyle = reading.label ? colour(`--${reading.label}`) : (soft ?? '');
  pen.font = `bold 48px ${sans}`;
  pen.fillText(readingName(reading), EDGE, top + 32);
  pen.font = `26px ${sans}`;
  for (const [i, { label, score: of }] of scores.entries()) {
    const y = top + 110 + i * ROW;
    const [from, width] = [EDGE + 210, WIDTH - 2 * EDGE - 330];
    pen.fillStyle = ink ?? '';
    pen.fillText(Feeling(label), EDGE, y);
    pen.fillText(score(of), WIDTH - EDGE - 90, y);
    pen.fillStyle = line ?? '';
    pen.fillRect(from, y - 9, width, 18);
    pen.fillStyle = colour(`--${label}-fill`);
    pen.fillRect(from, y - 9, width * of, 18);
  }
  pen.fillStyle = soft ?? '';
  pen.fillText(`emotion-tag · ${new Date().toLocaleDateString(locale(), { dateStyle: 'long' })}`, EDGE, canvas.height - 48);
  return new Promise((resolve) => {
    canvas.toBlob(resolve, 'image/png');
  });
}

/** Words with the space behind them, each in the colour of its sentence. */
function wordsOf(text: string, { label, sentences }: Reading): Word[] {
  const spans = sentences ?? [{ start: 0, end: text.length, label }];
  const drawn = text.length > MOST_DRAWN ? `${text.slice(0, MOST_DRAWN).trimEnd()}…` : text.trimEnd();
  return Array.from(drawn.matchAll(/\n|[^\s]+[^\S\n]*/g), ({ 0: word, index }) => {
    const own = spans.find(({ start, end }) => index >= start && index < end)?.label;
    return { text: word, tone: own ? colour(`--${own}`) : null };
  });
}

/** @param widthOf what a word takes; one that is wider than a line is cut */
export function linesOf(words: readonly Word[], widthOf: (word: string) => number, most: number): Word[][] {
  const lines: Word[][] = [[]];
  let x = 0;
  for (const { text: word, tone } of words) {
    let text = word;
    if (text === '\n') {
      lines.push([]);
      x = 0;
      continue;
    }
    if (x > 0 && x + widthOf(text.trimEnd()) > most) {
      lines.push([]);
      x = 0;
    }
    while (widthOf(text.trimEnd()) > most) {
      const fits = Math.max(1, Math.floor((text.length * most) / widthOf(text)));
      lines.at(-1)?.push({ text: text.slice(0, fits), tone });
      lines.push([]);
      text = text.slice(fits);
    }
    lines.at(-1)?.push({ text, tone });
    x += widthOf(text);
  }
  return lines;
}

const fonts = (): Record<'serif' | 'sans', string> => {
  const style = getComputedStyle(document.documentElement);
  return { serif: style.getPropertyValue('--serif'), sans: style.getPropertyValue('--sans') };
};

/** A colour of the page as it is now, in its light or dark scheme. */
function colour(property: string): string {
  const probe = document.body.appendChild(document.createElement('i'));
  probe.style.color = `var(${property})`;
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}
