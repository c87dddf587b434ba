import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';

/** A browser behind a WebDriver executable (W3C WebDriver, classic). */
export interface WebDriver {
  goto(url: string): Promise<void>;
  /** Run a function body in the page; its promise is awaited. */
  run(body: string): Promise<unknown>;
  close(): Promise<void>;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** Start WebKitGTK's driver and its small browser, on a display of its own. */
export async function startWebKit(driver: string, browser: string): Promise<WebDriver> {
  const port = await freePort();
  const process: ChildProcess = spawn('xvfb-run', ['-a', driver, `--port=${String(port)}`], { stdio: 'ignore', detached: true });
  const ask = async (method: string, path: string, body?: object): Promise<unknown> => {
    const response = await fetch(`http://127.0.0.1:${String(port)}${path}`, {
      method,
      ...(body && { body: JSON.stringify(body) }),
    });
    const { value } = (await response.json()) as { value: unknown };
    if (!response.ok) throw new Error(`WebDriver ${method} ${path}: ${JSON.stringify(value)}`);
    return value;
  };
  const end = (): void => {
    if (process.pid !== undefined) globalThis.process.kill(-process.pid); // the driver, its browser and its display
  };
  try {
    await untilUp(() => ask('GET', '/status'));
    const capabilities = { alwaysMatch: { 'webkitgtk:browserOptions': { binary: browser, args: ['--automation'] } } };
    const { sessionId } = (await ask('POST', '/session', { capabilities })) as { sessionId: string };
    const session = `/session/${sessionId}`;
    await ask('POST', `${session}/timeouts`, { script: 100_000, pageLoad: 60_000 });
    return {
      goto: async (url) => {
        await ask('POST', `${session}/url`, { url });
      },
      run: (body) => ask('POST', `${session}/execute/sync`, { script: body, args: [] }),
      close: async () => {
        await ask('DELETE', session).finally(end);
      },
    };
  } catch (error) {
    end();
    throw error;
  }
}

/** A driver says nothing when it is ready: ask until it answers. */
async function untilUp(ask: () => Promise<unknown>, tries = 600): Promise<void> {
  for (let left = tries; ; left--) {
    try {
      await ask();
      return;
    } catch (error) {
      if (left === 0) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}
