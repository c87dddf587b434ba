import type { Words } from '../strings';

export default {
  emotions: { sadness: 'حزن', joy: 'فرح', love: 'حب', anger: 'غضب', fear: 'خوف', surprise: 'دهشة' },
  reasons: { blank: 'لا كلمات', unsure: 'غير مؤكد', 'unsupported-language': 'الإنجليزية فقط' },
  emotion: 'الشعور',
  allEmotions: 'المشاعر الستة',
  sentences: 'المشاعر حسب الجملة',
  reading: 'جارٍ القراءة…',
  loadingModel: 'جارٍ تحميل نموذج المشاعر',
  offer: (size) => `قراءة · ${size}`,
  offerHint: 'ينزّل نموذج المشاعر مرة واحدة ويقرأ النص على هذا الجهاز',
  explain: 'لماذا؟',
  retry: 'حاول مجددًا',
  speaksFor: 'تؤيده',
  speaksAgainst: 'تعارضه',
  noWord: 'لا تحسم أي كلمة وحدها.',
  failures: {
    'model-missing': 'لا يوجد نموذج مشاعر هنا',
    'model-corrupt': 'نموذج المشاعر لا يطابق هذه الصفحة: أعد تحميلها',
    network: 'تعذّر تنزيل نموذج المشاعر',
    runtime: 'تعذّرت قراءة هذا النص',
    timeout: 'استغرقت القراءة وقتًا طويلاً',
    'assets-missing': 'جزء من emotion-tag مفقود في هذا الموقع',
    'crash-loop': 'أنهى نموذج المشاعر هذه الصفحة مرتين',
    'insecure-origin': 'نموذج المشاعر يحتاج إلى https',
    'invalid-input': 'لا يمكن قراءة هذا',
  },
} satisfies Words;
