import type { Logger } from 'pino';
import { makeApiPages } from '../src/api/api-pages.ts';
import type { ServedFiles } from '../src/api/served-file.ts';
import { readWidgetFiles } from '../src/api/widget-files.ts';
import { createApp } from '../src/app.ts';
import { serve } from '../src/serve.ts';
import type { Settings } from '../src/settings.ts';
import { openStore, type Store } from '../src/store/open.ts';
import { seedDemo } from './seed.ts';
import { serveDemo } from './site.ts';

export interface RunningDemo {
  port: number;
  store: Store;
  /** takes up a widget that was built anew */
  reloadWidget: () => void;
  close: () => Promise<void>;
}

/**
 * Serves the whole demo on one port: the service itself under `localhost`, the panels under their own hosts.
 * @param settings as for the service; port 0 takes a free one
 */
export async function serveWholeDemo(
  settings: Pick<Settings, 'port' | 'host' | 'databaseUrl' | 'openingHours' | 'contacts'>,
  logger: Logger,
): Promise<RunningDemo> {
  const read = (): ServedFiles => readWidgetFiles('dist', settings.contacts.email);
  const store = await openStore(settings.databaseUrl);
  let widgetFiles = read();
  let port = settings.port;
  let apiPages: ServedFiles = new Map();
  const app = createApp({
    store,
    now: () => Temporal.Now.instant(),
    openingHours: settings.openingHours,
    contacts: settings.contacts,
    logger,
    widgetFiles: () => widgetFiles,
    apiPages: () => apiPages,
    isStopping: () => false,
  });

  function answer(request: Request): Response | Promise<Response> {
    const url = new URL(request.url);
    const options = { scriptOrigin: `http://localhost:${port}`, port };
    const page = serveDemo({ host: url.host, path: url.pathname + url.search }, options);
    if (!page) return app.fetch(request);
    const hasBody = page.status !== 204 && page.status !== 302;
    return new Response(hasBody ? page.body : null, { status: page.status, headers: page.headers });
  }

  const server = await serve(answer, settings);
  port = server.port;
  apiPages = makeApiPages(`http://localhost:${port}`);
  try {
    await seedDemo(store, port, Temporal.Now.instant());
  } catch (error) {
    await server.close();
    await store.destroy();
    throw error;
  }
  return {
    port,
    store,
    reloadWidget: () => {
      widgetFiles = read();
    },
    close: async () => {
      await server.close();
      await store.destroy();
    },
  };
}
