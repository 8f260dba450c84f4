import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Driver, ElementHandle } from './driver.ts';
import { findProgram } from './find-program.ts';

/** An answer or an event of WebDriver BiDi. */
interface BidiMessage {
  id?: number;
  method?: string;
  params?: { level: string; text: string };
  result?: unknown;
  error?: string;
  message?: string;
}

/** What a script gave back: JSON in a string, or an element. */
interface ScriptResult {
  type: 'success' | 'exception';
  result: { type: string; value?: string; sharedId?: string };
  exceptionDetails?: { text: string };
}

/** A firefox-esr of Debian, or another Firefox in the path. */
export const firefoxProgram = (): string | null => findProgram('firefox-esr', 'firefox');

const PREFERENCES = { 'intl.accept_languages': 'pl', 'network.proxy.type': 0 };

/**
 * An installed Firefox by WebDriver BiDi, which it speaks itself: https://w3c.github.io/webdriver-bidi/.
 * @param program its path
 */
export async function driveFirefox(program: string): Promise<Driver> {
  const profile = mkdtempSync(join(tmpdir(), 'pomoc-firefox-'));
  const lines = Object.entries(PREFERENCES).map(([name, value]) => `user_pref("${name}", ${JSON.stringify(value)});`);
  writeFileSync(join(profile, 'user.js'), lines.join('\n'));
  const args = ['--headless', '--remote-debugging-port=0', '--profile', profile, '--width=1280', '--height=900'];
  const firefox = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  const ended = new Promise((resolve) => firefox.once('exit', resolve));
  const socket = new WebSocket(`${await addressIn(firefox.stderr)}/session`);
  await new Promise((resolve, reject) => {
    socket.onopen = resolve;
    socket.onerror = reject;
  });

  const complaints: string[] = [];
  const waiting = new Map<number, (answer: BidiMessage) => void>();
  socket.onmessage = ({ data }) => {
    const message: BidiMessage = JSON.parse(data);
    if (message.id !== undefined) waiting.get(message.id)?.(message);
    else if (message.params && /^(error|warn)/.test(message.params.level)) complaints.push(message.params.text);
  };

  let asked = 0;
  async function ask<R>(method: string, params: object): Promise<R> {
    const id = ++asked;
    const answer = await new Promise<BidiMessage>((resolve) => {
      waiting.set(id, resolve);
      socket.send(JSON.stringify({ id, method, params }));
    });
    waiting.delete(id);
    if (answer.error) throw new Error(`${method}: ${answer.error}, ${answer.message}`);
    return answer.result as R;
  }

  const { capabilities } = await ask<{ capabilities: { browserVersion: string } }>('session.new', { capabilities: {} });
  await ask('session.subscribe', { events: ['log.entryAdded'] });
  // The window that it starts with never has the focus.
  const { context } = await ask<{ context: string }>('browsingContext.create', { type: 'window' });

  async function run(functionDeclaration: string, given: object[] = []): Promise<ScriptResult['result']> {
    const { result, exceptionDetails } = await ask<ScriptResult>('script.callFunction', {
      functionDeclaration,
      arguments: given,
      awaitPromise: true,
      userActivation: false,
      target: { context },
    });
    if (exceptionDetails) throw new Error(exceptionDetails.text);
    return result;
  }

  const within = (inPage: unknown, argument: unknown) => `(${inPage})(${JSON.stringify(argument)})`;
  const json = ({ value }: ScriptResult['result']) => (value === undefined ? undefined : JSON.parse(value));

  async function perform(...sources: object[]): Promise<void> {
    await ask('input.performActions', { context, actions: sources });
  }

  async function click(element: ElementHandle): Promise<void> {
    await run('(element) => element.scrollIntoView({ block: "center" })', [element]);
    const middle = { type: 'pointerMove', x: 0, y: 0, origin: { type: 'element', element } };
    const press = [{ type: 'pointerDown', button: 0 }, { type: 'pointerUp', button: 0 }]; // biome-ignore format: one press
    await perform({ type: 'pointer', id: 'mouse', actions: [middle, ...press] });
  }

  async function keys(text: string): Promise<void> {
    const strokes = [...text].flatMap((value) => [{ type: 'keyDown', value }, { type: 'keyUp', value }]); // biome-ignore format: one stroke
    await perform({ type: 'key', id: 'keyboard', actions: strokes });
  }

  return {
    name: `Firefox ${capabilities.browserVersion}`,
    open: (url) => ask('browsingContext.navigate', { context, url, wait: 'complete' }),
    reload: () => ask('browsingContext.reload', { context, wait: 'complete' }),
    call: async (inPage, argument) => json(await run(`async () => JSON.stringify(await ${within(inPage, argument)})`)),
    find: async (inPage, argument) => {
      const { type, sharedId } = await run(`() => ${within(inPage, argument)}`);
      return type === 'node' ? { sharedId } : null;
    },
    read: async (element, read) => json(await run(`(element) => JSON.stringify((${read})(element))`, [element])),
    click,
    type: async (element, text) => {
      await click(element);
      await keys(text);
    },
    choose: async (list, option) => {
      await run('(list) => list.focus()', [list]);
      await keys(option);
    },
    attach: (element, path) => ask('input.setFiles', { context, element, files: [path] }),
    complaints: async () => complaints,
    close: async () => {
      await ask('browser.close', {});
      await ended;
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

/** The address at which Firefox listens, which it writes once it does. */
async function addressIn(written: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface(written)) {
    const address = /WebDriver BiDi listening on (ws:\/\/\S+)/.exec(line)?.[1];
    if (address) return address;
  }
  throw new Error('Firefox ended before it listened');
}
