/** The demo page: a text box, the tag that reads it, and a bar for each emotion. */
import { EmotionTag } from '../define';
import { EMOTIONS, type EmotionScore } from '../index';
import { onText, receiveArrivals } from './arrivals';
import { examples } from './examples';
import { startServiceWorker } from './service-worker';

const find = <T extends Element>(selector: string, type: new () => T): T => {
  const element = document.querySelector(selector);
  if (!(element instanceof type)) throw new Error(`index.html has no ${selector}`);
  return element;
};

const box = find('#text', HTMLTextAreaElement);
const tag = find('#tag', EmotionTag);
const note = find('#note', HTMLElement);
const firstNote = note.innerText;

const bars = new Map(
  EMOTIONS.map((emotion) => {
    const item = document.createElement('li');
    item.className = emotion;
    const name = document.createElement('span');
    name.textContent = emotion;
    const meter = document.createElement('meter');
    meter.setAttribute('aria-label', emotion);
    const value = document.createElement('span');
    value.className = 'value';
    item.append(name, meter, value);
    find('#bars', HTMLElement).append(item);
    return [emotion, { meter, value }] as const;
  }),
);

function showScores(scores: readonly EmotionScore[]): void {
  for (const { label, score } of scores) {
    const bar = bars.get(label);
    if (!bar) continue;
    bar.meter.value = score;
    bar.meter.style.setProperty('--value', String(score));
    bar.value.textContent = `${String(Math.round(score * 100))} %`;
  }
}

const update = find('#update', HTMLElement);
const isReady = startServiceWorker((reload) => {
  update.hidden = false;
  find('#update button', HTMLButtonElement).onclick = reload;
});
void import('./trust/model-page');

async function read(): Promise<void> {
  await isReady; // what the tag loads now is kept for offline use
  tag.text = box.value;
  if (box.value.trim() !== '') return;
  showScores(EMOTIONS.map((label) => ({ label, score: 0 })));
  note.textContent = firstNote;
}

tag.addEventListener('emotion-change', ({ reading }) => {
  showScores(reading.scores);
  note.textContent =
    reading.reason === 'unsupported-language'
      ? 'This does not look like English, the one language that the model knows.'
      : reading.reason === 'unsure'
        ? 'No emotion is strong enough to name.'
        : reading.truncated
          ? 'Only the first 10,000 characters were read.'
          : 'Read here, in your browser.';
});
tag.addEventListener('emotion-error', ({ error }) => {
  note.textContent = error.message;
});
box.addEventListener('input', () => void read());

for (const example of examples) {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = example;
  button.addEventListener('click', () => {
    box.value = example;
    void read();
    box.focus();
  });
  find('#examples', HTMLElement).append(button);
}

showScores(EMOTIONS.map((label) => ({ label, score: 0 })));
// The second tag shows what embedding looks like, once the reader has asked for the model by writing.
tag.addEventListener(
  'emotion-change',
  () => {
    find('#embedded', HTMLElement).textContent = 'I can’t wait to see you again!';
  },
  { once: true },
);
void read(); // a reload keeps what was typed
onText((text) => {
  box.value = text;
  void read();
});
receiveArrivals();
