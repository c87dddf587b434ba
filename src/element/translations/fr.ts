import type { Words } from '../strings';

export default {
  emotions: { sadness: 'Tristesse', joy: 'Joie', love: 'Amour', anger: 'Colère', fear: 'Peur', surprise: 'Surprise' },
  reasons: { blank: 'Aucun mot', unsure: 'Pas sûr', 'unsupported-language': 'Anglais seulement' },
  emotion: 'Émotion',
  allEmotions: 'Les six émotions',
  sentences: 'Émotions par phrase',
  reading: 'Lecture…',
  loadingModel: 'Chargement du modèle d’émotions',
  offer: (size) => `Lire · ${size}`,
  offerHint: 'Télécharge une fois le modèle d’émotions et lit le texte sur cet appareil',
  explain: 'Pourquoi ?',
  retry: 'Réessayer',
  speaksFor: 'plaide pour',
  speaksAgainst: 'plaide contre',
  noWord: 'Aucun mot ne décide à lui seul.',
  failures: {
    'model-missing': 'Aucun modèle d’émotions ici',
    'model-corrupt': 'Le modèle d’émotions ne correspond pas à cette page : rechargez-la',
    network: 'Le modèle d’émotions n’a pas pu être téléchargé',
    runtime: 'Ce texte n’a pas pu être lu',
    timeout: 'La lecture a pris trop de temps',
    'assets-missing': 'Une partie de emotion-tag manque sur ce site',
    'crash-loop': 'Le modèle d’émotions a arrêté cette page deux fois',
    'insecure-origin': 'Le modèle d’émotions a besoin de https',
    'invalid-input': 'Ceci ne peut pas être lu',
  },
} satisfies Words;
