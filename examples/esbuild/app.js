import 'emotion-tag/define';
import { EmotionClassifier } from 'emotion-tag/engine';
EmotionClassifier.assetsBase = '/emotion-tag/';
