/** How often each property is tried, from which seed, and for how long: the same short round each time, or what `npm run fuzz` was told. */
import { env } from 'node:process';
import fc from 'fast-check';
import { vi } from 'vitest';

const told = (name: string, otherwise: number): number => Number(env[name] ?? otherwise);
const milliseconds = told('FUZZ_SECONDS', 2) * 1000;

fc.configureGlobal({ seed: told('FUZZ_SEED', 42), numRuns: told('FUZZ_RUNS', 60) });
fc.installGlobalPlugin(fc.interruptAfterTimeLimit(milliseconds)); // a slow machine tries fewer; it does not fail
vi.setConfig({ testTimeout: milliseconds + 60_000 });
