import { resolve } from 'node:path';
import type { Terminal } from '../commands/terminal.ts';
import { readDatabaseUrl } from '../settings.ts';
import { openStore, type Store } from '../store/open.ts';

/** The operator's terminal and the system clock. */
export const terminal: Terminal = {
  print: (line) => void process.stdout.write(`${line}\n`),
  printError: (line) => void process.stderr.write(`${line}\n`),
  now: () => Temporal.Now.instant(),
};

/**
 * Opens the database for one command, whose result is the exit code. It may run beside the service, as the store locks.
 */
export async function withStore(work: (store: Store) => Promise<number>): Promise<void> {
  const store = await openStore(readDatabaseUrl(process.env));
  try {
    process.exitCode = await work(store);
  } finally {
    await store.destroy();
  }
}

/**
 * Resolves a path against the folder the operator is in: `npm run` changes the working directory and keeps the old one
 * in INIT_CWD.
 */
export function fromCaller(file: string): string {
  return resolve(process.env.INIT_CWD ?? '.', file);
}
