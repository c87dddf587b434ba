export const examples: readonly string[] = [
  'We finally moved in together and I have never been so happy!',
  'I miss my old flat. It feels empty without my friends.',
  'They cancelled the train again and nobody told us anything.',
  'Something moved in the cellar and I do not dare to look.',
  'You planned all of this and I had no idea?!',
  'My grandmother’s hands, her soft voice: I love her so much.',
  'The meeting is at three.',
];
