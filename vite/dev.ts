import { request as ask, createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, relative, sep } from 'node:path';
import prefresh from '@prefresh/vite';
import {
  type AppType,
  build,
  createServer as createViteServer,
  type Plugin,
  type Rolldown,
  type ViteDevServer,
} from 'vite';
import { demoSettings, welcome } from '../demo-shop-panel/demo-settings.ts';
import { inScript } from '../src/api/http/widget-files.ts';
import { LANGUAGES, type Language } from '../src/contract/lists.ts';
import type { LoaderSettings } from '../src/contract/loader-settings.ts';
import { toLoaderSettings } from '../src/vendor-settings/read-loader-settings.ts';
import { BADGE_ENTRY, DOCTOR_ENTRY, IMPORTER_ENTRY, PANEL_ENTRY, READER_ENTRY } from '../vite.config.ts';
import { panelIn } from './panel-in.ts';
import { RestartingService } from './restarting-service.ts';

/** `npm run dev`: the demo from its sources. An edit of widget or desk is put into the open page; one of the service restarts it. */

/** Where Vite serves the panel in a language. */
const panelPath = (language: Language) => `/dev/panel-${language}/`;

/** Where it serves what is in no language. */
const NEUTRAL = panelPath(LANGUAGES[0]);

/** Where the page of mailed links is in a language, as in production. */
const linkPagePath = (language: Language) => `/z/${language}/`;

/** What Vite serves, and below which path. Everything else is the service's. */
const PARTS = Object.fromEntries([
  ...LANGUAGES.map((language) => [`panel-${language}`, panelPath(language)]),
  ...LANGUAGES.map((language) => [`z-${language}`, linkPagePath(language)]),
  ['desk', '/desk/'],
]) as Record<string, string>;

/** Hosts of the service; the demo's panels have others. */
const SERVICE_HOSTS = ['localhost', '127.0.0.1'];

/** An edit of these restarts the service. */
const SERVICE_SOURCES = ['src', 'demo-shop-panel'];

/** What the loader is made of: of other files, pages that did not load them need not hear. */
const LOADER_SOURCES = /^widget\/(?:loader\.ts|host-page\/)/;

/** The loader is a classic script, which Vite's dev server does not know: pages with only the loader are reloaded. */
const reloadForLoader: Plugin = {
  name: 'reload-for-loader',
  hotUpdate({ file, modules }) {
    if (modules.length === 0 && LOADER_SOURCES.test(pathOf(file))) this.environment.hot.send({ type: 'full-reload' });
  },
};

function isBelow(file: string, folders: string[]): boolean {
  return folders.includes(pathOf(file).split('/')[0] ?? '');
}

/** A file from the repository's root, with slashes on every system. */
function pathOf(file: string): string {
  return relative(process.cwd(), file).replaceAll(sep, '/');
}

/** A module's path on the service's host. */
const fileOf = (path: string, entry: string) => JSON.stringify(path.slice(1) + entry);

/** The modules by the names that the importer knows them by. */
const FILES = `{reader:${fileOf(NEUTRAL, READER_ENTRY)},doctor:${fileOf(NEUTRAL, DOCTOR_ENTRY)}}`;

/** The loader as one script, with the panels' modules in the place of their files, and with what listens for edits. */
async function makeLoader(host: string, settings: LoaderSettings): Promise<string> {
  const [built] = (await build({
    configFile: false,
    logLevel: 'warn',
    define: {
      __PANEL_IN__: panelIn((language) => fileOf(panelPath(language), PANEL_ENTRY)),
      __IMPORTER__: fileOf(NEUTRAL, IMPORTER_ENTRY),
      __BADGE__: fileOf(NEUTRAL, BADGE_ENTRY),
    },
    build: { write: false, minify: false, lib: { entry: 'widget/loader.ts', formats: ['iife'], name: 'pomoc' } },
  })) as Rolldown.RolldownOutput[];
  const code = built?.output[0].code.replaceAll('__SETTINGS__', inScript(settings)).replaceAll('__HOST__', host);
  return `${code}\nimport('http://${host}${NEUTRAL}@vite/client');`;
}

/** What Vite serves of a part: the desk's page at every path, pages of mailed links by their names, of panels modules only. */
const APP_TYPES: Record<string, AppType> = { desk: 'spa', z: 'mpa' };

/** Where the libraries of a part are looked for before they are asked for. */
function entriesOf(mode: string): string[] {
  const [part, language] = mode.split('-');
  if (part === 'desk') return ['index.html'];
  return part === 'z' ? [`${language}.html`] : [PANEL_ENTRY, READER_ENTRY, IMPORTER_ENTRY, BADGE_ENTRY];
}

async function start(): Promise<void> {
  const settings = demoSettings();
  const { port, host } = settings;
  const server = createServer();
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, host, resolve));
  const publicPort = (server.address() as AddressInfo).port;
  const service = new RestartingService(publicPort);
  const vites = new Map<string, ViteDevServer>();
  for (const [mode, base] of Object.entries(PARTS)) {
    const vite = await createViteServer({
      mode,
      base,
      appType: APP_TYPES[mode.split('-')[0] ?? ''] ?? 'custom',
      cacheDir: join(process.cwd(), 'var/dev', mode),
      logLevel: 'warn',
      optimizeDeps: { entries: entriesOf(mode) },
      define: { __FILES__: FILES },
      plugins: [await prefresh(), reloadForLoader],
      server: { middlewareMode: true, hmr: { server } },
    });
    vites.set(base, vite);
  }

  async function answerLoader(response: ServerResponse): Promise<void> {
    const loader = await makeLoader(`localhost:${publicPort}`, toLoaderSettings(settings));
    response.writeHead(200, { 'Content-Type': 'text/javascript; charset=utf-8', 'Cache-Control': 'no-store' });
    response.end(loader);
  }

  async function forward(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method, url: path, headers } = request;
    const asked = ask({ port: await service.port, path, method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.rawHeaders);
      answer.pipe(response);
    });
    asked.once('error', () => response.destroy()); // the service was restarted: the client tries again
    response.once('close', () => asked.destroy());
    request.pipe(asked);
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', `http://${request.headers.host}`);
    if (SERVICE_HOSTS.includes(url.hostname)) {
      if (url.pathname === '/pomoc.js') return answerLoader(response);
      const language = LANGUAGES.find((name) => url.pathname === `/z/${name}`);
      if (language) request.url = `${linkPagePath(language)}${language}.html`;
      const [, vite] = [...vites].find(([base]) => request.url?.startsWith(base)) ?? [];
      if (vite) return vite.middlewares(request, response);
    }
    await forward(request, response);
  }

  server.on('request', (request, response) => {
    answer(request, response).catch((error: Error) => response.writeHead(502).end(error.message));
  });

  const restart = debounced(async () => {
    await service.start();
    for (const { ws } of vites.values()) ws.send({ type: 'full-reload' });
  });
  vites.get(NEUTRAL)?.watcher.on('all', (_, file) => {
    if (isBelow(file, SERVICE_SOURCES)) restart();
  });
  await service.start();
  process.stdout.write(welcome(publicPort));

  async function stop(): Promise<void> {
    service.stop();
    for (const vite of vites.values()) await vite.close();
    server.close();
    server.closeAllConnections();
  }
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

/** Editors write a file in several steps. Failures are printed in the terminal, and the next edit tries again. */
function debounced(work: () => Promise<void>): () => void {
  let timer: NodeJS.Timeout | undefined;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(() => work().catch(() => {}), 50);
  };
}

start().catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
