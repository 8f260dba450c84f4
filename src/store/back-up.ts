import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { isPostgresUrl } from './postgres.ts';

/** The copy is whole and on the disk, or why there is none. Nothing is left behind by what failed. */
export type BackedUp =
  | { outcome: 'saved'; bytes: number }
  /** a file of that name is there already, and stays as it is */
  | { outcome: 'taken' }
  /** the file of `DATABASE_URL` is not there */
  | { outcome: 'no-database' }
  /** PostgreSQL is copied by its own program, which is not on this machine */
  | { outcome: 'no-pg-dump' }
  /** `reason` as the database, `pg_dump` or the file system gives it; without the database's password */
  | { outcome: 'failed'; reason: string };

/**
 * Copies the database into one file, as it stood at one instant, while others go on writing. Leaves the tables in the
 * shape they have: a copy is what one makes before an upgrade.
 * @param url `DATABASE_URL`
 * @param file an SQLite database, or an archive for `pg_restore`; readable by its owner only
 */
export async function backUp(url: string, file: string): Promise<BackedUp> {
  if (existsSync(file)) return { outcome: 'taken' };
  const part = `${file}.part-${randomBytes(4).toString('hex')}`;
  try {
    closeSync(openSync(part, 'wx', 0o600));
    const problem = isPostgresUrl(url) ? await dumpPostgres(url, part) : copySqlite(url.replace(/^sqlite:/, ''), part);
    if (problem) return problem;
    flush(part);
    if (existsSync(file)) return { outcome: 'taken' };
    renameSync(part, file);
    flush(dirname(file));
    return { outcome: 'saved', bytes: statSync(file).size };
  } catch (error) {
    return { outcome: 'failed', reason: (error as Error).message };
  } finally {
    rmSync(part, { force: true });
  }
}

/**
 * `vacuum into` reads within one transaction, which writers do not disturb in WAL. SQLite's backup API, and `.backup` of
 * its shell, begin anew with each commit of another process, and never end beside a desk at work.
 */
function copySqlite(database: string, copy: string): BackedUp | null {
  if (!existsSync(database)) return { outcome: 'no-database' };
  const source = new Database(database, { fileMustExist: true });
  try {
    source.prepare('vacuum into ?').run(copy);
  } finally {
    source.close();
  }
  const copied = new Database(copy, { readonly: true });
  try {
    const fault = copied.pragma('integrity_check', { simple: true });
    return fault === 'ok' ? null : { outcome: 'failed', reason: `integrity_check: ${fault}` };
  } finally {
    copied.close();
  }
}

/** The password goes by the environment: everybody on the machine can read a process's arguments. */
async function dumpPostgres(url: string, copy: string): Promise<BackedUp | null> {
  const [, password = ''] = /^\w+:\/\/[^:@/]*:([^@/]*)@/.exec(url) ?? [];
  const address = url.replace(`:${password}@`, '@');
  const options = ['--format=custom', '--no-password', `--file=${copy}`, `--dbname=${address}`];
  const env = { ...process.env, ...(password && { PGPASSWORD: decodeURIComponent(password) }) };
  return new Promise((resolve) => {
    execFile('pg_dump', options, { env }, (error, _, said) => {
      if (!error) resolve(null);
      else if (error.code === 'ENOENT') resolve({ outcome: 'no-pg-dump' });
      else resolve({ outcome: 'failed', reason: said.trim() || error.message });
    });
  });
}

/** Sees to it that a file, or the names in a folder, outlive a power cut. */
function flush(path: string): void {
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
