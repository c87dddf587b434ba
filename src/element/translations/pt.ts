import type { Words } from '../strings';

export default {
  emotions: { sadness: 'Tristeza', joy: 'Alegria', love: 'Amor', anger: 'Raiva', fear: 'Medo', surprise: 'Surpresa' },
  reasons: { blank: 'Sem palavras', unsure: 'Incerto', 'unsupported-language': 'Só inglês' },
  emotion: 'Emoção',
  allEmotions: 'As seis emoções',
  sentences: 'Emoções por frase',
  reading: 'Lendo…',
  loadingModel: 'Carregando o modelo de emoções',
  offer: (size) => `Ler · ${size}`,
  offerHint: 'Baixa o modelo de emoções uma vez e lê o texto neste aparelho',
  explain: 'Por quê?',
  retry: 'Tentar de novo',
  speaksFor: 'fala a favor',
  speaksAgainst: 'fala contra',
  noWord: 'Nenhuma palavra decide sozinha.',
  failures: {
    'model-missing': 'Aqui não há modelo de emoções',
    'model-corrupt': 'O modelo de emoções não corresponde a esta página: recarregue-a',
    network: 'Não foi possível baixar o modelo de emoções',
    runtime: 'Não foi possível ler este texto',
    timeout: 'A leitura demorou demais',
    'assets-missing': 'Falta uma parte do emotion-tag neste site',
    'crash-loop': 'O modelo de emoções encerrou esta página duas vezes',
    'insecure-origin': 'O modelo de emoções precisa de https',
    'invalid-input': 'Isto não pode ser lido',
  },
} satisfies Words;
