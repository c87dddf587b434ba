import { expect, test } from 'vitest';
import manifest from '../../../public/manifest.webmanifest?raw';
import readme from '../../../README.md?raw';
import { ACCEPTED, FORMATS, OFFER, SHOWN } from './list';

test('the dialog, refusals, the README and the installed app name the endings of every format', () => {
  expect(new Set(SHOWN)).toEqual(new Set(FORMATS));
  for (const { endings } of FORMATS) {
    for (const ending of endings.map((ending) => `.${ending}`)) {
      expect(ACCEPTED.split(',')).toContain(ending);
      expect(OFFER).toContain(ending);
      expect(readme, ending).toMatch(new RegExp(`\\${ending}\\b`));
      if (ending !== '.js') expect(manifest, ending).toContain(`"${ending}"`);
    }
  }
});
