import 'emotion-tag/define';
import { EmotionClassifier } from 'emotion-tag/engine';
EmotionClassifier.assetsBase = '/emotion-tag/';

import { provideZonelessChangeDetection } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
import { App } from './app';

void bootstrapApplication(App, { providers: [provideZonelessChangeDetection()] });
