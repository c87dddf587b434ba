import type { Page } from '@playwright/test';
import type { Availability, ClassifyOptions, CreateOptions, Diagnostics, Reading } from '../src/engine/index';

type Engine = typeof import('../src/engine/index');

/** Worker code that asks the server before each answer: how long that takes is the server's to say. */
export const ASKING = `
  const post = self.postMessage.bind(self);
  self.postMessage = async (message) => { if (message.kind === 'answer') await fetch('/may-answer'); post(message); };`;

/** What became of a call: an answer, or the error's name and code. */
export type Outcome = { readonly label: Reading['label'] } | { readonly error: string; readonly message: string };

/** The engine on a page, spoken to as a site's script does. Its classifier stays between calls. */
export class EngineHarness {
  constructor(readonly page: Page) {}

  availability(): Promise<Availability> {
    return this.page.evaluate(async () => {
      const url = '/engine.js';
      return ((await import(/* @vite-ignore */ url)) as Engine).EmotionClassifier.availability();
    });
  }

  /** Make the classifier; resolves with the error's code if it cannot be. */
  async create(options: Pick<CreateOptions, 'device' | 'model' | 'shared'> = {}): Promise<string> {
    return this.page.evaluate(async (given) => {
      const url = '/engine.js';
      const engine = (await import(/* @vite-ignore */ url)) as Engine;
      try {
        Object.assign(globalThis, { classifier: await engine.EmotionClassifier.create(given) });
        return 'created';
      } catch (error) {
        return error instanceof engine.ClassifierError ? error.code : String(error);
      }
    }, options);
  }

  async classify(text: string, options: Pick<ClassifyOptions, 'priority'> = {}): Promise<Reading> {
    return this.page.evaluate(([t, o]) => classifier.classify(t, o), [text, options] as const);
  }

  /** Begin a reading whose outcome is asked for later, by `outcome`. */
  async begin(text: string): Promise<void> {
    await this.page.evaluate((t) => {
      const outcome = classifier.classify(t).then(
        ({ label }) => ({ label }),
        (error: unknown) => {
          const { code, name, message } = error as Error & { code?: unknown };
          return { error: typeof code === 'string' ? code : name, message };
        },
      );
      Object.assign(globalThis, { outcome });
    }, text);
  }

  outcome(): Promise<Outcome> {
    return this.page.evaluate(() => outcome);
  }

  /** Whatever workers have said by now has been heard. */
  async hears(): Promise<void> {
    await this.page.evaluate(
      () =>
        new Promise<void>((resolve) => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => {
            resolve();
          };
          port2.postMessage(null);
        }),
    );
  }

  diagnostics(): Promise<Diagnostics> {
    return this.page.evaluate(() => classifier.diagnostics);
  }
}

declare global {
  /** On the page: the classifier that `create` made, what `begin` began, and what calls off something else. */
  var classifier: import('../src/engine/index').EmotionClassifier;
  var outcome: Promise<Outcome>;
  var cancel: AbortController;
}
