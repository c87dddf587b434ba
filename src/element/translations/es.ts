import type { Words } from '../strings';

export default {
  emotions: { sadness: 'Tristeza', joy: 'Alegría', love: 'Amor', anger: 'Ira', fear: 'Miedo', surprise: 'Sorpresa' },
  reasons: { blank: 'Sin palabras', unsure: 'No es seguro', 'unsupported-language': 'Solo inglés' },
  emotion: 'Emoción',
  allEmotions: 'Las seis emociones',
  sentences: 'Emociones por frase',
  reading: 'Leyendo…',
  loadingModel: 'Cargando el modelo de emociones',
  offer: (size) => `Leer · ${size}`,
  offerHint: 'Descarga una vez el modelo de emociones y lee el texto en este dispositivo',
  explain: '¿Por qué?',
  retry: 'Intentar de nuevo',
  speaksFor: 'habla a favor',
  speaksAgainst: 'habla en contra',
  noWord: 'Ninguna palabra decide por sí sola.',
  failures: {
    'model-missing': 'Aquí no hay modelo de emociones',
    'model-corrupt': 'El modelo de emociones no corresponde a esta página: vuelve a cargarla',
    network: 'No se pudo descargar el modelo de emociones',
    runtime: 'No se pudo leer este texto',
    timeout: 'La lectura tardó demasiado',
    'assets-missing': 'Falta una parte de emotion-tag en este sitio',
    'crash-loop': 'El modelo de emociones cerró esta página dos veces',
    'insecure-origin': 'El modelo de emociones necesita https',
    'invalid-input': 'Esto no se puede leer',
  },
} satisfies Words;
