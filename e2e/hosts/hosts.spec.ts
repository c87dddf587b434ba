/**
 * Each example built by its own tools from the packed package, and opened. What npm installed is kept between runs by the list of what was
 * wanted. `npm run test:hosts` builds the package first.
 */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { complaintsOf } from '../../testbed/complaints';
import { expect, test } from '../../testbed/setup';

interface Host {
  readonly name: string;
  /** What is served of it. */
  readonly served: string;
  /** Other versions of its dependencies than the example's own. */
  readonly versions?: Record<string, string>;
  /** A source whose attribute `view="bars"` the types must guard. */
  readonly typed?: string;
  /** The folder of the site that it is built for, with slashes; default the root. */
  readonly base?: string;
  /** Whether its build writes the readings into the page, and nobody's browser has to read. */
  readonly isBaked?: true;
}

const HOSTS: readonly Host[] = [
  { name: 'vite', served: 'dist' },
  { name: 'vite', served: 'dist', versions: { vite: '7' } },
  { name: 'react', served: 'dist', typed: 'src/main.tsx' },
  { name: 'vue', served: 'dist', typed: 'src/App.vue' },
  { name: 'svelte', served: 'dist', typed: 'src/App.svelte' },
  { name: 'next', served: 'out', typed: 'app/heard/page.tsx' },
  { name: 'webpack', served: '.' },
  { name: 'rollup', served: '.' },
  { name: 'esbuild', served: 'public' },
  { name: 'parcel', served: 'dist' },
  { name: 'astro', served: 'dist' },
  { name: 'angular', served: 'dist' },
  { name: 'vite', served: 'dist', base: '/deep/down/' },
  { name: 'vite-baked', served: 'dist', isBaked: true },
  { name: 'astro-baked', served: 'dist', isBaked: true },
  { name: 'sveltekit-baked', served: 'build', isBaked: true },
  { name: 'vitepress-baked', served: '.vitepress/dist', isBaked: true },
];

const ROOM = join(tmpdir(), 'emotion-tag-hosts');
const PACKED = join(ROOM, 'emotion-tag.tgz');

const run = (folder: string, ...command: readonly string[]): string =>
  execFileSync('npm', command, {
    cwd: folder,
    encoding: 'utf8',
    stdio: 'pipe',
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1' },
  });

/** The example with what it needs, and the package as it was just packed. */
function install({ name, versions = {} }: Host): string {
  const wanted = JSON.parse(readFileSync(`examples/${name}/package.json`, 'utf8')) as Record<string, Record<string, string>>;
  for (const list of [wanted.dependencies, wanted.devDependencies]) for (const one in list) list[one] = versions[one] ?? list[one]!;
  const key = createHash('sha256').update(JSON.stringify(wanted)).digest('hex').slice(0, 12);
  const folder = join(ROOM, `${name}-${key}`);
  const modules = join(folder, 'node_modules/emotion-tag');
  mkdirSync(folder, { recursive: true });
  if (!existsSync(modules)) {
    writeFileSync(join(folder, 'package.json'), JSON.stringify(wanted));
    run(folder, 'install', PACKED, '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline');
  }
  rmSync(modules, { recursive: true });
  mkdirSync(modules);
  execFileSync('tar', ['xzf', PACKED, '-C', modules, '--strip-components', '1']);
  for (const built of ['dist', 'out', 'build', 'public/emotion-tag', '.next', '.svelte-kit', '.vitepress', 'node_modules/.vite'])
    rmSync(join(folder, built), { recursive: true, force: true });
  cpSync(`examples/${name}`, folder, { recursive: true, filter: (path) => !path.endsWith('package.json') });
  return folder;
}

test.beforeAll(() => {
  mkdirSync(ROOM, { recursive: true });
  const [{ filename }] = JSON.parse(execFileSync('npm', ['pack', '--json', '--pack-destination', ROOM], { encoding: 'utf8' })) as [
    { filename: string },
  ];
  cpSync(join(ROOM, filename), PACKED);
});

for (const host of HOSTS) {
  const { name, served, typed, versions, base, isBaked } = host;
  test(`works in ${[name, ...Object.values(versions ?? {}), base ?? ''].join(' ')}`, async ({ page, serve }) => {
    test.setTimeout(600_000);
    const folder = install(host);
    if (typed !== undefined) {
      const check = name === 'react' ? ['exec', 'tsc'] : ['run', 'types'];
      run(folder, ...check);
      const source = join(folder, typed);
      writeFileSync(source, readFileSync(source, 'utf8').replace('view="bars"', 'view="pie"'));
      const refused = spawnSync('npm', check, { cwd: folder, encoding: 'utf8' });
      expect(refused.status).not.toBe(0);
      expect(refused.stdout).toContain(`'"pie"'`);
      cpSync(join('examples', name, typed), source);
    }
    run(folder, 'run', 'build', ...(base === undefined ? [] : ['--', '--base', base]));
    if (isBaked) expect(readFileSync(join(folder, served, 'index.html'), 'utf8')).toMatch(/<emotion-tag baked='[^']*joy/);
    const complaints = complaintsOf(page);
    // Some builds write addresses from the root of the host, as they do where nobody says otherwise.
    const server = await serve({ folder: join(folder, served), under: base?.slice(0, -1) ?? '' });
    await page.route('**/favicon.ico', (route) => route.fulfill({ body: '' }));
    await page.goto(`${server.url}${base ?? ''}`);
    await expect(page.locator('emotion-tag').first()).toBeAttached(); // by then so is the field
    const box = page.getByRole('textbox');
    if ((await box.count()) > 0) await box.fill('I am so happy that you came!');
    await expect(page.locator('emotion-tag [part=label]')).toHaveText('Joy');
    if (name === 'next') await page.goto(`${server.url}/heard.html`);
    if (typed !== undefined) await expect(page.locator('output')).toHaveText('joy');
    if (isBaked) {
      await page.waitForLoadState('networkidle');
      expect(page.workers()).toEqual([]);
      expect(server.log.filter((line) => /\bmodel|weights|tokenizer|wasm|\/(main|compile|ort|engine)-/.test(line))).toEqual([]);
    }
    expect(server.log.filter((line) => line.endsWith(' 404'))).toEqual([]);
    expect(complaints).toEqual([]);
  });
}

/** Development servers serve scripts otherwise than they are built, and Next.js draws the page on a server first. */
const SERVERS: readonly (Host & { readonly command: readonly string[] })[] = [
  { name: 'vite', served: '.', command: ['vite/bin/vite.js'] },
  { name: 'vite', served: '.', versions: { vite: '7' }, command: ['vite/bin/vite.js'] },
  { name: 'next', served: '.', command: ['next/dist/bin/next', 'dev'] },
  { name: 'next', served: '.', command: ['next/dist/bin/next', 'dev', '--webpack'] },
];

for (const host of SERVERS) {
  const [program = '', ...options] = host.command;
  test(`works in the development server of ${[host.name, ...Object.values(host.versions ?? {}), ...options.slice(1)].join(' ')}`, async ({
    page,
  }) => {
    test.setTimeout(600_000);
    const server = spawn('node', [`node_modules/${program}`, ...options, '--port', '0'], {
      cwd: install(host),
      env: { ...process.env, NO_COLOR: '1', NEXT_TELEMETRY_DISABLED: '1' },
    });
    const ended = once(server, 'exit');
    try {
      const address = await new Promise<string>((resolve, reject) => {
        let said = '';
        server.stdout.on('data', (piece: Buffer) => {
          said += piece.toString();
          const [found] = /http:\/\/localhost:\d+/.exec(said) ?? [];
          if (found !== undefined) resolve(found);
        });
        server.on('exit', () => {
          reject(new Error(`It said no address: ${said}`));
        });
      });
      const complaints = complaintsOf(page);
      await page.route('**/favicon.ico', (route) => route.fulfill({ body: '' }));
      await page.goto(address);
      await expect(page.locator('emotion-tag [part=label]')).toHaveText('Joy');
      if (host.name === 'next') {
        await page.goto(`${address}/heard`);
        await expect(page.locator('output')).toHaveText('joy');
      }
      // Lit's own, in development everywhere.
      expect(complaints.filter((text) => !text.startsWith('Lit is in dev mode.'))).toEqual([]);
    } finally {
      server.kill();
      await ended; // two do not go together in one folder
    }
  });
}
