import { resolve } from 'node:path';
import type { Terminal } from '../commands/terminal.ts';
import { readDatabaseUrl } from '../settings.ts';
import { openStore, type Store } from '../store/open.ts';

/** The operator's own terminal, and the clock on his wall. */
export const terminal: Terminal = {
  print: (line) => void process.stdout.write(`${line}\n`),
  printError: (line) => void process.stderr.write(`${line}\n`),
  now: () => Temporal.Now.instant(),
};

/** Opens the database for one command, whose result is the exit code. It may run beside the service: the store takes turns. */
export async function withStore(work: (store: Store) => Promise<number>): Promise<void> {
  const store = await openStore(readDatabaseUrl(process.env));
  try {
    process.exitCode = await work(store);
  } finally {
    await store.destroy();
  }
}

/** `npm run` changes the folder; the operator's path is meant from where he stood. */
export function fromCaller(file: string): string {
  return resolve(process.env.INIT_CWD ?? '.', file);
}
