import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { BlockList } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { pino } from 'pino';
import { readDeskFiles } from '../../src/api/desk/desk-files.ts';
import { Presence } from '../../src/api/desk/presence.ts';
import { makeApiPages } from '../../src/api/docs/api-pages.ts';
import { createRateLimits } from '../../src/api/http/rate-limits.ts';
import type { ServedFiles } from '../../src/api/http/served-file.ts';
import { readWidgetFiles, type WidgetFiles } from '../../src/api/http/widget-files.ts';
import { createApp } from '../../src/app.ts';
import type { ScanCommand } from '../../src/attachments/run-scanner.ts';
import { OWN_VENDOR } from '../../src/contract/vendor.ts';
import { tellOfMail } from '../../src/deliveries/tell-of-mail.ts';
import { EventFeed } from '../../src/events/event-feed.ts';
import { FileScanRunner } from '../../src/file-scan-runner.ts';
import type { Passwords } from '../../src/identity/password.ts';
import { type SecretKeys, toSecretKey } from '../../src/identity/seal.ts';
import type { MailSettings } from '../../src/mail-settings.ts';
import { parseOpeningHours } from '../../src/policy/opening-hours.ts';
import { importShops } from '../../src/shops/import-shops.ts';
import { readShopsCsv } from '../../src/shops/read-shops-csv.ts';
import type { ShopRecord } from '../../src/shops/shop-record.ts';
import { SolutionRunner } from '../../src/solution-runner.ts';
import { engineOf, openStore, type Store } from '../../src/store/open.ts';
import type { VendorSettings } from '../../src/vendor-settings/vendor-settings.ts';
import { CHEAP_PASSWORDS } from './cheap-passwords.ts';
import { copyDatabase, NOTHING, type TemporaryDatabase, temporaryDatabase } from './temporary-database.ts';

/** A Sunday at ten in Warsaw: the office is closed. */
export const NOW = Temporal.Instant.from('2026-11-22T09:00:00Z');

/** The only one of `SECRET_KEYS` in the tests. */
export const SECRET_KEYS: SecretKeys = [toSecretKey(new Uint8Array(32).fill(7))];

/** The key of keyed hashes in the tests. */
export const HASH_KEY = new Uint8Array(32).fill(8);

/** The key of marks in letters and links in the tests. */
export const MARK_KEY = new Uint8Array(32).fill(9);

export const SHOPS_CSV = new URL('./shops.csv', import.meta.url);

/** The seven invented shops of the registry. */
export function sampleShops(): ShopRecord[] {
  const read = readShopsCsv(readFileSync(SHOPS_CSV), false);
  if ('errors' in read) throw new Error(JSON.stringify(read.errors));
  return read.shops;
}

const importSampleShops = (store: Store) => importShops(store, sampleShops(), NOW);

/** What the environment of the tests says. */
export const FIRST_SETTINGS: VendorSettings = {
  vendor: OWN_VENDOR,
  openingHours: parseOpeningHours('mon-fri 08:00-16:00') ?? [],
  contacts: { email: 'pomoc@shopgold.pl', phone: '+48 22 000 00 00', rules: null, renewal: null, privacy: null },
  updates: null,
  secondFactor: 'optional',
  signature: null,
};

/** What a service of the tests serves: made once, and never changed. */
let standIns: { widget: WidgetFiles; desk: ServedFiles } | undefined;

/** Two files in the widget's place: a test about the service should not need a build. */
function standInWidget(): WidgetFiles {
  const folder = mkdtempSync(join(tmpdir(), 'pomoc-dist-'));
  mkdirSync(join(folder, 'panel'));
  writeFileSync(join(folder, 'pomoc.js'), '/* loader __SETTINGS__ at __HOST__ */');
  writeFileSync(join(folder, 'pomoc.d.ts'), '/* types */');
  writeFileSync(join(folder, 'panel', 'a1.js'), '/* panel */');
  const files = readWidgetFiles(folder);
  rmSync(folder, { recursive: true });
  return files;
}

/** A page and a file in the desk's place. */
function standInDesk(): ServedFiles {
  const folder = mkdtempSync(join(tmpdir(), 'pomoc-dist-'));
  mkdirSync(join(folder, 'desk', 'files'), { recursive: true });
  writeFileSync(join(folder, 'desk', 'index.html'), '<!doctype html><title>desk</title>');
  writeFileSync(join(folder, 'desk', 'files', 'a1.js'), '/* desk */');
  const files = readDeskFiles(folder);
  rmSync(folder, { recursive: true });
  return files;
}

/** What a power cut would leave is for tests of that: waiting for the disk is half of the time of the others. */
async function openHastily(url: string): Promise<Store> {
  const store = await openStore(url);
  if (engineOf(store) === 'sqlite') await sql`pragma synchronous = off`.execute(store);
  return store;
}

/** A fresh database of this run's engine, opened. */
export async function temporaryStore(
  fill = NOTHING,
): Promise<{ store: Store; url: string; discard: () => Promise<void> }> {
  const { url, isFilled, discard } = await temporaryDatabase(fill);
  const store = await openHastily(url);
  if (!isFilled) await fill(store);
  return {
    store,
    url,
    discard: async () => {
      await store.destroy();
      await discard();
    },
  };
}

let apiPages: ServedFiles | undefined;

/** The description of the API; made when a test first asks for it, and once. */
function testApiPages(): ServedFiles {
  apiPages ??= makeApiPages('http://localhost');
  return apiPages;
}

/**
 * The whole service without a port: sample shops, a clock that stands still until moved, and a log that is kept.
 * @param options.passwords cheap ones unless given
 * @param options.pause how sign-ins wait; by a timer unless given
 * @param options.scanner looks at files, as often as it is told of one; none unless given
 * @param options.rateLimits off unless asked for: without a socket all callers would count as one
 */
export async function service(
  options: {
    rateLimits?: boolean;
    /** where updates are; nowhere unless given */
    updates?: string;
    /** off unless given */
    mail?: MailSettings;
    publicUrl?: string;
    emergencyUrl?: string;
    publicHost?: string;
    passwords?: Passwords;
    scanner?: ScanCommand & { timeoutMs?: number };
    pause?: (milliseconds: number) => Promise<void>;
  } = {},
) {
  const { store, url, discard } = await temporaryStore(importSampleShops);
  await tellOfMail(store, { mail: options.mail ?? null, ...FIRST_SETTINGS });
  const logLines: string[] = [];
  const clock = { now: NOW };
  standIns ??= { widget: standInWidget(), desk: standInDesk() };
  const { widget, desk } = standIns;
  const logger = pino({ level: 'info' }, { write: (line) => logLines.push(line) });
  let solutions: SolutionRunner;
  let scanner: FileScanRunner | null;
  let deskEvents: EventFeed;
  const compose = (opened: Store) => {
    deskEvents = new EventFeed(opened);
    solutions = new SolutionRunner({ store: opened, now: () => clock.now, logger });
    const { scanner: command } = options;
    const scanDeps = { store: opened, now: () => clock.now, logger };
    scanner = command
      ? new FileScanRunner({ ...scanDeps, command, ...(command.timeoutMs && { timeoutMs: command.timeoutMs }) })
      : null;
    return createApp({
      store: opened,
      now: () => clock.now,
      firstSettings: { ...FIRST_SETTINGS, updates: options.updates ?? null },
      secretKeys: SECRET_KEYS,
      hashKey: HASH_KEY,
      markKey: MARK_KEY,
      mail: options.mail ?? null,
      passwords: options.passwords ?? CHEAP_PASSWORDS,
      ...(options.pause && { pause: options.pause }),
      rateLimits: options.rateLimits ? createRateLimits() : null,
      trustedProxies: new BlockList(),
      publicUrl: options.publicUrl ?? 'http://localhost:4100',
      emergencyUrl: options.emergencyUrl ?? null,
      publicHost: options.publicHost ?? null,
      logger,
      widgetFiles: () => widget,
      deskFiles: () => desk,
      linkPageFiles: () => new Map(),
      apiPages: testApiPages,
      deskEvents,
      presence: new Presence(),
      solutions,
      scanner,
      isStopping: () => false,
    });
  };
  let copy: TemporaryDatabase | undefined;
  async function end(): Promise<void> {
    await scanner?.stop();
    deskEvents.close();
    await running.store.destroy();
  }
  async function start(databaseUrl: string): Promise<void> {
    running.store = await openHastily(databaseUrl);
    running.app = compose(running.store);
  }
  const running = {
    app: compose(store),
    store,
    url,
    clock,
    logLines,
    /** resolves when nothing is being answered in the background */
    settled: () => solutions.settled(),
    /** resolves when what is due was scanned */
    scanned: () => {
      scanner?.wake();
      return scanner?.settled();
    },
    /** Ends the service and starts it anew on the same database: what was only in memory is gone. */
    restart: async () => {
      await end();
      await start(url);
    },
    /** Keeps the database as it is: the service goes on with a copy. @returns starts it anew, with another copy */
    keep: async () => {
      const startAnew = async () => {
        await solutions.settled();
        await end();
        await copy?.discard();
        copy = await copyDatabase(url);
        await start(copy.url);
      };
      await startAnew();
      return startAnew;
    },
    discard: async () => {
      deskEvents.close(); // a stream that nobody closed would go on asking the store
      await solutions.stop();
      await scanner?.stop();
      if (running.store !== store) await running.store.destroy();
      await copy?.discard();
      await discard();
    },
  };
  return running;
}

export type Service = Awaited<ReturnType<typeof service>>;
