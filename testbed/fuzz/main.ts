/** `npm run fuzz [-- --runs 5000 --seed N --seconds 120]`: a long round of every property in `src/*.fuzz.test.ts`, which prints its seed. */
import { spawnSync } from 'node:child_process';
import { env, exit } from 'node:process';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '5000' },
    seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
    seconds: { type: 'string', default: '120' },
  },
});
console.log(`Each property ${values.runs} times or ${values.seconds} s, from the seed ${values.seed}.`);
const told = { FUZZ_RUNS: values.runs, FUZZ_SEED: values.seed, FUZZ_SECONDS: values.seconds };
const { status } = spawnSync('npx', ['vitest', 'run', '--project', 'fuzz'], { stdio: 'inherit', env: { ...env, ...told } });
exit(status ?? 1);
