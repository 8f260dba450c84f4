import { existsSync } from 'node:fs';
import sparticuz from '@sparticuz/chromium';
import type { LaunchOptions } from 'playwright';

/** Chromium looks up its maker's hosts in the background; a closed network turns that into noise. */
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

let executable: Promise<string> | undefined;

/**
 * How every test starts Chromium: the one named by `CHROMIUM`, otherwise the one from npm (unpacked once into the
 * system's temporary folder), so that a fresh machine needs no browser download.
 */
export async function chromiumLaunchOptions(): Promise<LaunchOptions> {
  const named = process.env.CHROMIUM;
  executable ??= named && existsSync(named) ? Promise.resolve(named) : sparticuz.executablePath();
  return { executablePath: await executable, args: QUIET };
}
