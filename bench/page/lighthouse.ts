/**
 * What Lighthouse (a slow phone on a slow network, first visit) says of each page of the built app, served as a good host does:
 * the headers of hosting/, and brotli.
 *
 *     npm run bench:page            about 2 minutes; writes bench/results/lighthouse.{json,md}
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { cpus, loadavg } from 'node:os';
import { chromium } from '@playwright/test';
import lighthouse, { type Result } from 'lighthouse';
import { launch } from 'puppeteer-core';
import { findChromium, LAUNCH_ARGUMENTS } from '../../testbed/chromium';
import { startServer } from '../../testbed/server';
import { headersFor } from '../../hosting/headers';
import { compressed } from './compressed';
import { median } from '../engine/statistics';

const ROUNDS = 3;
const PAGES = ['write', 'journal', 'files', 'model', 'embed', 'about'];
const BARS = { performance: 95, accessibility: 100, 'best-practices': 100 } as const;
const TIMES = { FCP: 'first-contentful-paint', LCP: 'largest-contentful-paint', TBT: 'total-blocking-time' } as const;
const CATEGORIES = Object.keys(BARS) as (keyof typeof BARS)[];

interface Round {
  readonly scores: Readonly<Record<string, number>>;
  /** Milliseconds. */
  readonly times: Readonly<Record<string, number>>;
  readonly shift: number;
  readonly kilobytes: number;
  /** Requests for the model or its runtime: nobody has written anything, so there must be none. */
  readonly model: number;
  readonly faults: readonly string[];
}

interface Requests {
  readonly items: readonly { readonly url: string; readonly transferSize?: number }[];
}

async function visit(url: string): Promise<Round> {
  const browser = await launch({ executablePath: findChromium() ?? chromium.executablePath(), args: [...LAUNCH_ARGUMENTS] });
  try {
    const port = Number(new URL(browser.wsEndpoint()).port);
    const told = await lighthouse(url, { port, output: 'json', logLevel: 'error', onlyCategories: [...CATEGORIES] });
    if (!told) throw new Error(`Lighthouse said nothing of ${url}. Run it again.`);
    return roundOf(told.lhr);
  } finally {
    await browser.close();
  }
}

function roundOf({ audits, categories, runtimeError }: Result): Round {
  if (runtimeError) throw new Error(`Lighthouse could not look at the page: ${runtimeError.message}`);
  const { items } = audits['network-requests']?.details as unknown as Requests;
  const faults = CATEGORIES.filter((id) => id !== 'performance')
    .flatMap((id) => categories[id]?.auditRefs ?? [])
    .filter(({ id, weight }) => weight > 0 && audits[id]?.score !== null && (audits[id]?.score ?? 1) < 1);
  return {
    scores: Object.fromEntries(CATEGORIES.map((id) => [id, Math.round((categories[id]?.score ?? 0) * 100)])),
    times: Object.fromEntries(Object.entries(TIMES).map(([name, id]) => [name, Math.round(audits[id]?.numericValue ?? NaN)])),
    shift: audits['cumulative-layout-shift']?.numericValue ?? NaN,
    kilobytes: Math.round(items.reduce((sum, { transferSize = 0 }) => sum + transferSize, 0) / 1000),
    model: items.filter(({ url }) => /\/model\/|\/ort-/.test(url)).length,
    faults: faults.map(({ id }) => id),
  };
}

const middle = (rounds: readonly Round[], of: (round: Round) => number): number => median(rounds.map(of));

function rowOf(page: string, rounds: readonly Round[]): string {
  const scores = CATEGORIES.map((id) => {
    const score = middle(rounds, ({ scores }) => scores[id] ?? 0);
    return `${String(score)}${score < BARS[id] ? ' (missed)' : ''}`;
  });
  const times = Object.keys(TIMES).map((name) => String(middle(rounds, ({ times }) => times[name] ?? NaN)));
  const rest = [
    middle(rounds, ({ shift }) => shift).toFixed(3),
    String(middle(rounds, ({ kilobytes }) => kilobytes)),
    String(Math.max(...rounds.map(({ model }) => model))),
  ];
  return `| ${[page, ...scores, ...times, ...rest].join(' | ')} |`;
}

const server = await startServer({ headers: headersFor, script: compressed('dist') });
const found: Record<string, Round[]> = {};
const load = loadavg()[0] ?? NaN;
try {
  for (let round = 0; round < ROUNDS; round++) {
    for (const page of PAGES) {
      console.error(`round ${String(round + 1)} of ${String(ROUNDS)}: ${page}`);
      (found[page] ??= []).push(await visit(`${server.url}/#${page}`));
    }
  }
} finally {
  await server.close();
}
const about = `${new Date().toISOString().slice(0, 10)}, ${String(cpus().length)} × ${cpus()[0]?.model.trim() ?? 'unknown'}, load ${load.toFixed(1)} before it began`;
const head = [
  'page',
  ...CATEGORIES.map((id) => `${id} ≥ ${String(BARS[id])}`),
  'FCP ms',
  'LCP ms',
  'TBT ms',
  'CLS',
  'kB',
  'model requests',
];
const table = [
  `| ${head.join(' | ')} |`,
  `|${' --- |'.repeat(head.length)}`,
  ...PAGES.map((page) => rowOf(page, found[page] ?? [])),
].join('\n');
const text = `# Lighthouse

\`npm run bench:page\` wrote this; [README.md](../README.md) says how to read it. ${about}; medians of ${String(ROUNDS)} rounds.

${table}
`;
await mkdir('bench/results', { recursive: true });
await writeFile('bench/results/lighthouse.json', `${JSON.stringify({ about, found }, null, 1)}\n`);
await writeFile('bench/results/lighthouse.md', text);
console.log(text);
