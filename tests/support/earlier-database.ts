import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Generated, type Insertable, Kysely, sql } from 'kysely';
import { foldToWords } from '../../src/contract/fold.ts';
import { type MigrationName, migrate, SHAPES } from '../../src/store/migrations/index.ts';
import { postgresDialect } from '../../src/store/postgres.ts';
import { DurableSqliteDialect, openSqlite } from '../../src/store/sqlite.ts';
import { makeDataFolder } from './data-folder.ts';
import { emptyPostgres } from './empty-postgres.ts';
import { copyDatabase, type TemporaryDatabase } from './temporary-database.ts';

/** Columns by the names that they had then, whatever they are called now. */
export type EarlierRow = Record<string, string | number | Uint8Array | null>;

/** A row, and the first shape that could hold it. Columns that a shape has not yet are left out. */
export type RowSince = readonly [since: MigrationName, row: EarlierRow];

/** Any table, since today's types know none of then. */
type AnyTables = Record<string, Record<string, Generated<string | number | Uint8Array | null>>>;

/** Whether a shape is the same as another one or came after it. */
export function isFrom(since: MigrationName, shape: MigrationName): boolean {
  return SHAPES.indexOf(shape) >= SHAPES.indexOf(since);
}

/**
 * A database in an earlier shape, made by the migrations up to it, of the engine that this run of the tests is about.
 * @param rows by table, in an order in which they may refer to one another
 * @returns where it is, and what of the rows it holds
 */
export async function earlierDatabase(
  shape: MigrationName,
  rows: Record<string, readonly RowSince[]>,
): Promise<{ database: TemporaryDatabase; held: Map<string, EarlierRow[]> }> {
  const database = await copyDatabase((await withoutRows(shape)).url);
  const db = new Kysely<AnyTables>({ dialect: dialectOf(database.url) });
  // In one transaction: each of them waits for the disk.
  const held = await db.transaction().execute((trx) => fill(trx, shape, rows));
  await db.destroy();
  return { database, held };
}

/** What earlier databases are copies of; they go with the folder, or the server, of the run. */
const withTablesOnly = new Map<MigrationName, Promise<TemporaryDatabase>>();

/** A database in a shape, as its migrations leave it: the one in the shape before, brought a step further. */
function withoutRows(shape: MigrationName): Promise<TemporaryDatabase> {
  const made = withTablesOnly.get(shape) ?? stepFurther(shape);
  withTablesOnly.set(shape, made);
  return made;
}

async function stepFurther(shape: MigrationName): Promise<TemporaryDatabase> {
  const before = SHAPES[SHAPES.indexOf(shape) - 1];
  const database = before ? await copyDatabase((await withoutRows(before)).url) : await emptyDatabase();
  const db = new Kysely<AnyTables>({ dialect: dialectOf(database.url) });
  await migrate(db, shape);
  await db.destroy();
  return database;
}

/** Puts in what a shape can hold of the rows. @returns that, by table */
async function fill(
  db: Kysely<AnyTables>,
  shape: MigrationName,
  rows: Record<string, readonly RowSince[]>,
): Promise<Map<string, EarlierRow[]>> {
  const held = new Map<string, EarlierRow[]>();
  for (const { name: table, columns } of await inOrder(db, Object.keys(rows))) {
    const names = new Set(columns.map(({ name }) => name));
    const possible = (rows[table] ?? []).filter(([since]) => isFrom(since, shape));
    const fitting = possible.map(([, row]) =>
      Object.fromEntries(Object.entries(row).filter(([name]) => names.has(name))),
    );
    for (const row of fitting)
      await db
        .insertInto(table)
        .values(row as Insertable<AnyTables[string]>)
        .execute();
    held.set(table, fitting);
  }
  await sql`update counters set value = (select max(sequence) from tickets)`.execute(db);
  if (isFrom('0007-search', shape)) await fillWords(db, shape);
  return held;
}

async function inOrder(db: Kysely<AnyTables>, names: readonly string[]) {
  const tables = await db.introspection.getTables();
  return names.flatMap((name) => tables.find((table) => table.name === name) ?? []);
}

/** The words of messages as they were kept then: each in its whole length until migration 0014. */
async function fillWords(db: Kysely<AnyTables>, shape: MigrationName): Promise<void> {
  const { rows } = await sql<{ id: number; text: string }>`
    select messages.id, case position when 1 then subject || ' ' || text else text end as text
    from messages join tickets on tickets.number = messages.ticket_number`.execute(db);
  const letters = isFrom('0014-long-words', shape) ? 10 : Number.POSITIVE_INFINITY;
  for (const { id, text } of rows) {
    const words = foldToWords(text).split(' ');
    const kept = words.map((word) => word.slice(0, letters)).join(' ');
    await (process.env.POMOC_TEST_POSTGRES
      ? sql`insert into message_words (message_id, words) values (${id}, array_to_tsvector(string_to_array(${kept}, ' ')))`
      : sql`insert into message_words (rowid, words) values (${id}, ${kept})`
    ).execute(db);
  }
}

function dialectOf(url: string) {
  const file = /^sqlite:(.+)$/.exec(url)?.[1];
  return file ? new DurableSqliteDialect(openSqlite(file)) : postgresDialect(url, 'patient');
}

async function emptyDatabase(): Promise<TemporaryDatabase> {
  if (process.env.POMOC_TEST_POSTGRES) return emptyPostgres();
  const folder = makeDataFolder('pomoc');
  return {
    url: `sqlite:${join(folder, 'pomoc.sqlite')}`,
    discard: async () => rmSync(folder, { recursive: true }),
  };
}
