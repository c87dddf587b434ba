/** Clear ones, and what is hard: a negation, irony, two feelings at once, emoji, and a plain fact. */
export const examples: readonly string[] = [
  'We finally moved in together and I have never been so happy!',
  'They cancelled the train again and nobody told us anything.',
  'Something moved in the cellar and I do not dare to look.',
  'I am not happy about this at all.',
  'Oh great, another Monday. Just what I needed.',
  'I am so proud of you, and I will miss you terribly.',
  'Grandma is out of hospital 🎉❤️',
  'The meeting is at three.',
];
