import { expect, TagHarness, test } from '../../testbed/setup';

/** Written for this test, and not used to choose the detector's limits. */
const FOREIGN = [
  'Ich vermisse dich so sehr, komm bald wieder nach Hause.',
  'Nous sommes vraiment ravis de votre visite.',
  'No soporto más este ruido de la calle.',
  'Mi dispiace tanto per quello che è successo ieri.',
  'Ik heb vandaag geen zin om te werken.',
  'Não acredito que você fez isso comigo!',
  'Dzisiaj jest naprawdę piękny dzień.',
  'Bu haberi duyunca çok şaşırdım.',
  'Сегодня очень грустный день',
  '今日はとても悲しい',
];

const ENGLISH = [
  'omg im soooo hyped for 2nite!!!',
  'ngl i kinda miss u bro',
  'Thsi is teh wosrt day of my lief',
  'lol wut',
  'gonna hug my doggo n cry',
  'We had gnocchi and sushi with José, so happy!',
  'ugh, whatevs',
  'YESSSSS we won',
];

test('text that is not English is told so, and slang, typos and names are read', async ({ page, embed }) => {
  await embed('<emotion-tag></emotion-tag>');
  const tag = new TagHarness(page);
  const told: [string, string | undefined][] = [];
  for (const text of FOREIGN) told.push([text, (await tag.read(text)).reason]);
  expect(told).toEqual(FOREIGN.map((text) => [text, 'unsupported-language']));
  await expect(tag.badge).toHaveText('English only');
  const english: [string, boolean][] = [];
  for (const text of ENGLISH) english.push([text, (await tag.read(text)).reason === 'unsupported-language']);
  expect(english).toEqual(ENGLISH.map((text) => [text, false]));
});
