/** `emotion-tag copy FOLDER`: for sites whose build brings no files of packages, and for those that have no build. */
import { cpSync, existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const USAGE = `Usage: emotion-tag copy FOLDER

Writes FOLDER/emotion-tag/: the scripts, the runtime and the model. FOLDER is what your site serves as /,
often public/ or static/. Run it again after each update of the package.`;

const NAME = 'emotion-tag';
const LIB = fileURLToPath(new URL('../lib', import.meta.url));
/** @param {string} name */
const isServed = (name) =>
  /^(emotion-tag\.js|engine\.js|assets|third-party\.md|integrity\.html)$/.test(name) ||
  existsSync(join(LIB, name, 'manifest.json')); // models

/** @param {string} folder */
function copy(folder) {
  if (!existsSync(folder) || !statSync(folder).isDirectory())
    throw new Error(
      `There is no folder ${folder}. Make it, or name the folder that your site serves as /, often public/ or static/.`,
    );
  const target = join(folder, NAME);
  if (existsSync(target) && !existsSync(join(target, `${NAME}.js`)))
    throw new Error(`${target} is there already and was not written by this command. Move it away, or choose another folder.`);
  const fresh = `${target}.new`; // so that nothing half-written ever stands under the final name
  rmSync(fresh, { recursive: true, force: true });
  try {
    for (const name of readdirSync(LIB).filter(isServed)) cpSync(join(LIB, name), join(fresh, name), { recursive: true });
    rmSync(target, { recursive: true, force: true });
    renameSync(fresh, target);
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true });
    throw error;
  }
  const sizes = filesIn(target).map((file) => statSync(file).size);
  const megabytes = sizes.reduce((sum, size) => sum + size, 0) / 1e6;
  console.log(`Wrote ${String(sizes.length)} files, ${megabytes.toFixed(1)} MB, to ${target}.

In a page that is built by nothing, and comes from a server:
  <script type="module" src="/${NAME}/${NAME}.js"></script>
or, so that a browser runs these scripts and no others, the lines of ${join(target, 'integrity.html')}.

In a script that is bundled, before the first tag:
  import { EmotionClassifier } from 'emotion-tag/engine';
  EmotionClassifier.assetsBase = '/${NAME}/';`);
}

/** @param {string} folder */
const filesIn = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

const [folder, ...more] = process.argv.slice(3);
if (folder === '--help' || folder === '-h') console.log(USAGE);
else if (folder === undefined || more.length > 0) {
  console.error(USAGE);
  process.exitCode = 2;
} else {
  try {
    copy(folder);
  } catch (error) {
    console.error(`emotion-tag copy: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  }
}
