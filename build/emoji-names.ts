/**
 * Writes src/reading/emoji-names.json, the words that the model reads for an emoji, from the Unicode names that emojibase carries:
 *
 *     npx tsx build/emoji-names.ts
 *
 * `speaking` says how many of them, the first, are faces, gestures, hearts and the like: alone they are something to go on.
 *
 * Faces, hearts, gestures, animals, food, places, objects; no flags, keycaps, arrows or letters, which speak of no emotion. A skin tone or a gender
 * changes nothing about the emotion and has no entry.
 */
import { writeFileSync } from 'node:fs';
import data from 'emojibase-data/en/data.json' with { type: 'json' };
import github from 'emojibase-data/en/shortcodes/github.json' with { type: 'json' };
import { format, resolveConfig } from 'prettier';

const SYMBOLS = 8;
const FACES_AND_GESTURES = 1;
/** Of the other groups, what people say an emotion with. */
const SPEAKING = new Set('🌈🌹💐🌟⭐✨🔥🎂🎉🎊🎁🍾🥂🏆🎈🥇☀🌞🐾🍀🌸'.match(/./gu));
const target = new URL('../src/reading/emoji-names.json', import.meta.url);

const speaking: Record<string, string> = {};
const others: Record<string, string> = {};
const codes: Record<string, string> = {};
for (const { emoji, hexcode, label, group } of data) {
  if (group === undefined || group >= SYMBOLS || /-1F3F[B-F]/.test(hexcode)) continue;
  const plain = emoji.replace(/\ufe0f/g, '');
  if (plain.includes('\u200d') && group !== 0) continue; // its parts have names of their own
  const name = label.toLowerCase().replace(/[“”’:]/g, '');
  (group <= FACES_AND_GESTURES || SPEAKING.has(plain) ? speaking : others)[plain] = name;
  const known = (github as Record<string, string | string[]>)[hexcode] ?? [];
  if (group <= FACES_AND_GESTURES || hexcode === '1F389')
    for (const code of [known].flat()) if (code.replace(/_/g, ' ') !== name) codes[code] = plain;
}
speaking['♥'] = 'red heart';
speaking['☺'] = 'smiling face';
const symbols = { ...speaking, ...others, ...speaking };

const text = await format(JSON.stringify({ speaking: Object.keys(speaking).length, symbols, codes }), {
  ...(await resolveConfig(target)),
  parser: 'json',
});
writeFileSync(target, text);
console.log(Object.keys(symbols).length, 'emoji', Object.keys(codes).length, 'shortcodes', text.length, 'characters');
