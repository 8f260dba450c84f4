import { PostgresAdapter, type QueryExecutorProvider } from 'kysely';

/** The databases the service runs on. */
export type Engine = 'sqlite' | 'postgres';

/**
 * Which database this is. For the few functions that cannot be the same on both; each says in its docstring why the two
 * differ.
 */
export function engineOf(db: QueryExecutorProvider): Engine {
  return db.getExecutor().adapter instanceof PostgresAdapter ? 'postgres' : 'sqlite';
}
