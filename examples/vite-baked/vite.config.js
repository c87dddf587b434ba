import { emotionTag } from 'emotion-tag/vite';

export default { plugins: [emotionTag()] };
