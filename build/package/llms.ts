import { COMMON_STEP, STACKS, type Step } from '../../src/app/embed/stacks.ts';
import { en } from '../../src/app/words/en.ts';
import type { Api, ApiRow } from './api.ts';

const item = ({ name, type, default: preset, meaning }: ApiRow): string =>
  `- \`${name}\`${type === undefined ? '' : ` (${type}${preset === undefined ? '' : `, default ${preset}`})`}: ${meaning}`;

const fence = (code: string): string => `\`\`\`\n${code}\n\`\`\``;

const linesOf = ({ where, file = '', code }: Step): string[] => [`${en.embed.where[where].replace('{file}', file)}:`, fence(code)];

/** The whole of it as plain text, for programs that write pages: https://llmstxt.org. */
export function llmsText({ name, version, homepage, description, groups }: Api): string {
  const stacks = STACKS.map(({ name: stack, steps }) => [`### ${stack}`, ...steps.flatMap(linesOf)].join('\n\n'));
  return [
    `# ${name} ${version}`,
    `> ${description}`,
    homepage,
    '## Install',
    ...linesOf(COMMON_STEP),
    ...stacks,
    ...groups.map(({ title, rows }) => `## ${title}\n\n${rows.map(item).join('\n')}`),
    '',
  ].join('\n\n');
}
