import { existsSync } from 'node:fs';
import { pino } from 'pino';
import { readDeskFiles } from './api/desk/desk-files.ts';
import { makeApiPages } from './api/docs/api-pages.ts';
import { createRateLimits } from './api/http/rate-limits.ts';
import { toBlockList } from './api/http/trusted-proxy.ts';
import { readWidgetFiles } from './api/http/widget-files.ts';
import { createApp } from './app.ts';
import { EventFeed } from './events/event-feed.ts';
import { startJobs } from './jobs.ts';
import { SERVE_LIMITS, serve } from './serve.ts';
import { readSettings, SettingError } from './settings.ts';
import { SolutionRunner } from './solution-runner.ts';
import { openStore } from './store/open.ts';

/** The production service: settings, then the store, then the app, then the port. Clock and randomness start here. */
async function main(): Promise<void> {
  const settings = readSettings(process.env);
  const logger = pino({ level: settings.logLevel });
  if (!existsSync('dist/pomoc.js') || !existsSync('dist/desk/index.html'))
    throw new SettingError('The widget and the desk are not built: run npm run build');
  const widgetFiles = readWidgetFiles('dist');
  const deskFiles = readDeskFiles('dist');
  const apiPages = makeApiPages(settings.publicUrl);
  const store = await openStore(settings.databaseUrl);
  const trustedProxies = toBlockList(settings.trustedProxies);
  const deskEvents = new EventFeed(store);
  const solutions = new SolutionRunner({ store, now: () => Temporal.Now.instant(), logger });
  let stopping = false;
  const app = createApp({
    store,
    now: () => Temporal.Now.instant(),
    firstSettings: settings,
    secretKey: settings.secretKey,
    rateLimits: settings.rateLimits ? createRateLimits() : null,
    trustedProxies,
    publicUrl: settings.publicUrl,
    logger,
    widgetFiles: () => widgetFiles,
    deskFiles: () => deskFiles,
    apiPages: () => apiPages,
    deskEvents,
    solutions,
    isStopping: () => stopping,
  });
  const serveLimits = settings.rateLimits ? SERVE_LIMITS : { ...SERVE_LIMITS, maxConnectionsPerAddress: null };
  const server = await serve(app.fetch, settings, serveLimits, trustedProxies);
  if (!settings.rateLimits) logger.warn('limits are off: nobody from outside may reach this');
  const jobs = startJobs({
    store,
    now: () => Temporal.Now.instant(),
    logger,
    closeAfterDays: settings.closeAfterDays,
  });
  logger.info({ port: server.port, publicUrl: settings.publicUrl }, 'listening');

  async function stop(signal: string): Promise<void> {
    if (stopping) return;
    stopping = true;
    logger.info({ signal }, 'finishing what was accepted');
    deskEvents.close();
    await server.close();
    await jobs.stop();
    await solutions.stop();
    await store.destroy();
    logger.info('stopped');
  }
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

main().catch((error: unknown) => {
  process.exitCode = 1;
  process.stderr.write(
    error instanceof SettingError ? `${error.message}\n` : `${String((error as Error)?.stack ?? error)}\n`,
  );
});
