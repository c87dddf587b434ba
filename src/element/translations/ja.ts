import type { Words } from '../strings';

export default {
  emotions: { sadness: '悲しみ', joy: '喜び', love: '愛', anger: '怒り', fear: '恐れ', surprise: '驚き' },
  reasons: { blank: '言葉なし', unsure: '判断できません', 'unsupported-language': '英語のみ' },
  emotion: '感情',
  allEmotions: '六つの感情',
  sentences: '文ごとの感情',
  reading: '読み取り中…',
  loadingModel: '感情モデルを読み込み中',
  offer: (size) => `読み取る · ${size}`,
  offerHint: '感情モデルを一度だけダウンロードし、この端末で文章を読み取ります',
  explain: 'なぜ？',
  retry: 'もう一度試す',
  speaksFor: '根拠になる',
  speaksAgainst: '反対の根拠になる',
  noWord: '決め手となる単語はありません。',
  failures: {
    'model-missing': 'ここには感情モデルがありません',
    'model-corrupt': '感情モデルがこのページと一致しません。再読み込みしてください',
    network: '感情モデルをダウンロードできませんでした',
    runtime: 'この文章を読み取れませんでした',
    timeout: '読み取りに時間がかかりすぎました',
    'assets-missing': 'このサイトには emotion-tag の一部がありません',
    'crash-loop': '感情モデルがこのページを二度終了させました',
    'insecure-origin': '感情モデルには https が必要です',
    'invalid-input': 'これは読み取れません',
  },
} satisfies Words;
