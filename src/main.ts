import './right-node.ts';
import { existsSync } from 'node:fs';
import { pino } from 'pino';
import { readDeskFiles } from './api/desk/desk-files.ts';
import { makeApiPages } from './api/docs/api-pages.ts';
import { readWidgetFiles } from './api/http/widget-files.ts';
import { readLinkPageFiles } from './api/pages/link-page-files.ts';
import { LANGUAGES } from './contract/lists.ts';
import { createService } from './service.ts';
import { SettingError } from './setting-error.ts';
import { readSettings } from './settings.ts';

/** What the build leaves. Where one is missing, the build is older than the service, or there is none. */
const BUILT = ['dist/pomoc.js', 'dist/desk/index.html', ...LANGUAGES.map((name) => `dist/z/${name}/${name}.html`)];

/** The production service: settings, then the service, then the port, until a signal stops it. */
async function main(): Promise<void> {
  const settings = readSettings(process.env);
  const logger = pino({ level: settings.logLevel });
  const missing = BUILT.find((file) => !existsSync(file));
  if (missing) throw new SettingError(`${missing} is missing, as the pages are not built: run npm run build`);
  const widgetFiles = readWidgetFiles('dist');
  const deskFiles = readDeskFiles('dist');
  const linkPageFiles = readLinkPageFiles('dist', settings.vendor);
  const apiPages = makeApiPages(settings.publicUrl);
  const service = await createService(settings, logger, {
    widgetFiles: () => widgetFiles,
    deskFiles: () => deskFiles,
    linkPageFiles: () => linkPageFiles,
    apiPages: () => apiPages,
  });
  const port = await service.start();
  logger.info({ port, publicUrl: settings.publicUrl }, 'listening');

  async function stop(signal: string): Promise<void> {
    logger.info({ signal }, 'finishing what was accepted');
    await service.stop();
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
