import { existsSync } from 'node:fs';
import sparticuz from '@sparticuz/chromium';
import { type Browser, chromium, type LaunchOptions } from 'playwright';

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

/** Names under `.test` lead here too. Unlike `.localhost` they are no secure context, as most old panels are none. */
const PLAIN_HTTP = '--host-resolver-rules=MAP *.test 127.0.0.1';

let shared: Promise<Browser> | undefined;

/**
 * The one Chromium of this process, which ends with it. Visits that have a context each share nothing, and a start for
 * every file of tests would take longer than some of the files.
 */
export function sharedChromium(): Promise<Browser> {
  shared ??= chromiumLaunchOptions().then((options) =>
    chromium.launch({ ...options, args: [...(options.args ?? []), PLAIN_HTTP] }),
  );
  return shared;
}
