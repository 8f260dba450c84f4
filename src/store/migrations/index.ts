import { type Kysely, sql } from 'kysely';
import { DEFAULT_MIGRATION_TABLE, type Migration, Migrator } from 'kysely/migration';
import * as tickets from './0001-tickets.ts';
import * as threads from './0002-threads.ts';
import * as attachments from './0003-attachments.ts';
import * as identity from './0004-identity.ts';
import * as notices from './0005-notices.ts';
import * as desk from './0006-desk.ts';
import * as search from './0007-search.ts';
import * as merge from './0008-merge.ts';
import * as problems from './0009-known-problems.ts';
import * as settings from './0010-settings.ts';
import * as verified from './0011-verified.ts';
import * as largeDesk from './0012-large-desk.ts';
import * as reports from './0013-reports.ts';
import * as longWords from './0014-long-words.ts';
import * as shopAddresses from './0015-shop-addresses.ts';
import * as pictureSizes from './0016-picture-sizes.ts';
import * as addressWords from './0017-address-words.ts';
import * as signIn from './0018-sign-in.ts';
import * as files from './0019-files.ts';
import * as keys from './0020-keys.ts';
import * as mergeUndo from './0021-merge-undo.ts';
import * as unproven from './0022-unproven.ts';
import * as guard from './0023-guard.ts';
import * as knownBrowsers from './0024-known-browsers.ts';
import * as fileScans from './0025-file-scans.ts';
import * as closings from './0026-closings.ts';
import * as mail from './0030-mail.ts';
import * as promised from './0031-promised.ts';
import * as registry from './0032-registry.ts';
import * as seen from './0033-seen.ts';
import * as decided from './0034-decided.ts';
import * as lists from './0036-lists.ts';
import * as followUps from './0037-follow-ups.ts';
import * as signature from './0038-signature.ts';
import * as agentCodes from './0039-agent-codes.ts';
import * as helped from './0040-helped.ts';
import * as ordersAndMentions from './0043-orders-and-mentions.ts';
import * as afterSupport from './0045-after-support.ts';

/**
 * Every migration in order. A list, not a folder scan: what runs is what is written here. Migrations import nothing from
 * outside their folder: code of today changes, and what once ran on old tables must go on doing so.
 */
const MIGRATIONS = {
  '0001-tickets': tickets,
  '0002-threads': threads,
  '0003-attachments': attachments,
  '0004-identity': identity,
  '0005-notices': notices,
  '0006-desk': desk,
  '0007-search': search,
  '0008-merge': merge,
  '0009-known-problems': problems,
  '0010-settings': settings,
  '0011-verified': verified,
  '0012-large-desk': largeDesk,
  '0013-reports': reports,
  '0014-long-words': longWords,
  '0015-shop-addresses': shopAddresses,
  '0016-picture-sizes': pictureSizes,
  '0017-address-words': addressWords,
  '0018-sign-in': signIn,
  '0019-files': files,
  '0020-keys': keys,
  '0021-merge-undo': mergeUndo,
  '0022-unproven': unproven,
  '0023-guard': guard,
  '0024-known-browsers': knownBrowsers,
  '0025-file-scans': fileScans,
  '0026-closings': closings,
  '0030-mail': mail,
  '0031-promised': promised,
  '0032-registry': registry,
  '0033-seen': seen,
  '0034-decided': decided,
  '0036-lists': lists,
  '0037-follow-ups': followUps,
  '0038-signature': signature,
  '0039-agent-codes': agentCodes,
  '0040-helped': helped,
  '0043-orders-and-mentions': ordersAndMentions,
  '0045-after-support': afterSupport,
} satisfies Record<string, Migration>;

export type MigrationName = keyof typeof MIGRATIONS;

/** The shapes that a database has had, from the oldest on, each called by the migration that made it. */
export const SHAPES = Object.keys(MIGRATIONS) as MigrationName[];

/**
 * Brings the tables to the newest shape, each migration in its own transaction.
 * @param shape an earlier one to stop at, for tests
 */
export async function migrate<Database>(db: Kysely<Database>, shape?: MigrationName): Promise<void> {
  if (!shape && (await isNewest(db))) return;
  const migrator = new Migrator({ db, provider: { getMigrations: async () => MIGRATIONS } });
  const { error } = await (shape ? migrator.migrateTo(shape) : migrator.migrateToLatest());
  if (error) throw new Error('The database could not be brought to the newest shape', { cause: error });
}

/**
 * Whether all migrations have run, and no others: then a start need not describe every table, as the migrator does. Where
 * that cannot be read, the migrator says why.
 */
async function isNewest<Database>(db: Kysely<Database>): Promise<boolean> {
  try {
    const done = await sql<{ name: string }>`select name from ${sql.table(DEFAULT_MIGRATION_TABLE)}`.execute(db);
    const names = new Set<string>(SHAPES);
    return done.rows.length === names.size && done.rows.every(({ name }) => names.has(name));
  } catch {
    return false; // a new database has no such table
  }
}
