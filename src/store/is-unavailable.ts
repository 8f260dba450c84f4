import Database from 'better-sqlite3';
import { DatabaseError } from 'pg';

/** Locked, full, failing or read-only. */
const SQLITE_CODES = /^SQLITE_(BUSY|LOCKED|FULL|IOERR|READONLY|CANTOPEN)/;

/**
 * 08 connection, 53 out of memory, disk or connections, 57P0 shutting or starting up · 25006 read-only · 25P03 idle in a
 * transaction · 40001, 40P01 to be tried again · 55P03 lock timeout · 57014 statement timeout · 58030 failing disk
 */
const POSTGRES_CODES = /^(08...|53...|57P0.|25006|25P03|40001|40P01|55P03|57014|58030)$/;

/** Network errors, before or while PostgreSQL answers. */
const NETWORK_CODES = /^E(CONN(REFUSED|RESET|ABORTED)|PIPE|TIMEDOUT|HOSTUNREACH|NETUNREACH|AI_AGAIN|NOTFOUND)$/;

/** Messages of `pg` that carry no code. A test provokes each of them, so that a changed wording is noticed. */
const POOL_MESSAGES =
  /^(timeout exceeded when trying to connect|timeout expired|Connection terminated|Query read timeout|Client has encountered a connection error)/;

/**
 * Whether an error means "not now" (locked, full, failing disk; a server that is away, restarting or too busy) rather
 * than a fault of ours. The only place that decides this, for both engines.
 */
export function isUnavailable(error: unknown): boolean {
  if (error instanceof Database.SqliteError) return SQLITE_CODES.test(error.code);
  if (error instanceof DatabaseError) return POSTGRES_CODES.test(error.code ?? '');
  if (!(error instanceof Error)) return false;
  return NETWORK_CODES.test(String((error as NodeJS.ErrnoException).code)) || POOL_MESSAGES.test(error.message);
}
