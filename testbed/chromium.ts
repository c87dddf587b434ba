/** Find a Chromium: named by CHROMIUM, Playwright's own, or one on the PATH. Run as a script, install one if there is none. */
import { execFileSync, spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { argv, env, exit, getuid } from 'node:process';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

export function findChromium(): string | undefined {
  if (env.CHROMIUM) return env.CHROMIUM;
  if (existsSync(chromium.executablePath())) return chromium.executablePath();
  const folders = (env.PATH ?? '').split(delimiter);
  return folders.flatMap((folder) => NAMES.map((name) => join(folder, name))).find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Quiet: no look-ups of its own. As root, Chromium's sandbox cannot start. */
export const LAUNCH_ARGUMENTS = [
  ...(getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-background-networking',
  '--disable-component-update',
];

/** WebGPU computed in software: right, and about 2 s a text. */
export const SOFTWARE_WEBGPU = ['--enable-unsafe-webgpu', '--use-webgpu-adapter=swiftshader', '--enable-features=Vulkan'];

/** Debian's package where we may install it, else Playwright's own download. */
function install(): boolean {
  const attempts: [string, string[]][] = [['npx', ['playwright', 'install', 'chromium']]];
  if (getuid?.() === 0) attempts.unshift(['sh', ['-c', 'apt-get update -qq && apt-get install -y -qq chromium']]);
  return attempts.some(([command, args]) => {
    console.log(`No Chromium yet: ${command} ${args.join(' ')}`);
    return spawnSync(command, args, { stdio: 'inherit' }).status === 0 && findChromium() !== undefined;
  });
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  if (findChromium() === undefined && !install()) {
    console.error('No Chromium found or installed. Install one, and put it on the PATH or name it in CHROMIUM.');
    exit(1);
  }
  const path = findChromium() ?? '';
  console.log(
    execFileSync(path, ['--version', ...LAUNCH_ARGUMENTS])
      .toString()
      .trim(),
    path,
  );
}
