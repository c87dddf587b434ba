import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/** The folder of the package that a module is of. */
const PACKAGE = /^[^\0]*\/node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/;

/** Packages that others carry inside their own built file, where a bundler cannot see them. */
const INSIDE: Readonly<Record<string, readonly string[]>> = {
  '@huggingface/transformers': ['@huggingface/jinja', '@huggingface/tokenizers'],
};

/** Licences of packages that are published without one. */
const WITHOUT_FILE: Readonly<Record<string, string>> = {
  'onnxruntime-web': 'build/package/onnxruntime-licence.txt',
  'onnxruntime-common': 'build/package/onnxruntime-licence.txt',
};

/** Folders of the packages in all bundles of this build. A worker's bundle is made before that of the page which names its script. */
const folders = new Set<string>();

/**
 * Ships `third-party.md`, the notices of all code in the build that is not ours. Vite's `build.license` passes over the bundles of workers,
 * and ours holds most of it.
 */
export function thirdPartyNotices(): Plugin {
  return {
    name: 'third-party-notices',
    apply: 'build',
    generateBundle(_options, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue;
        for (const id of chunk.moduleIds) {
          const folder = PACKAGE.exec(id)?.[0];
          if (folder !== undefined) add(folder);
        }
      }
      if (this.environment.config.isWorker) return;
      const notices = [...folders].map(noticeOf).sort();
      this.emitFile({ type: 'asset', fileName: 'third-party.md', source: `${HEADING}\n${[...new Set(notices)].join('\n')}` });
    },
  };
}

const HEADING = '# Notices of the libraries in these scripts\n';

function add(folder: string): void {
  folders.add(folder);
  const { name } = packageOf(folder);
  for (const inside of INSIDE[name] ?? []) add(join(folder.slice(0, -name.length), inside));
}

interface Package {
  readonly name: string;
  readonly version: string;
  readonly license: string;
}

const packageOf = (folder: string): Package => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Package;

/** @throws {Error} for a package that says nothing: its licence must be found, or the package left */
function noticeOf(folder: string): string {
  const { name, version, license } = packageOf(folder);
  const own = readdirSync(folder).find((file) => /^licen[cs]e/i.test(file));
  const path = own === undefined ? WITHOUT_FILE[name] : join(folder, own);
  if (path === undefined) throw new Error(`${name} has no licence file: find its notice, and name it in third-party-plugin.ts.`);
  return `## ${name} ${version} (${license})\n\n${readFileSync(path, 'utf8').trim()}\n`;
}
