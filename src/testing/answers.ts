import { EMOTIONS, type Emotion } from '../shared/emotions';
import { sentencesIn } from '../reading/sentences';
import { ClassifierError } from '../shared/errors';
import { emptyReading, readingOf, type Reading, type Reason, weighedShares } from '../shared/reading';

/** What a fake engine says of a text: an emotion, a reason for no label, a whole reading, or an error to throw. */
export type Answer = Emotion | Reason | Reading | ClassifierError;

/** As sure of an emotion as the fake gets; the other five share the rest. */
const SURE = 0.9;

/** A reading with this label, its score (above 1/6, up to 1; default 0.9) and the rest shared by the others. */
export function readingFor(label: Emotion, score = SURE): Reading {
  const rest = (1 - score) / (EMOTIONS.length - 1);
  return readingOf(
    EMOTIONS.map((emotion) => (emotion === label ? score : rest)),
    0,
    { truncated: false },
  );
}

const isEmotion = (value: string): value is Emotion => (EMOTIONS as readonly string[]).includes(value);

/** The answer for a text; without one, the first emotion that the text names. */
export function answerFor(text: string, answers: Readonly<Record<string, Answer>> = {}): Reading {
  const answer = Object.hasOwn(answers, text) ? answers[text] : undefined;
  if (answer instanceof ClassifierError) throw answer;
  if (typeof answer === 'object') return answer;
  const said = answer ?? new RegExp(EMOTIONS.join('|')).exec(text.toLowerCase())?.[0] ?? 'unsure';
  return isEmotion(said) ? readingFor(said) : emptyReading(said as Reason);
}

/** The answer with those for its sentences, where a text that was read has several and the test has not said them. */
export function withSentences(whole: Reading, text: string, answers: Readonly<Record<string, Answer>> = {}): Reading {
  const spans = whole.label === null && whole.reason !== 'unsure' ? [] : sentencesIn(text);
  if (whole.sentences || spans.length < 2) return whole;
  const sentences = spans.map(({ start, end }) => {
    const { label, scores } = answerFor(text.slice(start, end), answers);
    return { start, end, label, scores };
  });
  const shares = weighedShares(sentences.map(({ label, start, end }) => ({ label, weight: end - start })));
  return { shares, ...whole, sentences };
}
