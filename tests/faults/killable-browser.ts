import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { chromium, type Page } from 'playwright';
import { chromiumLaunchOptions } from '../support/chromium.ts';

export interface KillableBrowser {
  page: Page;
  /** Ends the browser's process without a warning, as a crash or a power switch would. */
  kill: () => Promise<void>;
}

/**
 * A Chromium of our own, with a profile that outlives it. Started by hand, because Playwright keeps to itself the process
 * of a browser that has a profile.
 */
export async function startKillableBrowser(profile: string): Promise<KillableBrowser> {
  const { executablePath = '', args = [] } = await chromiumLaunchOptions();
  const flags = ['--headless', '--remote-debugging-port=0', `--user-data-dir=${profile}`, '--lang=pl-PL', ...args];
  const child = spawn(executablePath, [...flags, 'about:blank'], { stdio: ['ignore', 'ignore', 'pipe'] });
  const listening = Promise.withResolvers<string>();
  createInterface({ input: child.stderr }).on('line', (line) => {
    const address = /^DevTools listening on (\S+)/.exec(line)?.[1];
    if (address) listening.resolve(address);
  });
  const ended = once(child, 'exit');
  ended.then(() => listening.reject(new Error('Chromium ended before it could be driven')));
  const browser = await chromium.connectOverCDP(await listening.promise);
  const [context = await browser.newContext()] = browser.contexts();
  const page = context.pages()[0] ?? (await context.newPage());
  page.setDefaultTimeout(30_000);
  return {
    page,
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
      await browser.close().catch(() => {});
    },
  };
}
