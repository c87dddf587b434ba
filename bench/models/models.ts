import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const FOLDER = 'training/out/bench';
const STAMP = join(FOLDER, 'made-from.sha256');
const SCRIPT = 'training/single_file.py';
/** What the two models follow from. */
const SOURCES = ['public/model/manifest.json', SCRIPT, 'training/lib/graphs.py', 'training/frontier.py'];

/**
 * The models that the library reads, each one file: `shipped`, our own, and `seed`, the seed's size with random weights. Made when
 * they are missing or older than what they follow from. Resolves with their folder.
 * @throws {Error} that says what to install, where there is no Python to make them
 */
export async function makeModels(): Promise<string> {
  const hash = createHash('sha256');
  for (const source of SOURCES) hash.update(await readFile(source));
  const wanted = hash.digest('hex');
  if (existsSync(STAMP) && (await readFile(STAMP, 'utf8')) === wanted) return FOLDER;

  const python = process.env.PYTHON ?? 'training/.venv/bin/python';
  try {
    execFileSync(python, [SCRIPT, '--to', FOLDER], { stdio: 'inherit', env: { ...process.env, HF_HUB_OFFLINE: '1' } });
  } catch (error) {
    const why =
      (error as NodeJS.ErrnoException).code === 'ENOENT'
        ? `There is no ${python}: make it (training/README.md, first command), or name an interpreter in PYTHON.`
        : `${python} ${SCRIPT} failed; it needs training/requirements.txt.`;
    throw new Error(`The models to compare with could not be made. ${why}`, { cause: error });
  }
  await writeFile(STAMP, wanted);
  return FOLDER;
}
