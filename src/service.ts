import { randomUUID } from 'node:crypto';
import type { Hono } from 'hono';
import type { Logger } from 'pino';
import { Presence } from './api/desk/presence.ts';
import { createRateLimits } from './api/http/rate-limits.ts';
import type { AppEnv } from './api/http/request-log.ts';
import type { ServedFiles } from './api/http/served-file.ts';
import type { WidgetFiles } from './api/http/widget-files.ts';
import { createApp } from './app.ts';
import type { Mailer } from './deliveries/mailer.ts';
import { startMailer } from './deliveries/start-mailer.ts';
import { tellOfMail } from './deliveries/tell-of-mail.ts';
import { EventFeed } from './events/event-feed.ts';
import { FileScanRunner } from './file-scan-runner.ts';
import { toBlockList } from './guard/address-range.ts';
import { createPasswords } from './identity/password.ts';
import { SealError, type SecretKeys } from './identity/seal.ts';
import { readServiceKeys, type ServiceKeys } from './identity/service-keys.ts';
import { type Jobs, startJobs } from './jobs.ts';
import { type Mailboxes, startMailboxes } from './mailbox/start-mailboxes.ts';
import { type Fetch, type RunningServer, SERVE_LIMITS, serve } from './serve.ts';
import { SettingError } from './setting-error.ts';
import type { Settings } from './settings.ts';
import { SolutionRunner } from './solution-runner.ts';
import { openStore, type Store } from './store/open.ts';

/** What the service serves beside its API, asked for at each request. */
export interface PageFiles {
  widgetFiles: () => WidgetFiles;
  deskFiles: () => ServedFiles;
  linkPageFiles: () => ServedFiles;
  apiPages: () => ServedFiles;
}

/** The service, composed and not started. */
export interface Service {
  app: Hono<AppEnv>;
  store: Store;
  /** the key of keyed hashes */
  hashKey: Uint8Array;
  /**
   * Listens on the port of the settings and starts the jobs.
   * @param fetch answers instead of the app, and may hand on to it
   * @returns the port
   */
  start: (fetch?: Fetch) => Promise<number>;
  /** Finishes what was accepted, also when `start` failed or was never called. A second call waits for the first. */
  stop: () => Promise<void>;
}

/** Puts the service together: the only place that does, for production and demo. Clock and randomness start here. */
export async function createService(
  settings: Omit<Settings, 'logLevel'>,
  logger: Logger,
  files: PageFiles,
  passwords = createPasswords(),
): Promise<Service> {
  const now = () => Temporal.Now.instant();
  const store = await openStore(settings.databaseUrl);
  const { hashKey, markKey } = await serviceKeysOf(store, settings.secretKeys);
  await tellOfMail(store, settings);
  const trustedProxies = toBlockList(settings.trustedProxies);
  const deskEvents = new EventFeed(store);
  const presence = new Presence();
  const solutions = new SolutionRunner({ store, now, logger });
  const scanner = settings.fileScan && new FileScanRunner({ store, now, logger, command: settings.fileScan });
  let server: RunningServer | undefined;
  let jobs: Jobs | undefined;
  let mailer: Mailer | undefined;
  let mailboxes: Mailboxes | undefined;
  let stopping: Promise<void> | undefined;
  const app = createApp({
    store,
    now,
    firstSettings: settings,
    secretKeys: settings.secretKeys,
    hashKey,
    markKey,
    mail: settings.mail,
    passwords,
    rateLimits: settings.rateLimits ? createRateLimits() : null,
    trustedProxies,
    publicUrl: settings.publicUrl,
    publicHost: settings.publicHost,
    emergencyUrl: settings.emergencyUrl,
    logger,
    ...files,
    deskEvents,
    presence,
    solutions,
    scanner,
    isStopping: () => stopping !== undefined,
  });

  async function finish(): Promise<void> {
    deskEvents.close(); // its streams would keep the server open
    await server?.close();
    await mailboxes?.stop();
    await mailer?.stop();
    await jobs?.stop();
    await solutions.stop();
    await scanner?.stop();
    await store.destroy();
  }

  return {
    app,
    store,
    hashKey,
    start: async (fetch = app.fetch) => {
      const limits = settings.rateLimits ? SERVE_LIMITS : { ...SERVE_LIMITS, maxConnectionsPerAddress: null };
      server = await serve(fetch, settings, limits, trustedProxies);
      if (!settings.rateLimits) logger.warn('limits are off: nobody from outside may reach this');
      const { mail, emergencyUrl } = settings;
      const publicUrl = publicUrlAt(settings, server.port);
      const composing = { markKey, mail, publicUrl, emergencyUrl, firstSettings: settings };
      mailer = startMailer({ store, now, logger, ...composing });
      const holder = randomUUID();
      mailboxes = startMailboxes({ store, now, logger, hashKey, markKey, scanner, mail, holder });
      jobs = startJobs({
        store,
        now,
        logger,
        closeAfterDays: settings.closeAfterDays,
        keepLettersDays: settings.keepLettersDays,
        hasScanner: scanner !== null,
        firstSettings: settings,
        isOpenAtDesk: (number) => presence.isAnybodyAt(number),
      });
      scanner?.start();
      return server.port;
    },
    stop: () => {
      stopping ??= finish();
      return stopping;
    },
  };
}

/** Where browsers reach the service: on a free port that was asked for, only now. */
function publicUrlAt(
  { publicUrl, publicHost, port }: Pick<Settings, 'publicUrl' | 'publicHost' | 'port'>,
  listening: number,
) {
  return port === 0 && publicHost === null ? `http://localhost:${listening}` : publicUrl;
}

/** The service's own keys; a start with the keys of another database ends here, and not at the first customer. */
async function serviceKeysOf(store: Store, keys: SecretKeys): Promise<ServiceKeys> {
  try {
    return await readServiceKeys(store, keys);
  } catch (error) {
    await store.destroy();
    if (!(error instanceof SealError)) throw error;
    const message =
      'SECRET_KEYS must be with the key that the secrets of this database were sealed with: put it back, as the last one if there is a newer';
    throw new SettingError(message, { cause: error });
  }
}
