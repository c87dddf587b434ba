import type { Words } from '../strings';

export default {
  emotions: { sadness: 'Trauer', joy: 'Freude', love: 'Liebe', anger: 'Wut', fear: 'Angst', surprise: 'Überraschung' },
  reasons: { blank: 'Keine Wörter', unsure: 'Nicht sicher', 'unsupported-language': 'Nur Englisch' },
  emotion: 'Gefühl',
  allEmotions: 'Alle sechs Gefühle',
  sentences: 'Gefühle nach Sätzen',
  reading: 'Liest…',
  loadingModel: 'Das Gefühlsmodell wird geladen',
  offer: (size) => `Lesen · ${size}`,
  offerHint: 'Lädt das Gefühlsmodell einmal und liest den Text auf diesem Gerät',
  explain: 'Warum?',
  retry: 'Nochmals versuchen',
  speaksFor: 'spricht dafür',
  speaksAgainst: 'spricht dagegen',
  noWord: 'Kein einzelnes Wort entscheidet.',
  failures: {
    'model-missing': 'Hier gibt es kein Gefühlsmodell',
    'model-corrupt': 'Das Gefühlsmodell passt nicht zu dieser Seite: bitte neu laden',
    network: 'Das Gefühlsmodell konnte nicht geladen werden',
    runtime: 'Dieser Text konnte nicht gelesen werden',
    timeout: 'Das Lesen hat zu lange gedauert',
    'assets-missing': 'Auf dieser Website fehlt ein Teil von emotion-tag',
    'crash-loop': 'Das Gefühlsmodell hat diese Seite zweimal beendet',
    'insecure-origin': 'Das Gefühlsmodell braucht https',
    'invalid-input': 'Das lässt sich nicht lesen',
  },
} satisfies Words;
