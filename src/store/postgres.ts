import { type Kysely, PostgresDialect, sql } from 'kysely';
import { Pool, TypeOverrides, types } from 'pg';
import type { Tables } from './tables/tables.ts';

/** Enough to keep the counter row busy; a server of 100 connections still has room for other processes. */
const MOST_CONNECTIONS = 10;

/** How long a request waits for a free or new connection before it is answered 503. Milliseconds. */
const CONNECTION_TIMEOUT_MS = 3000;

/** A connection is replaced after this many seconds, so that none outlives a moved or restarted server for long. */
const CONNECTION_LIFETIME_SECONDS = 600;

/** Three time-outs of a transaction that lasts too long, each answered 503. Milliseconds. */
const LOCK_TIMEOUT_MS = 2000;
const STATEMENT_TIMEOUT_MS = 5000;
/** A process that is cut off from the network would hold the ticket counter for as long as TCP believes in it. */
const IDLE_TRANSACTION_TIMEOUT_MS = 5000;
/** Longer than the server's own time-outs, for a server that no longer answers at all. */
const ANSWER_TIMEOUT_MS = 8000;

/** PostgreSQL 15 is the oldest version that is still maintained, and the oldest that the tests were run on. */
const OLDEST_VERSION = 150_000;

/** Settings of every connection, whatever the defaults of the server, the database or the role are. */
const DURABLE_SESSION = [
  // A commit returns once it is on the disk, and on that of a synchronous standby where there is one.
  'set synchronous_commit = on',
  // `lock` reads what was committed while it waited; a snapshot from before the wait would not show it.
  'set default_transaction_isolation = "read committed"',
];
const IMPATIENT_SESSION = [
  `set lock_timeout = ${LOCK_TIMEOUT_MS}`,
  `set statement_timeout = ${STATEMENT_TIMEOUT_MS}`,
  `set idle_in_transaction_session_timeout = ${IDLE_TRANSACTION_TIMEOUT_MS}`,
];

/**
 * A Kysely dialect with a pool of connections to a PostgreSQL database. It connects with the first query.
 * @param url as `isPostgresUrl` takes it
 * @param patience `impatient` for requests, which must not hang; `patient` for migrations, which may take long
 */
export function postgresDialect(url: string, patience: 'patient' | 'impatient'): PostgresDialect {
  const isPatient = patience === 'patient';
  const session = [...DURABLE_SESSION, ...(isPatient ? [] : IMPATIENT_SESSION)].join('; ');
  const pool = new Pool({
    connectionString: url,
    application_name: 'pomoc',
    max: isPatient ? 1 : MOST_CONNECTIONS,
    connectionTimeoutMillis: CONNECTION_TIMEOUT_MS,
    maxLifetimeSeconds: CONNECTION_LIFETIME_SECONDS,
    keepAlive: true,
    ...(isPatient ? {} : { query_timeout: ANSWER_TIMEOUT_MS }),
    types: numbersForInt8(),
    // Set by statements, not by start-up options: options in the address would override ours.
    onConnect: (client) => client.query(session),
  });
  // The failed query already reports a dead connection to its caller. The pool emits an event as well, which would end
  // the process without a listener; the pool drops the connection by itself.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return new PostgresDialect({ pool });
}

/** `pg` returns 8-byte integers (counts, sums) as text; ours are numbers. */
function numbersForInt8(): TypeOverrides {
  const overrides = new TypeOverrides();
  overrides.setTypeParser(types.builtins.INT8, (text: string) => {
    const value = Number(text);
    if (!Number.isSafeInteger(value)) throw new RangeError('An integer from PostgreSQL is too large for a number');
    return value;
  });
  return overrides;
}

/**
 * Whether this is an unambiguous PostgreSQL address. `#` and a second `@` mean a password that is not percent-encoded:
 * a part of it would be taken for the database's name and show up in an error.
 */
export function isPostgresUrl(url: string): boolean {
  return /^postgres(ql)?:\/\/[^/?#]*([/?][^@#]*)?$/.test(url);
}

/**
 * Resolves if acknowledged writes survive a power cut and the database can hold our texts; otherwise throws an error
 * that names what is wrong. Reads the settings back after the connection has set its own. No message contains the
 * address, which includes the password.
 */
export async function assertDurable(db: Kysely<Tables>): Promise<void> {
  const { version, versionText, encoding, ...settings } = await readFacts(db);
  if (version < OLDEST_VERSION) throw new Error(`PostgreSQL ${versionText} is too old; 15 or newer is needed`);
  if (encoding !== 'UTF8') throw new Error(`The database is encoded in ${encoding}; UTF8 is needed`);
  if (settings.synchronousCommit !== 'on' || settings.isolation !== 'read committed') {
    throw new Error(`PostgreSQL did not take its settings: ${JSON.stringify(settings)}`);
  }
  if (settings.fsync !== 'on') throw new Error('PostgreSQL runs with fsync=off: a power cut would lose tickets');
  if (settings.readOnly !== 'off') throw new Error('PostgreSQL is read-only here: is this a standby?');
}

interface ServerFacts {
  version: number;
  versionText: string;
  encoding: string;
  synchronousCommit: string;
  isolation: string;
  fsync: string;
  readOnly: string;
}

async function readFacts(db: Kysely<Tables>): Promise<ServerFacts> {
  const facts = sql<ServerFacts>`
    select current_setting('server_version_num')::integer as "version",
      current_setting('server_version') as "versionText",
      current_setting('server_encoding') as "encoding",
      current_setting('synchronous_commit') as "synchronousCommit",
      current_setting('transaction_isolation') as "isolation",
      current_setting('fsync') as "fsync",
      current_setting('transaction_read_only') as "readOnly"`;
  try {
    const { rows } = await facts.execute(db);
    return rows[0] as ServerFacts;
  } catch (error) {
    // When a name has several addresses, each has its own error and the aggregate has no message.
    const { message, code } = error as { message?: string; code?: string };
    throw new Error(`The PostgreSQL database of DATABASE_URL cannot be opened: ${message || code}`, { cause: error });
  }
}
