import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ClassifierError } from '../../index';
import { problem } from './problem';
import { Failure } from './saying';
import { speak, words } from './speech';

const missing = new ClassifierError('network', 'weights.bin did not come: 503.');

beforeEach(() => vi.stubGlobal('document', { documentElement: {} }));

afterEach(async () => {
  await speak('en');
  vi.unstubAllGlobals();
});

test('in English the engine’s own sentence says what failed', () => {
  expect(problem(missing)).toBe('weights.bin did not come: 503.');
});

test('in another language a sentence of that language stands before it', async () => {
  await speak('de');
  expect(problem(missing)).toMatch(/^Das Gefühlsmodell konnte nicht heruntergeladen werden\..*weights\.bin did not come: 503\./);
});

test('what the app itself says is said in the language that is spoken now, not in that of when it failed', async () => {
  const failure = new Failure(() => words().journal.noOpenJournal);
  await speak('de');
  expect(failure.message).toBe('There is no open journal on this device.');
  expect(problem(failure)).toBe('Auf diesem Gerät ist kein offenes Tagebuch.');
});

test('what is not the engine’s is said as it is', async () => {
  await speak('de');
  expect(problem(new Error('Der Browser …'))).toBe('Der Browser …');
  expect(problem('no error at all')).toBe('no error at all');
});
