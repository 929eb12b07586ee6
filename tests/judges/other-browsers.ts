import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A browser that is driven by the means its makers give. */
export interface DrivenBrowser {
  readonly name: string;
  open(url: string): Promise<void>;
  /** What the body of an async function without arguments returns, as JSON. */
  run(body: string): Promise<unknown>;
  /** PNG. */
  screenshot(): Promise<Buffer>;
  close(): Promise<void>;
}

const SCRIPT_MS = 240_000;
const SIZE = { width: 1366, height: 840 };
const MINI_BROWSER = '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser';

const asyncScript = (body: string): string =>
  `const done = arguments[arguments.length - 1];
  (async () => { ${body} })().then((value) => done({ value }), (e) => done({ error: e + '\\n' + e.stack }));`;

function resultOf(answer: unknown): unknown {
  const { value, error } = answer as { value?: unknown; error?: string };
  if (error !== undefined) throw new Error(error);
  return value;
}

/** WebKitGTK, whose engine is Safari's, by the WebDriver of Debian's webkit2gtk-driver. */
export async function openWebKit(port: number, display: string): Promise<DrivenBrowser> {
  const env = { ...process.env, DISPLAY: display, LIBGL_ALWAYS_SOFTWARE: '1' };
  const driver = spawn('WebKitWebDriver', [`--port=${port}`], { env, stdio: 'ignore' });
  const call = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const options = body === undefined ? { method } : { method, body: JSON.stringify(body) };
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, options);
    const { value } = (await answer.json()) as { value: unknown };
    if (!answer.ok) throw new Error(JSON.stringify(value));
    return value;
  };
  await patiently(() => call('GET', '/status'));
  const options = { binary: MINI_BROWSER, args: ['--automation'] };
  const capabilities = { alwaysMatch: { 'webkitgtk:browserOptions': options } };
  const { sessionId } = (await call('POST', '/session', { capabilities })) as { sessionId: string };
  const session = `/session/${sessionId}`;
  await call('POST', `${session}/timeouts`, { script: SCRIPT_MS, pageLoad: SCRIPT_MS });
  await call('POST', `${session}/window/rect`, SIZE);
  return {
    name: 'WebKit',
    open: async (url) => void (await call('POST', `${session}/url`, { url })),
    run: async (body) => {
      const script = asyncScript(body);
      return resultOf(await call('POST', `${session}/execute/async`, { script, args: [] }));
    },
    screenshot: async () =>
      Buffer.from((await call('GET', `${session}/screenshot`)) as string, 'base64'),
    close: async () => {
      await call('DELETE', session).catch(() => {});
      driver.kill();
    },
  };
}

/** Firefox by Marionette, the protocol it has built in. */
export async function openFirefox(port: number, display: string): Promise<DrivenBrowser> {
  const profile = mkdtempSync(join(tmpdir(), 'sanxian-firefox-'));
  writeFileSync(
    join(profile, 'user.js'),
    [
      ['marionette.port', port],
      ['webgl.force-enabled', true],
      ['webgl.forbid-software', false],
      ['app.update.enabled', false],
      ['datareporting.policy.dataSubmissionEnabled', false],
    ]
      .map(([name, value]) => `user_pref("${name}", ${value});\n`)
      .join(''),
  );
  const env = { ...process.env, DISPLAY: display, LIBGL_ALWAYS_SOFTWARE: '1' };
  const args = ['--marionette', '--no-remote', '--profile', profile];
  const browser = spawn('firefox-esr', args, { env, stdio: 'ignore' });
  const marionette = await patiently(() => Marionette.reach(port));
  await marionette.call('WebDriver:NewSession', {});
  await marionette.call('WebDriver:SetTimeouts', { script: SCRIPT_MS, pageLoad: SCRIPT_MS });
  await marionette.call('WebDriver:SetWindowRect', SIZE);
  return {
    name: 'Firefox',
    open: async (url) => void (await marionette.call('WebDriver:Navigate', { url })),
    run: async (body) => {
      const script = asyncScript(body);
      const answer = await marionette.call('WebDriver:ExecuteAsyncScript', { script, args: [] });
      return resultOf((answer as { value: unknown }).value);
    },
    screenshot: async () => {
      const answer = await marionette.call('WebDriver:TakeScreenshot', { full: false });
      return Buffer.from((answer as { value: string }).value, 'base64');
    },
    close: async () => {
      marionette.end();
      await ended(browser);
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

/** Packets `<bytes>:<json>`: `[0, id, command, params]` there, `[1, id, error, result]` back. */
class Marionette {
  readonly #socket: Socket;
  readonly #waiting = new Map<number, (error: unknown, result: unknown) => void>();
  #read = Buffer.alloc(0);
  #count = 0;

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.on('data', (chunk) => {
      this.#read = Buffer.concat([this.#read, chunk]);
      this.#take();
    });
  }

  static reach(port: number): Promise<Marionette> {
    return new Promise((resolve, reject) => {
      const socket = connect(port, '127.0.0.1');
      socket.once('error', reject);
      // it speaks first
      socket.once('data', () => resolve(new Marionette(socket)));
    });
  }

  call(command: string, params: unknown): Promise<unknown> {
    const id = this.#count++;
    const text = JSON.stringify([0, id, command, params]);
    this.#socket.write(`${Buffer.byteLength(text)}:${text}`);
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, (error, result) =>
        error ? reject(new Error(JSON.stringify(error))) : resolve(result),
      );
    });
  }

  end(): void {
    this.#socket.destroy();
  }

  #take(): void {
    for (;;) {
      const colon = this.#read.indexOf(':');
      if (colon < 0) return;
      const end = colon + 1 + Number(this.#read.subarray(0, colon).toString());
      if (this.#read.length < end) return;
      const [, id, error, result] = JSON.parse(this.#read.subarray(colon + 1, end).toString());
      this.#read = this.#read.subarray(end);
      this.#waiting.get(id)?.(error, result);
      this.#waiting.delete(id);
    }
  }
}

/** Tries until it is there, for a minute. */
async function patiently<T>(act: () => Promise<T>): Promise<T> {
  for (let tries = 0; ; tries++) {
    try {
      return await act();
    } catch (error) {
      if (tries >= 120) throw error;
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  }
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill();
  });
}
