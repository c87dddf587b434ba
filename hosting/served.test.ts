/** The files for nginx and Apache, served by these programs themselves where they are installed: on the PATH, or named by HOST_NGINX and HOST_APACHE. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { env } from 'node:process';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { apache, nginx } from './formats';
import { headersFor, NOT_FOUND } from './headers';

const FILES: Readonly<Record<string, string>> = {
  '/': 'text/html',
  '/index.html': 'text/html',
  '/sw.js': 'text/javascript',
  '/assets/main-abc.js': 'text/javascript',
  '/assets/ort-abc.mjs': 'text/javascript',
  '/assets/ort-abc.wasm': 'application/wasm',
  '/manifest.webmanifest': 'application/manifest+json',
  '/model/MODEL.md': 'text/markdown',
  '/model/onnx/weights.bin.gzip': '',
};
const GONE = ['/share', '/no/such/page', '/assets/gone-0.js', '/model/none.bin'];

/** How each server is told to serve a folder on a port, in the foreground. */
const SERVERS = {
  nginx: {
    command: 'nginx',
    start: (folder: string, port: number): string[] => {
      const [maps = '', server = ''] = nginx().split('# in the server block');
      const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
        .map((name) => `${name}_temp_path ${folder}/tmp;`)
        .join(' ');
      const types = 'types { text/html html; text/javascript js; application/json json; image/svg+xml svg; }';
      writeFileSync(join(folder, 'mime.types'), types);
      writeFileSync(
        join(folder, 'nginx.conf'),
        `daemon off; master_process off; pid ${folder}/pid; error_log ${folder}/errors; events {}
        http { access_log off; ${temporary} ${maps}
          server { listen 127.0.0.1:${String(port)}; root ${folder}/site; ${server} } }`,
      );
      return ['-p', folder, '-c', join(folder, 'nginx.conf'), '-e', join(folder, 'errors')];
    },
  },
  apache: {
    command: 'apache2',
    start: (folder: string, port: number): string[] => {
      const modules = env.HOST_APACHE_MODULES ?? '/usr/lib/apache2/modules';
      const load = ['mpm_event', 'authz_core', 'dir', 'mime', 'headers'].map(
        (name) => `LoadModule ${name}_module ${modules}/mod_${name}.so`,
      );
      writeFileSync(join(folder, 'types'), 'text/html html\napplication/json json\n');
      writeFileSync(join(folder, 'site/.htaccess'), apache());
      const lines = [
        `ServerRoot ${folder}`,
        'ServerName localhost',
        `Listen 127.0.0.1:${String(port)}`,
        `PidFile ${folder}/pid`,
        `ErrorLog ${folder}/errors`,
        ...load,
        `TypesConfig ${folder}/types`,
        `DocumentRoot ${folder}/site`,
        'DirectoryIndex index.html',
        `<Directory ${folder}/site>\nAllowOverride All\nRequire all granted\n</Directory>`,
      ];
      writeFileSync(join(folder, 'apache.conf'), `${lines.join('\n')}\n`);
      return ['-f', join(folder, 'apache.conf'), '-DFOREGROUND'];
    },
  },
};

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => {
        resolve(port);
      });
    });
  });

for (const [name, { command, start }] of Object.entries(SERVERS)) {
  const program = env[`HOST_${name.toUpperCase()}`] ?? command;
  describe.skipIf(spawnSync(program, ['-v']).status !== 0)(name, () => {
    const folder = mkdtempSync(join(tmpdir(), 'emotion-tag-'));
    let serving: ChildProcess;
    let url: string;
    beforeAll(async () => {
      for (const path of [...Object.keys(FILES), NOT_FOUND]) {
        const file = join(folder, 'site', path.endsWith('/') ? `${path}index.html` : path);
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, path === NOT_FOUND ? 'no such page' : 'here');
      }
      const port = await freePort();
      url = `http://127.0.0.1:${String(port)}`;
      serving = spawn(program, start(folder, port), { stdio: 'inherit' });
      await vi.waitFor(() => fetch(url), 8000);
    });
    afterAll(async () => {
      const ended = new Promise((resolve) => serving.once('exit', resolve));
      if (serving.kill()) await ended;
      rmSync(folder, { recursive: true });
    });

    test('sends each file with its headers and its type', async () => {
      for (const [path, type] of Object.entries(FILES)) {
        const { status, headers } = await fetch(url + path);
        expect(status, path).toBe(200);
        expect(headers.get('content-type') ?? '', path).toContain(type);
        for (const [header, value] of Object.entries(headersFor(path))) {
          if (header !== 'Content-Type') expect(headers.get(header), `${path} ${header}`).toBe(value);
        }
      }
    });

    // fault: build | an address that there is not, on nginx or Apache | these programs, with the files of `hosting/` | our page, with status 404 and the policy | nothing: no cache is told to keep it
    test('answers an unknown address with our page, under the policy, and not for good', async () => {
      for (const path of GONE) {
        const answer = await fetch(url + path);
        expect(answer.status, path).toBe(404);
        expect(await answer.text(), path).toBe('no such page');
        expect(answer.headers.get('content-security-policy'), path).toMatch(/^default-src 'none'; /);
        expect(answer.headers.get('cache-control') ?? '', path).not.toContain('immutable');
      }
    });
  });
}
