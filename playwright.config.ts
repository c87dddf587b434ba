import { defineConfig } from '@playwright/test';
import { findChromium, LAUNCH_ARGUMENTS, SOFTWARE_WEBGPU } from './testbed/chromium';

const executablePath = findChromium();
const launch = (args: readonly string[] = []): { launchOptions: { args: string[]; executablePath?: string } } => ({
  launchOptions: { args: [...LAUNCH_ARGUMENTS, ...args], ...(executablePath && { executablePath }) },
});

export default defineConfig({
  testDir: 'e2e',
  // Each test has a server, and so a storage, of its own. A start waits for disk, compiler and worker in turn: two fill two cores.
  workers: 2,
  // A machine that does something else besides is no failure: who passes waits for none of this.
  timeout: 300_000,
  expect: { timeout: 100_000 },
  reporter: [['list'], ['json', { outputFile: process.env.REPORT ?? '.reports/last.json' }]],
  // The same names everywhere: where fonts differ, e2e/app/visual.spec.ts skips.
  snapshotPathTemplate: '{testDir}/baselines/{arg}{ext}',
  projects: [
    { name: 'chromium', testIgnore: ['**/webgpu.spec.ts', '**/hosts/**'], use: launch() },
    // Each builds an app of its own: apart from the others, by `npm run test:hosts`.
    { name: 'hosts', testMatch: '**/hosts/*.spec.ts', use: launch() },
    // A software adapter computes a text in about 2 s.
    { name: 'webgpu', testMatch: '**/webgpu.spec.ts', timeout: 600_000, use: launch(SOFTWARE_WEBGPU) },
  ],
});
