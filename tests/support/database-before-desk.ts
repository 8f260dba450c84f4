import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Generated, type Insertable, Kysely, sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import { foldToWords } from '../../src/store/fold.ts';
import * as tickets from '../../src/store/migrations/0001-tickets.ts';
import * as threads from '../../src/store/migrations/0002-threads.ts';
import * as attachments from '../../src/store/migrations/0003-attachments.ts';
import * as identity from '../../src/store/migrations/0004-identity.ts';
import * as notices from '../../src/store/migrations/0005-notices.ts';
import * as desk from '../../src/store/migrations/0006-desk.ts';
import * as search from '../../src/store/migrations/0007-search.ts';
import { postgresDialect } from '../../src/store/postgres.ts';
import { DurableSqliteDialect, openSqlite } from '../../src/store/sqlite.ts';
import { emptyPostgres } from './empty-postgres.ts';
import type { TemporaryDatabase } from './temporary-database.ts';

const THEN = {
  '0001-tickets': tickets,
  '0002-threads': threads,
  '0003-attachments': attachments,
  '0004-identity': identity,
  '0005-notices': notices,
  '0006-desk': desk,
  '0007-search': search,
};

/** Rows of the tables as they were, whatever they are called now. */
export type OldRow = Record<string, string | number | Uint8Array | null>;

/** Any table, since today's types know none of then. */
type OldTables = Record<string, Record<string, Generated<string | number | Uint8Array | null>>>;

/**
 * A database as the last version left it that had merged nothing, knew no problems, kept no settings and counted no waits, with
 * these rows in it, of the engine that this run of the tests is about.
 */
export async function databaseBeforeDesk(rows: Record<string, readonly OldRow[]>): Promise<TemporaryDatabase> {
  const database = process.env.POMOC_TEST_POSTGRES ? await emptyPostgres() : emptySqlite();
  const db = new Kysely<OldTables>({ dialect: dialectOf(database.url) });
  const { error } = await new Migrator({ db, provider: { getMigrations: async () => THEN } }).migrateToLatest();
  if (error) throw error;
  for (const [table, all] of Object.entries(rows)) {
    for (const row of all)
      await db
        .insertInto(table)
        .values(row as Insertable<OldTables[string]>)
        .execute();
  }
  await fillWords(db);
  await db.destroy();
  return database;
}

/** The words of messages, each in its whole length, as they were kept then. */
async function fillWords(db: Kysely<OldTables>): Promise<void> {
  const { rows } = await sql<{ id: number; text: string }>`
    select messages.id, case position when 1 then subject || ' ' || text else text end as text
    from messages join tickets on tickets.number = messages.ticket_number`.execute(db);
  for (const { id, text } of rows) {
    const words = foldToWords(text);
    await (process.env.POMOC_TEST_POSTGRES
      ? sql`insert into message_words (message_id, words) values (${id}, array_to_tsvector(string_to_array(${words}, ' ')))`
      : sql`insert into message_words (rowid, words) values (${id}, ${words})`
    ).execute(db);
  }
}

function dialectOf(url: string) {
  const file = /^sqlite:(.+)$/.exec(url)?.[1];
  return file ? new DurableSqliteDialect(openSqlite(file)) : postgresDialect(url, 'patient');
}

function emptySqlite(): TemporaryDatabase {
  const folder = mkdtempSync(join(tmpdir(), 'pomoc-'));
  return {
    url: `sqlite:${join(folder, 'pomoc.sqlite')}`,
    discard: async () => rmSync(folder, { recursive: true }),
  };
}
