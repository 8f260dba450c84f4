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

/** Column types that differ between SQLite and PostgreSQL. Everything else is the same on both. */

/**
 * The definition of an auto-increment `integer` column: `.addColumn('id', 'integer', idColumn(db))`. Values grow, but
 * have gaps and, on PostgreSQL, are not always in the order of commits: a gapless number needs a counter row.
 */
export function idColumn(db: QueryExecutorProvider): ColumnBuilderCallback {
  // "By default", not "always": rows that move in from SQLite keep their ids.
  return isPostgres(db)
    ? (column) => column.primaryKey().generatedByDefaultAsIdentity()
    : (column) => column.primaryKey().autoIncrement();
}

/**
 * Text that sorts and compares by its bytes, as SQLite does. A PostgreSQL database may sort by the rules of a language
 * (`a` before `B`, `ą` before `b`), so each column sets its collation: otherwise the same query would give different
 * orders on the two engines, and an update of the system's ICU could corrupt an index.
 */
export function textType(db: QueryExecutorProvider): ColumnDataType | RawBuilder<string> {
  return isPostgres(db) ? sql<string>`text collate "C"` : 'text';
}

/** Bytes; written and read as `Buffer`. */
export function blobType(db: QueryExecutorProvider): ColumnDataType {
  return isPostgres(db) ? 'bytea' : 'blob';
}
