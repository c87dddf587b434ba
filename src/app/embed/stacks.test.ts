import { expect, test } from 'vitest';
import { STACKS } from './stacks';

const sources = import.meta.glob<string>('/examples/**/*.{js,jsx,ts,tsx,html,astro}', {
  query: '?raw',
  import: 'default',
  eager: true,
});

const flat = (text: string): string => text.replace(/\s+/g, ' ');

test('the lines that the page gives are those of the examples, which the hosts’ tests build', () => {
  for (const { id, steps } of STACKS) {
    for (const { file, code } of steps) {
      if (file === undefined) continue;
      const written = flat(sources[`/examples/${id}/${file}`] ?? '');
      for (const line of code.split('\n')) expect(written, `${id}/${file}`).toContain(flat(line).trim());
    }
  }
});

test('every stack ends with a tag in a page', () => {
  for (const { name, steps } of STACKS) expect(steps.map(({ code }) => code).join(), name).toContain('emotion-tag');
});
