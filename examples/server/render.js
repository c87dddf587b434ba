// A server may import what its pages import: nothing here touches a browser, and the text stands in the page as it is.
import 'emotion-tag/define';
import { EMOTIONS, EmotionTag } from 'emotion-tag';
import { EmotionClassifier } from 'emotion-tag/engine';
import { useFakeEngine } from 'emotion-tag/testing';

if (typeof EmotionTag !== 'function' || typeof useFakeEngine !== 'function') throw new Error('The package is not whole.');
console.log(`<emotion-tag>One of ${EMOTIONS.length}</emotion-tag>`);
console.log(`<!-- ${await EmotionClassifier.availability()} here -->`);
