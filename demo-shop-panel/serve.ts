import type { HttpBindings } from '@hono/node-server';
import type { Logger } from 'pino';
import { readDeskFiles } from '../src/api/desk/desk-files.ts';
import { makeApiPages } from '../src/api/docs/api-pages.ts';
import type { ServedFiles } from '../src/api/http/served-file.ts';
import { readWidgetFiles } from '../src/api/http/widget-files.ts';
import { readLinkPageFiles } from '../src/api/pages/link-page-files.ts';
import type { Passwords } from '../src/identity/password.ts';
import { createService } from '../src/service.ts';
import type { Settings } from '../src/settings.ts';
import type { Store } from '../src/store/open.ts';
import type { VendorSettings } from '../src/vendor-settings/vendor-settings.ts';
import { openPostOffice, type PostOffice } from './post-office.ts';
import { answerPostPage } from './post-page.ts';
import { renewSecrets, type SigningShop } from './renew-secrets.ts';
import { seedDemo } from './seed.ts';
import { seedAgents } from './seed-agents.ts';
import { answerSignInPage } from './sign-in-page.ts';
import { serveDemo } from './site.ts';
import { answerTokenPage } from './token-page.ts';

export interface RunningDemo {
  port: number;
  store: Store;
  office: PostOffice;
  close: () => Promise<void>;
}

/** What stands before the demo while it is developed: a server that serves widget and desk from their sources. */
export interface DevServer {
  /** the port that browsers know, and that stands in all addresses */
  port: number;
}

/**
 * Serves the whole demo on one port: the service itself under `localhost`, the panels under their own hosts.
 * @param settings as for the service; port 0 takes a free one
 * @param before without it the demo serves widget and desk too, as they are built
 * @param passwords of agents: at today's cost, unless a test needs many
 */
export async function serveWholeDemo(
  settings: VendorSettings &
    Pick<Settings, 'port' | 'host' | 'databaseUrl' | 'secretKeys' | 'closeAfterDays' | 'keepLettersDays'>,
  logger: Logger,
  before?: DevServer,
  passwords?: Passwords,
): Promise<RunningDemo> {
  const nothing: ServedFiles = new Map();
  const widgetFiles = before ? () => nothing : readWidgetFiles('dist');
  const deskFiles = before ? nothing : readDeskFiles('dist');
  const linkPageFiles = before ? nothing : readLinkPageFiles('dist', settings.vendor);
  let port = before?.port ?? settings.port;
  let signingShops: SigningShop[] = [];
  let apiPages: ServedFiles = new Map();
  const office = await openPostOffice();
  const service = await createService(
    {
      ...settings,
      publicUrl: `http://localhost:${port}`,
      publicHost: null,
      mail: office.mail,
      emergencyUrl: null,
      fileScan: null,
      rateLimits: true,
      trustedProxies: [],
    },
    logger,
    {
      widgetFiles: () => widgetFiles,
      deskFiles: () => deskFiles,
      linkPageFiles: () => linkPageFiles,
      apiPages: () => apiPages,
    },
    passwords,
  );
  const { app, store } = service;
  const close = async () => {
    await service.stop();
    await office.close();
  };

  function answer(request: Request, bindings: HttpBindings): Response | Promise<Response> {
    const token = answerTokenPage(request, signingShops, Temporal.Now.instant());
    if (token) return token;
    const signIn = answerSignInPage(request, (asked) => Promise.resolve(app.fetch(asked, bindings)));
    if (signIn) return signIn;
    const post = answerPostPage(request, office, `http://zuraw.localhost:${port}`);
    if (post) return post;
    const url = new URL(request.url);
    const options = { scriptOrigin: `http://localhost:${port}`, port };
    const page = serveDemo({ host: url.host, path: url.pathname + url.search }, options);
    if (!page) return app.fetch(request, bindings);
    const hasBody = page.status !== 204 && page.status !== 302;
    return new Response(hasBody ? page.body : null, { status: page.status, headers: page.headers });
  }

  try {
    const listening = await service.start(answer);
    port = before?.port ?? listening;
    apiPages = makeApiPages(`http://localhost:${port}`);
    await seedAgents(store, Temporal.Now.instant(), passwords);
    await seedDemo(store, service.hashKey, port, Temporal.Now.instant());
    signingShops = await renewSecrets(store, settings.secretKeys, Temporal.Now.instant());
    return { port: listening, store, office, close };
  } catch (error) {
    await close();
    throw error;
  }
}
