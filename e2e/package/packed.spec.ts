import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { DEVICES, LOADS, VIEWS } from '../../src/element/attributes';
import { LONG } from '../../testbed/long';
import { expect, test } from '../../testbed/setup';

const label = 'emotion-tag [part=label]';

/** What `npm pack --json` tells, in bytes. */
interface Packed {
  readonly size: number;
  readonly unpackedSize: number;
  readonly files: readonly { readonly path: string; readonly size: number }[];
}

/** The part of the Custom Elements Manifest that is checked here. */
interface Described {
  readonly modules: readonly {
    readonly path: string;
    readonly declarations?: readonly {
      readonly name: string;
      readonly members?: readonly { readonly name: string }[];
      readonly events?: readonly { readonly name: string; readonly type: { readonly text: string } }[];
    }[];
    readonly exports: readonly { readonly kind: string; readonly name: string }[];
  }[];
}

/** JSX that passes on what it may not have been given. */
const UNDEFINED_PROPS = `import type { JSX } from 'react';
import type {} from 'emotion-tag/jsx';
type Props = JSX.IntrinsicElements['emotion-tag'];
export const none: { [K in keyof Props]-?: undefined } extends Props ? true : false = true;
`;

test.describe('the packed package', LONG, () => {
  const project = mkdtempSync(join(tmpdir(), 'emotion-tag-'));
  let readme: string;
  let packed: Packed;
  const run = (folder: string, command: string, ...args: string[]): string =>
    execFileSync(command, args, { cwd: join(project, folder), encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

  test.beforeAll(() => {
    test.setTimeout(600_000);
    readme = readFileSync('README.md', 'utf8');
    execFileSync('npm', ['run', 'build:package'], { stdio: 'ignore' });
    [packed] = JSON.parse(execFileSync('npm', ['pack', '--json', '--pack-destination', project], { encoding: 'utf8' })) as [Packed];
    cpSync('examples', project, { recursive: true });
    // One installation for all: Node and Vite look for packages upwards.
    const { dependencies, devDependencies } = JSON.parse(readFileSync('examples/react/package.json', 'utf8')) as Record<
      string,
      object
    >;
    const versions = { ...dependencies, ...devDependencies, 'emotion-tag': 'file:emotion-tag-0.1.0.tgz' };
    writeFileSync(join(project, 'package.json'), JSON.stringify({ private: true, dependencies: versions }));
    run('.', 'npm', 'install', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline');
  });

  test.afterAll(() => {
    rmSync(project, { recursive: true });
  });

  test('says in the README’s table what the element’s source says', () => {
    expect(readFileSync('README.md', 'utf8')).toBe(readme);
  });

  test('brings what editors know of the tag, types, the model, and none of its sources', () => {
    const paths = packed.files.map(({ path }) => path);
    const wanted = [
      'custom-elements.json',
      'vscode.html-custom-data.json',
      'jsx.d.ts',
      'model/manifest.json',
      'model-research/manifest.json',
      'third-party.md',
      'types/src/index.d.ts',
    ];
    expect(paths).toEqual(expect.arrayContaining(wanted.map((path) => `lib/${path}`)));
    expect(
      paths.filter((path) => !/^(lib|bin)\/|^(package\.json|README\.md|CHANGELOG\.md|LICENSE|LICENSES\.md)$/.test(path)),
    ).toEqual([]);
    expect(packed.unpackedSize).toBeLessThanOrEqual(45e6);
    console.log(`npm pack: ${(packed.size / 1e6).toFixed(1)} MB, ${String(paths.length)} files`);
  });

  test('offers in VS Code the values that the element takes', () => {
    const data = readFileSync('lib/vscode.html-custom-data.json', 'utf8');
    const { tags } = JSON.parse(data) as { tags: [{ attributes: { name: string; values: { name: string }[] }[] }] };
    const offered = tags[0].attributes.filter(({ values }) => values.length > 0);
    const values = Object.fromEntries(
      offered.map((attribute) => [attribute.name, attribute.values.map(({ name }) => name).sort()]),
    );
    expect(values).toEqual({ view: [...VIEWS].sort(), device: [...DEVICES].sort(), load: [...LOADS].sort() });
    expect(data).not.toContain('undefined');
  });

  test('has each module of its manifest, with what that is said to export', () => {
    const { modules } = JSON.parse(readFileSync('lib/custom-elements.json', 'utf8')) as Described;
    for (const { path, exports } of modules) {
      const url = `./node_modules/emotion-tag/${path}`;
      const code = `console.log(JSON.stringify(Object.keys(await import('${url}'))))`;
      const names = JSON.parse(run('.', 'node', '--input-type=module', '--eval', code)) as string[];
      expect(names).toEqual(expect.arrayContaining(exports.filter(({ kind }) => kind === 'js').map(({ name }) => name)));
    }
    const defined = modules.filter(({ exports }) => exports.some(({ kind }) => kind === 'custom-element-definition'));
    expect(defined.map(({ path }) => path)).toEqual(['lib/define.js']);
    const paths = modules.map(({ path }) => path);
    expect(
      JSON.stringify(modules)
        .match(/(?<="module":")[^"]+/g)
        ?.filter((path) => !paths.includes(path)),
    ).toEqual([]);
  });

  test('tells in its manifest what each event carries', () => {
    const { modules } = JSON.parse(readFileSync('lib/custom-elements.json', 'utf8')) as Described;
    const declarations = modules.flatMap((module) => module.declarations ?? []);
    const carried = declarations
      .find(({ events }) => events)
      ?.events?.map(({ name, type }) => {
        const { members = [] } = declarations.find((declaration) => declaration.name === type.text) ?? {};
        return [name, members.map((member) => member.name).sort()];
      });
    expect(Object.fromEntries(carried ?? [])).toEqual({
      'emotion-progress': ['loaded'],
      'emotion-change': ['label', 'reading', 'scores'],
      'emotion-error': ['error'],
      'emotion-explain': ['words'],
    });
  });

  test('brings the notices of what its scripts hold, and says that the weights have terms of their own', () => {
    const folder = join(project, 'node_modules/emotion-tag');
    const { license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { license: string };
    const terms = readFileSync(join(folder, license.replace('SEE LICENSE IN ', '')), 'utf8');
    expect(terms).toContain('research and education only');
    for (const [, path = ''] of terms.matchAll(/`(lib\/[^`]+|LICENSE)`/g)) expect(existsSync(join(folder, path)), path).toBe(true);
    const notices = readFileSync(join(folder, 'lib/third-party.md'), 'utf8').match(/(?<=^## )\S+/gm);
    expect(notices).toEqual(expect.arrayContaining(['@huggingface/transformers', 'eld', 'onnxruntime-web', 'lit']));
  });

  test('brings lit and nothing else', () => {
    const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as { dependencies: object };
    expect(Object.keys(dependencies)).toEqual(['lit']);
  });

  test('is clean to publint and to arethetypeswrong', () => {
    const tarball = join(project, 'emotion-tag-0.1.0.tgz');
    const bin = (name: string, ...args: string[]): string =>
      execFileSync(resolve('node_modules/.bin', name), args, { encoding: 'utf8' });
    expect(bin('publint', '--strict', '--pack', 'false')).toContain('All good');
    bin(
      'attw',
      tarball,
      '--profile',
      'esm-only',
      '--exclude-entrypoints',
      './jsx',
      './vue',
      './svelte',
      './web-types.json',
      './custom-elements.json',
    ); // throws where it finds something
  });

  test('is imported on a server', () => {
    expect(run('server', 'node', 'render.js')).toBe('<emotion-tag>One of 6</emotion-tag>\n<!-- unavailable here -->\n');
  });

  test('writes what a site serves that no bundler builds, and says how it is used', async ({ page, serve }) => {
    mkdirSync(join(project, 'plain/public'), { recursive: true });
    const said = run('plain', 'npx', 'emotion-tag', 'copy', 'public/');
    expect(said).toMatch(/Wrote \d+ files, \d+\.\d MB, to public\/emotion-tag\./);
    const [, script = ''] = /(<script.*<\/script>)/.exec(said) ?? [];
    writeFileSync(join(project, 'plain/public/index.html'), `<!doctype html>${script}<emotion-tag>I am so happy!</emotion-tag>`);
    const server = await serve({ folder: join(project, 'plain/public') });
    await page.goto(server.url);
    await expect(page.locator(label)).toHaveText('Joy');
    expect(server.log.filter((line) => line.endsWith(' 404') && !line.includes('favicon'))).toEqual([]);
    const lines = readFileSync(join(project, 'plain/public/emotion-tag/integrity.html'), 'utf8');
    expect(lines).toContain('src="/emotion-tag/emotion-tag.js" integrity="sha384-');
  });

  test('renews what it wrote, and leaves alone what it did not', () => {
    const folder = join(project, 'plain/again');
    mkdirSync(join(folder, 'emotion-tag'), { recursive: true });
    const copy = (...args: string[]): string => {
      const { status, stderr } = spawnSync('npx', ['emotion-tag', ...args], { cwd: join(project, 'plain'), encoding: 'utf8' });
      return `${String(status)} ${stderr.split('\n')[0] ?? ''}`;
    };
    writeFileSync(join(folder, 'emotion-tag/mine.txt'), '');
    expect(copy('copy', 'again')).toBe(
      '1 emotion-tag copy: again/emotion-tag is there already and was not written by this command. Move it away, or choose another folder.',
    );
    expect(readdirSync(join(folder, 'emotion-tag'))).toEqual(['mine.txt']);
    rmSync(join(folder, 'emotion-tag'), { recursive: true });
    expect(copy('copy', 'again')).toBe('0 ');
    writeFileSync(join(folder, 'emotion-tag/assets/of-an-older-version.js'), '');
    expect(copy('copy', 'again')).toBe('0 ');
    expect(readdirSync(join(folder, 'emotion-tag/assets'))).not.toContain('of-an-older-version.js');
    expect(copy('copy', 'nowhere')).toMatch(/^1 emotion-tag copy: There is no folder nowhere\. Make it, or name the folder/);
    expect(copy('copy')).toBe('2 Usage: emotion-tag copy FOLDER');
  });

  for (const name of ['vite', 'react']) {
    test(`works in ${name}`, async ({ page, serve }) => {
      if (name === 'react') {
        writeFileSync(join(project, 'react/src/props.ts'), UNDEFINED_PROPS);
        run(name, 'npx', 'tsc', '--exactOptionalPropertyTypes');
      }
      run(name, 'npx', 'vite', 'build', '--logLevel', 'error');
      const server = await serve({ folder: join(project, name, 'dist') });
      await page.goto(server.url);
      if (name === 'react') await page.getByLabel('Text').fill('I am so happy that you came!');
      await expect(page.locator(label)).toHaveText('Joy');
      if (name === 'react') await expect(page.locator('output')).toHaveText('joy');
      expect(server.log.filter((line) => line.endsWith(' 404') && !line.includes('favicon'))).toEqual([]);
    });
  }
});
