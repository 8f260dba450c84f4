import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { freePort } from '../free-port.ts';
import type { Driver, ElementHandle } from './driver.ts';
import { findProgram } from './find-program.ts';

/** The programs of Debian's webkit2gtk-driver and, where there is no screen, of its xvfb. */
export interface WebkitPrograms {
  driver: string;
  /** null where there is a screen */
  screen: string | null;
}

/** What is needed to drive WebKitGTK; null where it is not installed. */
export function webkitPrograms(): WebkitPrograms | null {
  const driver = findProgram('WebKitWebDriver');
  const screen = process.env.DISPLAY ? null : findProgram('Xvfb');
  return driver && (screen || process.env.DISPLAY) ? { driver, screen } : null;
}

/** How WebDriver names an element: https://www.w3.org/TR/webdriver2/#elements. */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

/** WebKitGTK by its WebDriver: https://www.w3.org/TR/webdriver2/. */
export async function driveWebkit(programs: WebkitPrograms): Promise<Driver> {
  const screen = programs.screen ? await startScreen(programs.screen) : null;
  const port = await freePort();
  const env = { ...process.env, ...(screen && { DISPLAY: screen.display }) };
  const driver = spawn(programs.driver, [`--port=${port}`], { stdio: 'ignore', env });
  const base = `http://127.0.0.1:${port}`;
  await listens(base);

  async function ask<R>(path: string, body: object | null = {}, method = 'POST'): Promise<R> {
    const answer = await fetch(base + path, { method, body: method === 'POST' ? JSON.stringify(body) : null });
    const { value } = (await answer.json()) as { value: R & { error?: string; message?: string } };
    if (!answer.ok) throw new Error(`${path}: ${value.error}, ${value.message}`);
    return value;
  }

  const { sessionId, capabilities } = await ask<{ sessionId: string; capabilities: { browserVersion: string } }>(
    '/session',
    // The page's console is listened to before its idle callbacks run.
    { capabilities: { alwaysMatch: { pageLoadStrategy: 'normal' } } },
  );
  const session = `/session/${sessionId}`;
  await ask(`${session}/window/rect`, { width: 1280, height: 900 });

  const within = (inPage: unknown, argument: unknown) => `(${inPage})(${JSON.stringify(argument)})`;
  const run = <R>(script: string, ...args: unknown[]) => ask<R>(`${session}/execute/sync`, { script, args });
  const of = (element: ElementHandle) => `${session}/element/${(element as Record<string, string>)[ELEMENT]}`;

  const complaints: string[] = [];
  const listen = () => run<void>(`return ${within(listenInPage, null)}`);
  const hear = async () => void complaints.push(...(await run<string[]>('return window.complaints?.splice(0) ?? []')));

  return {
    name: `WebKitGTK ${capabilities.browserVersion}`,
    open: async (url) => {
      await ask(`${session}/url`, { url });
      await listen();
    },
    reload: async () => {
      await hear();
      await ask(`${session}/refresh`);
      await listen();
    },
    call: async (inPage, argument) => {
      const answer = `(async () => JSON.stringify({ value: await ${within(inPage, argument)} }))()`;
      const script = `${answer}.catch((error) => JSON.stringify({ thrown: String(error) })).then(arguments[0])`;
      const { value, thrown } = JSON.parse(await ask<string>(`${session}/execute/async`, { script, args: [] }));
      if (thrown) throw new Error(thrown);
      return value;
    },
    find: (inPage, argument) => run(`return ${within(inPage, argument)}`),
    read: (element, read) => run(`return (${read})(arguments[0])`, element),
    click: (element) => ask(`${of(element)}/click`),
    type: (element, text) => ask(`${of(element)}/value`, { text }),
    choose: async (list, option) => {
      const find = 'return [...arguments[0].options].find(({ text }) => text.replace(/\\s/g, " ") === arguments[1])';
      await ask(`${of(await run<ElementHandle>(find, list, option))}/click`);
    },
    attach: (input, path) => ask(`${of(input)}/value`, { text: path }),
    complaints: async () => {
      await hear();
      return complaints;
    },
    close: async () => {
      await ask(session, null, 'DELETE');
      await end(driver);
      if (screen) await end(screen.process);
    },
  };
}

/** Keeps in the page what its console says: this driver tells nothing of it. What was said while the page was parsed is not heard. */
function listenInPage(): void {
  const page = window as unknown as { complaints?: string[] };
  const said: string[] = [];
  page.complaints = said;
  window.addEventListener('error', ({ message }) => said.push(message));
  window.addEventListener('unhandledrejection', ({ reason }) => said.push(String(reason)));
  for (const level of ['error', 'warn'] as const) {
    console[level] = (...what: unknown[]) => said.push(what.join(' '));
  }
}

/** A screen in memory, which picks a number that nobody has. */
async function startScreen(program: string): Promise<{ display: string; process: ChildProcess }> {
  const args = ['-displayfd', '3', '-screen', '0', '1400x1000x24', '-nolisten', 'tcp'];
  const process = spawn(program, args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const [number] = await once(process.stdio[3] as Readable, 'data');
  return { display: `:${String(number).trim()}`, process };
}

async function listens(base: string): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt++) {
    const isReady = await fetch(`${base}/status`).then(({ ok }) => ok, () => false); // biome-ignore format: short
    if (isReady) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('WebKitWebDriver does not listen');
}

async function end(process: ChildProcess): Promise<void> {
  if (process.exitCode !== null) return;
  const ended = once(process, 'exit');
  process.kill();
  await ended;
}
