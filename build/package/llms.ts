import { COMMON_STEP, STACKS } from '../../src/app/embed/stacks.ts';
import type { Api, ApiRow } from './api.ts';

const item = ({ name, type, default: preset, meaning }: ApiRow): string =>
  `- \`${name}\`${type === undefined ? '' : ` (${type}${preset === undefined ? '' : `, default ${preset}`})`}: ${meaning}`;

const fence = (code: string): string => `\`\`\`\n${code}\n\`\`\``;

/** The whole of it as plain text, for programs that write pages: https://llmstxt.org. */
export function llmsText({ name, version, homepage, description, groups }: Api): string {
  const stacks = STACKS.map(({ name: stack, steps }) =>
    [`### ${stack}`, ...steps.flatMap(({ where, code }) => [`${where}:`, fence(code)])].join('\n\n'),
  );
  return [
    `# ${name} ${version}`,
    `> ${description}`,
    homepage,
    '## Install',
    `${COMMON_STEP.where}:`,
    fence(COMMON_STEP.code),
    ...stacks,
    ...groups.map(({ title, rows }) => `## ${title}\n\n${rows.map(item).join('\n')}`),
    '',
  ].join('\n\n');
}
