import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { LANGUAGES } from '../../src/contract/lists.ts';
import { makeDataFolder } from './data-folder.ts';

const MAIN = fileURLToPath(new URL('../../src/main.ts', import.meta.url));

export const SECRET_KEY = Buffer.alloc(32, 7).toString('base64');

/** How a process ended. */
export interface Exit {
  code: number | null;
  signal: NodeJS.Signals | null;
  /** what it said on stderr */
  errors: string;
}

export interface ChildService {
  pid: number;
  port: number;
  /** Sends a signal to this one process and waits for its end. */
  end: (signal: 'SIGTERM' | 'SIGKILL') => Promise<Exit>;
}

/** Runs `node src/main.ts` until it ends by itself. */
export async function runMain(folder: string, environment: Record<string, string | undefined>): Promise<Exit> {
  return launch(folder, environment).exited;
}

/**
 * Starts the real service as a process of its own, on loopback, and waits until it listens.
 * @param command how; this run's own Node unless a test is about the command
 */
export async function startService(
  folder: string,
  environment: Record<string, string | undefined>,
  command?: readonly string[],
): Promise<ChildService> {
  const settings = { SECRET_KEY, PORT: '0', LOG_LEVEL: 'info', ...environment };
  const { child, exited } = launch(folder, settings, command);
  const listening = Promise.withResolvers<number>();
  // Every line is read to the end: a full pipe would stop the service.
  createInterface({ input: child.stdout }).on('line', (line) => {
    const port = /"port":(\d+)/.exec(line)?.[1];
    if (port) listening.resolve(Number(port));
  });
  exited.then(({ code, signal, errors }) =>
    listening.reject(new Error(`The service ended before it listened (${code ?? signal}): ${errors}`)),
  );
  const port = await listening.promise;
  return {
    pid: child.pid ?? 0,
    port,
    end: (signal) => {
      child.kill(signal);
      return exited;
    },
  };
}

function launch(
  folder: string,
  environment: Record<string, string | undefined>,
  [program = '', ...options]: readonly string[] = [process.execPath, MAIN],
) {
  const { PATH, NODE_COMPILE_CACHE } = process.env;
  const env = { PATH, NODE_COMPILE_CACHE, HOST: '127.0.0.1', ...environment };
  const child = spawn(program, options, { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let errors = '';
  child.stderr.on('data', (chunk) => {
    errors += chunk;
  });
  const exited = once(child, 'close').then(([code, signal]): Exit => ({ code, signal, errors }));
  return { child, exited };
}

/**
 * A temporary folder to start the service in, with a stand-in for the built widget: a test about tickets should not
 * need a build.
 */
export function temporaryHome(): { folder: string; databaseFile: string; databaseUrl: string; discard: () => void } {
  const folder = makeDataFolder('pomoc-home');
  mkdirSync(join(folder, 'dist', 'panel'), { recursive: true });
  for (const file of ['pomoc.js', 'pomoc.d.ts']) writeFileSync(join(folder, 'dist', file), '');
  mkdirSync(join(folder, 'dist', 'desk', 'files'), { recursive: true });
  writeFileSync(join(folder, 'dist', 'desk', 'index.html'), '');
  for (const language of LANGUAGES) {
    mkdirSync(join(folder, 'dist', 'z', language, 'files'), { recursive: true });
    writeFileSync(join(folder, 'dist', 'z', language, `${language}.html`), '');
  }
  const databaseFile = join(folder, 'pomoc.sqlite');
  return {
    folder,
    databaseFile,
    databaseUrl: `sqlite:${databaseFile}`,
    discard: () => rmSync(folder, { recursive: true }),
  };
}
