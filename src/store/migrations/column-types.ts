import {
  type ColumnBuilderCallback,
  type ColumnDataType,
  PostgresAdapter,
  type QueryExecutorProvider,
  type RawBuilder,
  sql,
} from 'kysely';

/** Whether this is PostgreSQL and not SQLite. */
export function isPostgres(db: QueryExecutorProvider): boolean {
  return db.getExecutor().adapter instanceof PostgresAdapter;
}

/** What SQLite and PostgreSQL call differently in a table's definition. Everything else is the same on both. */

/**
 * The rest of an `integer` column that numbers its rows by itself: `.addColumn('id', 'integer', idColumn(db))`. Values
 * grow, but neither without gaps nor, on PostgreSQL, always in the order of commits: what must be gapless has a counter
 * row of its own.
 */
export function idColumn(db: QueryExecutorProvider): ColumnBuilderCallback {
  // "By default", not "always": rows that move in from SQLite keep their ids.
  return isPostgres(db)
    ? (column) => column.primaryKey().generatedByDefaultAsIdentity()
    : (column) => column.primaryKey().autoIncrement();
}

/**
 * Text that sorts and compares by its bytes, as SQLite does. A PostgreSQL database may sort by the rules of a language
 * (`a` before `B`, `ą` before `b`), so each column says it: with `text` alone the same query would give one order here
 * and another there, and an index could become wrong with an update of the system's ICU.
 */
export function textType(db: QueryExecutorProvider): ColumnDataType | RawBuilder<string> {
  return isPostgres(db) ? sql<string>`text collate "C"` : 'text';
}

/** Bytes; written and read as `Buffer`. */
export function blobType(db: QueryExecutorProvider): ColumnDataType {
  return isPostgres(db) ? 'bytea' : 'blob';
}
